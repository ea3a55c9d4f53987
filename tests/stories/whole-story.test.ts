import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commentWordsFor } from '../../src/app/admin/comments/words.ts'
import { deskWordsFor } from '../../src/app/admin/desk/words.ts'
import { reviewWordsFor } from '../../src/app/admin/review/words.ts'
import { wordsFor } from '../../src/app/admin/workflow/words.ts'
import type { PersonName } from '../support/app.ts'
import { openPanel, richText, whenUsable, type Panel, type Tab } from '../support/browser.ts'
import { keyboard, mouse, type Hands } from '../support/hands.ts'
import { dialog, idOf } from '../support/reviewing.ts'

let panel: Panel

beforeAll(async () => {
  panel = await openPanel()
})
afterAll(() => panel.close())

/** What Payload's own parts of the form are called. */
const formWords = {
  en: { title: 'Title', slug: 'Address', summary: 'In one sentence', save: 'Save Draft' },
  es: { title: 'Título', slug: 'Dirección', summary: 'En una frase', save: 'Guardar borrador' },
}

const title = 'A story from end to end'

/** In milliseconds. */
const day = 24 * 60 * 60 * 1000

/** Enough that it has not passed when somebody has written it down, as fields have no seconds. In milliseconds. */
const soon = 80_000

/** A moment as a field of the browser has it, in its time zone. */
function asField(moment: number): string {
  const local = moment - new Date(moment).getTimezoneOffset() * 60_000
  return new Date(local).toISOString().slice(0, 16)
}

describe.each([
  { how: 'in Spanish', language: 'es', hands: mouse, slug: 'toda-la-historia' },
  { how: 'with the keyboard alone', language: 'en', hands: keyboard, slug: 'the-whole-story' },
] as const)('the whole story, $how,', ({ hands: handsOf, language, slug }) => {
  const words = wordsFor(language)
  const form = formWords[language]
  const review = reviewWordsFor(language)
  const comments = commentWordsFor(language)
  const desk = deskWordsFor(language)
  const tabs = {} as Record<'editor' | 'reviewer' | 'publisher', Tab & { hands: Hands }>
  let address: string

  beforeAll(async () => {
    for (const person of ['editor', 'reviewer', 'publisher'] satisfies PersonName[]) {
      const tab = await panel.signIn(person)
      await tab.page
        .context()
        .addCookies([{ name: 'stationmaster-lng', value: language, url: panel.origin }])
      tabs[person] = { ...tab, hands: handsOf(tab.page) }
    }
  })

  const button = (page: Pick<Page, 'getByRole'>, name: string) =>
    page.getByRole('button', { name, exact: true })
  const beside = (page: Page) => page.getByRole('region', { name: words.review, exact: true })
  const shown = () => tabs.reviewer.page.frameLocator('.review-frame iframe')

  async function save({ hands, page }: Tab & { hands: Hands }): Promise<void> {
    const answered = page.waitForResponse(
      (response) => response.request().method() !== 'GET' && response.url().includes('draft=true'),
    )
    await hands.press(button(page, form.save))
    expect((await answered).status()).toBeLessThan(300)
    await whenUsable(page)
  }

  async function submit({ hands, page }: Tab & { hands: Hands }): Promise<void> {
    await hands.press(
      page.locator('.doc-controls').getByRole('button', { name: words.actions.submit }),
    )
    await hands.press(button(dialog(page), words.actions.submit))
    await beside(page).getByRole('status').filter({ hasText: words.done.submit }).waitFor()
  }

  it('begins with an editor, who writes and submits', async () => {
    const { goTo, hands, page } = tabs.editor
    await goTo('/admin/collections/stations/create')
    await hands.write(page.getByLabel(form.title), title)
    await hands.write(page.getByRole('textbox', { name: form.slug }), slug)
    await hands.write(page.getByLabel(form.summary), 'A stop on the way.')
    await hands.choose(page.locator('#field-phase input[id^="react-select-"]'), 'Collection')
    await hands.write(richText(page, 'overview'), 'You owe the sum in the letter.')
    await save(tabs.editor)
    await page.waitForURL(/\/stations\/[0-9a-f-]{36}/)
    address = new URL(page.url()).pathname
    await submit(tabs.editor)
  })

  it('goes back from a reviewer, with a comment on a passage', async () => {
    const { goTo, hands, page } = tabs.reviewer
    await goTo(address.replace('/collections/', '/review/'))
    await shown().getByRole('heading', { level: 1 }).waitFor()
    const discussion = page.getByRole('region', { name: comments.discussion })
    // A passage of a page is selected with the mouse alone; by keyboard one comments on the whole of it.
    if (handsOf === mouse) await shown().getByText('You owe the sum in the letter.').selectText()
    await page.keyboard.press('c')
    await page.keyboard.type('By when?')
    await hands.press(discussion.getByRole('button', { name: comments.keep }))
    await discussion.getByText(comments.keptFor).waitFor()
    await hands.press(button(page, review.return))
    await page.keyboard.type('Say by when.')
    await hands.press(button(page, review.send))
    await page.getByText(review.returned).waitFor()
  })

  it('is amended by the editor, who sees the comment beside the text', async () => {
    const { goTo, hands, page } = tabs.editor
    await goTo(address)
    await page.getByRole('region', { name: comments.discussion }).getByText('By when?').waitFor()
    await hands.write(richText(page, 'overview'), 'You owe the sum in the letter, in 21 days.')
    await save(tabs.editor)
    await submit(tabs.editor)
  })

  it('is approved by the reviewer with two keys', async () => {
    const { goTo, page } = tabs.reviewer
    await goTo(address.replace('/collections/', '/review/'))
    await shown().getByText('in 21 days').first().waitFor()
    await page.keyboard.press('a')
    await page.keyboard.press('Enter')
    await page.getByText(review.approved).waitFor()
  })

  it('is scheduled by the publisher, who moves it in the calendar', async () => {
    const { ask, goTo, hands, page } = tabs.publisher
    await goTo(address)
    await hands.press(
      beside(page).getByRole('button', { name: words.actions.schedule, exact: true }),
    )
    await hands.setMoment(dialog(page).getByLabel(words.when), asField(Date.now() + day))
    await hands.press(button(dialog(page), words.actions.schedule))
    await beside(page).getByRole('status').filter({ hasText: words.done.schedule }).waitFor()

    await goTo('/admin/calendar')
    await page.getByText(desk.zone('UTC').split(':')[0]!).waitFor()
    const handle = page.getByRole('button', { name: desk.move(title, '').replace(/\W+$/, '') })
    // Tomorrow may be in another week.
    if (new Date().getDay() === 6) await hands.press(button(page, desk.later.week))
    await handle.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await hands.setMoment(dialog(page).getByLabel(words.when), asField(Date.now() + soon))
    await hands.press(dialog(page).getByRole('button', { name: desk.moveDo }))
    await dialog(page).waitFor({ state: 'detached' })
    const workflow = `/api/stations/${idOf(address)}/workflow`
    await expect
      .poll(async () => (await ask(workflow)).body['live'], { interval: 1_000, timeout: 150_000 })
      .toBe(true)
  }, 240_000)

  it('is read by everybody', async () => {
    const reader = await panel.open()
    expect(await reader.read(`/stations/${slug}`)).toBe(200)
    await reader.page.getByText('You owe the sum in the letter, in 21 days.').waitFor()
  })

  it('is withdrawn by the publisher, and readers are told why', async () => {
    const { goTo, hands, page } = tabs.publisher
    await goTo(address)
    await hands.press(
      beside(page).getByRole('button', { name: words.actions.withdraw, exact: true }),
    )
    await hands.turnTo(dialog(page).getByLabel(words.aSentence))
    for (const field of await dialog(page).getByRole('textbox').all())
      await hands.write(field, 'This stop is part of another one now.')
    await hands.press(
      dialog(page).getByRole('button', { name: words.actions.withdraw, exact: true }),
    )
    await beside(page).getByRole('status').filter({ hasText: words.done.withdraw }).waitFor()
    const reader = await panel.open()
    expect(await reader.read(`/stations/${slug}`)).toBe(410)
    await reader.page.getByText('This stop is part of another one now.').first().waitFor()
  })

  it('shows no message of the browser on the way', () => {
    expect(Object.values(tabs).flatMap(({ errors }) => errors)).toEqual([])
  })
})
