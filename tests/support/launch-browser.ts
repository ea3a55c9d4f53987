import { chromium, type Browser } from 'playwright-core'
import type { BrowserFile } from './find-browser.ts'

/**
 * Starts a browser that nobody sees and that asks nobody for anything by itself.
 *
 * @param more arguments of Chromium
 */
export function launchBrowser(
  { executablePath, env }: BrowserFile,
  more: string[] = [],
): Promise<Browser> {
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-quic',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}
