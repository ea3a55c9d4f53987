import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../access/roles.ts'
import { knownBarriers } from '../support/accessibility-page.ts'
import { barriersOn } from '../support/barriers.ts'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { panelScreens, type Shown } from '../support/panel-screens.ts'
import { act, draftStation, idOf } from '../support/reviewing.ts'

let panel: Panel
let shown: Shown

beforeAll(async () => {
  panel = await openPanel()
  const [administrator, editor] = await Promise.all([
    panel.signIn('administrator'),
    panel.signIn('editor'),
  ])
  const idWhere = async (question: string) =>
    String((await administrator.ask(`/api/${question}&depth=0&limit=1`)).body.docs![0]!['id'])
  const drafted = await draftStation(editor, { title: 'A stop on every screen' })
  await act(editor, drafted, 'submit')
  shown = {
    station: idOf(drafted),
    unchanged: await idWhere('stations?where[slug][equals]=case-closed'),
    notice: await idWhere('notices?where[code][equals]=CP14'),
    user: await idWhere('users?where[email][equals]=editor@stationmaster.test'),
  }
})
afterAll(() => panel.close())

let taken = 0

/** The panel remembers the language that somebody looked at last: other stories need theirs as it was. */
function signInAsAnother(role: Role): Promise<Tab> {
  taken += 1
  return panel.signInAsNew({
    email: `screens-${taken}@stationmaster.test`,
    name: `Sees Every Screen ${taken}`,
    roles: [role],
  })
}

/** Names stand here for the table; the addresses are known once the documents are. */
const names = panelScreens({ station: '', unchanged: '', notice: '', user: '' }).map(
  ({ name }) => name,
)

describe.each([
  { language: 'en', scheme: 'light', width: 1280 },
  { language: 'es', scheme: 'dark', width: 390 },
] as const)('in $language, $scheme and $width pixels wide', ({ language, scheme, width }) => {
  const tabs = new Map<Role | null, Promise<Tab>>()

  async function open(person: Role | null): Promise<Tab> {
    const tab = await (person ? signInAsAnother(person) : panel.open())
    await tab.page.setViewportSize({ width, height: 900 })
    await tab.page.emulateMedia({ colorScheme: scheme })
    const cookies = { 'stationmaster-lng': language, 'stationmaster-theme': scheme }
    await tab.page
      .context()
      .addCookies(
        Object.entries(cookies).map(([name, value]) => ({ name, value, url: panel.origin })),
      )
    return tab
  }

  it.each(names)('%s has no barrier that is not listed', async (name) => {
    const { person, address } = panelScreens(shown).find((screen) => screen.name === name)!
    if (!tabs.has(person)) tabs.set(person, open(person))
    const { goTo, page } = await tabs.get(person)!
    await goTo(address)
    await page.waitForLoadState('networkidle')
    await expect.poll(() => barriersOn(page, { known: knownBarriers })).toEqual([])
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
  })
})
