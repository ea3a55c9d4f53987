import type { Page } from 'playwright-core'

/**
 * Has a page run no script, until it may.
 *
 * @returns lets the browser's own tools run again; what the page brought along has been passed over by then
 */
export async function withoutScript(page: Page): Promise<() => Promise<void>> {
  // The browser counts for each session whether script is off, so the same one has to turn it on again.
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setScriptExecutionDisabled', { value: true })
  return async () => {
    await session.send('Emulation.setScriptExecutionDisabled', { value: false })
  }
}
