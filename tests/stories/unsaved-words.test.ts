import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../seed/demo-people.ts'
import {
  openPanel,
  richText,
  saveDraft,
  whenUsable,
  writeStation,
  type Panel,
  type Tab,
} from '../support/browser.ts'
import { barriers } from '../support/reviewing.ts'

let panel: Panel
/** Ana's browser. A tab in it is closed and opened again and again. */
let ana: Tab
let ben: Tab
let address: string
let draft: string

const anaEmail = 'ana.unsaved@stationmaster.test'
const benEmail = 'ben.unsaved@stationmaster.test'

beforeAll(async () => {
  panel = await openPanel()
  ana = await panel.signInAsNew({ email: anaEmail, name: 'Ana López', roles: ['editor'] })
  ben = await panel.signInAsNew({ email: benEmail, name: 'Ben Ortiz', roles: ['editor'] })
  address = await writeStation(ana, { title: 'Unsaved words', slug: 'unsaved-words' })
  draft = `/api/stations/${address.split('/').at(-1)}?draft=true&depth=0`
})
afterAll(() => panel.close())

const stored = async () => (await ben.ask(draft)).body
const sentence = (page: Page) => page.getByLabel('In one sentence')
const offer = (page: Page) => page.getByRole('region', { name: /^You have words here/ })
const dialog = (page: Page) => page.getByRole('dialog')
const saveButton = (page: Page) => page.getByRole('button', { name: 'Save Draft' })

/** Opens another tab of the same browser. */
const another = async ({ page }: Tab, at: string) => {
  const opened = await page.context().newPage()
  await opened.goto(panel.origin + at)
  await whenUsable(opened)
  return opened
}

/** Everything that the browser keeps, as text. */
const allKept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('stationmaster-unsaved')
        opening.onsuccess = () => {
          const all = opening.result.transaction('words').objectStore('words').getAll()
          all.onsuccess = () => {
            opening.result.close()
            resolve(JSON.stringify(all.result))
          }
        }
      }),
  )

/** Waits until the browser keeps a form with these words in it, and so may close. */
const kept = (page: Page, words: string) => expect.poll(() => allKept(page)).toContain(words)

const signInAs = async (page: Page, email: string) => {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Login' }).click()
}

/** Presses the button for it in the navigation, which is out of sight at first. */
const logOut = async (page: Page) => {
  const button = page.getByRole('button', { name: 'Log out' })
  const isOpen = (await page.locator('.nav--nav-open').count()) > 0
  if (!isOpen) await page.locator('.nav-toggler').first().click()
  await button.click()
}

describe('Words that were not saved', () => {
  it('are offered after the tab was closed, rich text too, and are stored as they were written', async () => {
    const page = await another(ana, address)
    await sentence(page).fill('What was never saved.')
    await richText(page, 'overview').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' And what follows.')
    await kept(page, 'And what follows.')
    await page.close()

    const again = await another(ana, address)
    await offer(again).getByText('Show them').click()
    await offer(again).getByText('What was never saved.').waitFor()
    expect(await offer(again).innerText()).toContain('And what follows.')
    expect(await barriers(again, '.unsaved')).toEqual([])
    await offer(again).getByRole('button', { name: 'Take them back' }).click()
    await again.getByText('Your words are back in the form. They are not saved yet.').waitFor()
    await expect.poll(() => sentence(again).inputValue()).toBe('What was never saved.')
    expect(await richText(again, 'overview').innerText()).toContain('And what follows.')
    expect(await stored()).toMatchObject({ summary: 'A stop on the way.' })

    await saveDraft(again)
    expect(await stored()).toMatchObject({ summary: 'What was never saved.' })
    expect(JSON.stringify((await stored())['overview'])).toContain('And what follows.')
    await again.reload()
    await whenUsable(again)
    expect(await offer(again).count()).toBe(0)
    await again.close()
  })

  it('are not offered while they are in another tab, nor once they were written back', async () => {
    const first = await another(ana, address)
    await sentence(first).fill('In the first tab.')
    await kept(first, 'In the first tab.')
    const second = await another(ana, '/admin')
    const listed = second.getByRole('region', { name: /Not saved, on this computer/ })
    await listed.getByText('open in another tab').waitFor()
    await second.goto(panel.origin + address)
    await whenUsable(second)
    expect(await offer(second).count()).toBe(0)
    await second.close()

    await sentence(first).fill('What was never saved.')
    await expect.poll(() => allKept(first)).toBe('[]')
    await first.close()
  })

  it('can be discarded, and had back as long as the page is open', async () => {
    const page = await another(ana, address)
    await sentence(page).fill('Not worth keeping.')
    await kept(page, 'Not worth keeping.')
    await page.close()

    const again = await another(ana, address)
    await offer(again).getByRole('button', { name: 'Discard' }).click()
    await again.getByText('The words were discarded.').waitFor()
    await again.getByRole('button', { name: 'Undo' }).click()
    await offer(again).getByRole('button', { name: 'Discard' }).click()
    await again.getByText('The words were discarded.').waitFor()
    await again.reload()
    await whenUsable(again)
    expect(await offer(again).count()).toBe(0)
    await again.close()
  })

  it('of a document that has no address yet are offered on the desk and in the form for new ones', async () => {
    const page = await another(ana, '/admin/collections/notices/create')
    await page.getByLabel('Title').fill('A notice begun')
    await kept(page, 'A notice begun')
    await page.close()

    const desk = await another(ana, '/admin')
    const listed = desk.getByRole('region', { name: /Not saved, on this computer/ })
    await listed.getByText('Notice (new)').waitFor()
    expect(await barriers(desk, '.desk')).toEqual([])
    await listed.getByRole('link', { name: 'A notice begun' }).click()
    await offer(desk).getByRole('button', { name: 'Take them back' }).click()
    await desk.getByText('Your words are back in the form.').waitFor()
    await expect.poll(() => desk.getByLabel('Title').inputValue()).toBe('A notice begun')
    await saveDraft(desk)
    await desk.waitForURL(/\/notices\/[0-9a-f-]{36}/)
    await desk.goto(`${panel.origin}/admin/collections/notices/create`)
    await whenUsable(desk)
    expect(await offer(desk).count()).toBe(0)
    await desk.close()
  })

  it('are put together with what somebody else saved meanwhile', async () => {
    const page = await another(ana, address)
    await sentence(page).fill('Written before Ben saved.')
    await kept(page, 'Written before Ben saved.')
    await page.close()
    await ben.goTo(address)
    await ben.page.getByLabel('Title').fill('What Ben calls it')
    await saveDraft(ben.page)

    const again = await another(ana, address)
    await offer(again).getByRole('button', { name: 'Take them back' }).click()
    await again.getByText('both texts are put together').waitFor()
    await saveButton(again).click()
    await dialog(again).getByText('Ben Ortiz saved this document too').waitFor()
    const saved = again.waitForResponse(
      (response) => response.request().method() === 'PATCH' && response.ok(),
    )
    await dialog(again)
      .getByRole('button', { exact: true, name: 'Save' })
      .and(again.locator(':enabled'))
      .click()
    await saved
    await whenUsable(again)
    expect(await stored()).toMatchObject({
      title: 'What Ben calls it',
      summary: 'Written before Ben saved.',
      savedBy: { name: 'Ana López' },
    })
    await again.close()
  })
})

describe('A save that cannot arrive', () => {
  it('without a connection says that the words are kept, and goes through once there is one', async () => {
    const page = await another(ana, address)
    await page.context().setOffline(true)
    await sentence(page).fill('Written on a train.')
    await saveButton(page).click()
    await dialog(page).getByText('The platform cannot be reached.').waitFor()
    expect(await dialog(page).innerText()).toContain('Your words are kept in this browser')
    await dialog(page).getByRole('button', { name: 'Back to the form' }).click()
    await sentence(page).fill('Written on a train, and on.')
    await saveButton(page).click()
    await dialog(page).getByText('The platform cannot be reached.').waitFor()

    await page.context().setOffline(false)
    const saved = page.waitForResponse(
      (response) => response.request().method() === 'PATCH' && response.ok(),
    )
    await dialog(page).getByRole('button', { name: 'Save again' }).click()
    await saved
    await whenUsable(page)
    expect(await stored()).toMatchObject({ summary: 'Written on a train, and on.' })
    await page.close()
  })

  it('after the session has ended leads to signing in, and back to the words', async () => {
    const page = await another(ana, address)
    await sentence(page).fill('Written before')
    // The session ends on the server, as it does when somebody signs out everywhere.
    await ana.page.context().request.post(`${panel.origin}/api/users/logout?allSessions=true`, {
      headers: { origin: panel.origin },
    })
    await sentence(page).fill('Written before and after the session.')
    await saveButton(page).click()
    await dialog(page).getByText('You are not signed in any more').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await dialog(page).getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/\/login/)
    await signInAs(page, anaEmail)
    await offer(page).getByRole('button', { name: 'Take them back' }).click()
    await page.getByText('Your words are back in the form.').waitFor()
    await saveDraft(page)
    expect(await stored()).toMatchObject({
      summary: 'Written before and after the session.',
      savedBy: { name: 'Ana López' },
    })
    await page.close()
  })
})

describe('On a computer that several people use', () => {
  it('nobody is shown the words of another person, who finds them again later', async () => {
    const page = await another(ana, address)
    await sentence(page).fill('For Ana alone.')
    await kept(page, 'For Ana alone.')
    await logOut(page)
    await dialog(page).getByText('Words on this computer are not saved').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await dialog(page).getByRole('button', { name: 'Log out and keep them' }).click()
    await page.waitForURL(/\/login/)

    await signInAs(page, benEmail)
    await page.waitForURL(/\/admin$/)
    await page.getByRole('heading', { name: 'Your desk' }).waitFor()
    expect(await page.getByText('Not saved, on this computer').count()).toBe(0)
    await page.goto(panel.origin + address)
    await whenUsable(page)
    expect(await offer(page).count()).toBe(0)
    await logOut(page)
    await page.waitForURL(/\/login/)

    await signInAs(page, anaEmail)
    await page.getByText('Not saved, on this computer').waitFor()
    await logOut(page)
    await dialog(page).getByRole('button', { name: 'Log out and remove them' }).click()
    await page.waitForURL(/\/login/)
    await signInAs(page, anaEmail)
    await page.getByRole('heading', { name: 'Your desk' }).waitFor()
    expect(await page.getByText('Not saved, on this computer').count()).toBe(0)
    await page.close()
  })

  it('a save goes into nobody else’s name', async () => {
    const page = await another(ana, address)
    await sentence(page).fill('Still Ana’s.')
    const other = await page.context().newPage()
    await other.goto(`${panel.origin}/admin/logout`)
    await other.waitForURL(/\/login/)
    await signInAs(other, benEmail)
    await other.getByRole('heading', { name: 'Your desk' }).waitFor()
    await saveButton(page).click()
    await dialog(page).getByText('Ben Ortiz has signed in with this browser').waitFor()
    expect(await stored()).not.toMatchObject({ summary: 'Still Ana’s.' })
    await other.close()
    await page.close()
  })
})

it('In a browser that keeps nothing the form works, and says so', async () => {
  const like: BrowserContextOptions = { locale: 'es' }
  const tab = await panel.open(like)
  await tab.page.context().addInitScript(() =>
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    }),
  )
  await tab.goTo('/admin/login')
  await tab.page.locator('#field-email').fill(benEmail)
  await tab.page.locator('#field-password').fill(demoPassword)
  await tab.page.locator('button[type="submit"]').click()
  await tab.page.waitForURL(/\/admin$/)
  await tab.goTo(address)
  await tab.page.locator('#field-summary').fill('Saved all the same.')
  await tab.page.getByText('Este navegador no conserva palabras sin guardar').waitFor()
  const saved = tab.page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.ok(),
  )
  await tab.page.locator('#action-save-draft').click()
  await saved
  expect(await stored()).toMatchObject({ summary: 'Saved all the same.' })
})
