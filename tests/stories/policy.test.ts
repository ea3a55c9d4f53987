import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'

let panel: Panel
let editor: Tab

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
})
afterAll(() => panel.close())

describe('The panel', () => {
  it.each(['/admin', '/admin/collections/stations', '/admin/account'])(
    'writes no script that its policy refuses: %s',
    async (address) => {
      await editor.goTo(address)
      expect(editor.errors).toEqual([])
    },
  )

  it('does not run a script that somebody gets into a page', async () => {
    await editor.goTo('/admin')
    const ran = await editor.page.evaluate(async () => {
      const refused = new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          resolve(effectiveDirective),
        ),
      )
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.body.append(script)
      return { directive: await refused, title: document.title }
    })
    expect(ran).toEqual({ directive: 'script-src-elem', title: expect.not.stringMatching('taken') })
  })
})
