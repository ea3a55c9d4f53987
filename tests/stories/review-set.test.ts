import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { text } from '../support/content.ts'
import { act, barriers, draftStation, idOf, takeThrough } from '../support/reviewing.ts'

let panel: Panel
let editor: Tab
let reviewer: Tab
let publisher: Tab

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  reviewer = await panel.signIn('reviewer')
  publisher = await panel.signIn('publisher')
})
afterAll(() => panel.close())

const page = () => reviewer.page.frameLocator('.review-frame iframe')

async function stateOf(form: string): Promise<unknown> {
  return (await reviewer.ask(`/api/stations/${idOf(form)}/workflow`)).body['state']
}

describe('three stations that lead to each other, submitted together,', () => {
  const titles = ['First of three', 'Second of three', 'Third of three']
  const forms: string[] = []

  beforeAll(async () => {
    for (const title of titles) forms.push(await draftStation(editor, { title }))
    for (const [at, form] of forms.entries())
      await editor.ask(`/api/stations/${idOf(form)}?draft=true`, {
        method: 'PATCH',
        body: { connections: [{ to: idOf(forms[(at + 1) % forms.length]!) }] },
      })
    const documents = []
    for (const form of forms) {
      const { body } = await editor.ask(`/api/stations/${idOf(form)}/workflow`)
      documents.push({ collection: 'stations', id: idOf(form), contentHash: body['contentHash'] })
    }
    const { status } = await editor.ask('/api/workflow/submit', {
      method: 'POST',
      body: { documents },
    })
    expect(status).toBe(200)
    await reviewer.goTo(forms[0]!.replace('/collections/', '/review/'))
  })

  it('are one list of changes', async () => {
    await reviewer.page.getByText('3 documents, reviewed together').waitFor()
    const changes = reviewer.page.getByRole('region', { name: 'What changes' })
    for (const title of titles)
      await changes.getByRole('heading', { level: 3, name: title }).waitFor()
  })

  it('are seen one page after the other, each leading to the next draft', async () => {
    for (const [at, title] of titles.entries()) {
      await page().getByRole('heading', { level: 1, name: title }).waitFor()
      const next = titles[(at + 1) % titles.length]!
      expect(await page().getByRole('link', { name: next }).count()).toBeGreaterThan(0)
      await reviewer.page.keyboard.press('p')
    }
  })

  it('meet no barrier', async () => {
    expect(await barriers(reviewer.page, '.review')).toEqual([])
  })

  it('have a discussion that says of each thread which of them it is about', async () => {
    const { page: screen } = reviewer
    const discussion = screen.getByRole('region', { name: 'Discussion', exact: true })
    for (const at of [2, 0]) {
      const comments = `/api/stations/${idOf(forms[at]!)}/comments`
      const body = { text: `About ${titles[at]}.` }
      expect((await editor.ask(comments, { method: 'POST', body })).status).toBe(201)
    }
    await screen.reload()
    const of = (title: string) => discussion.getByRole('region', { name: title, exact: true })
    for (const at of [0, 2]) {
      await of(titles[at]!).getByRole('heading', { level: 3, name: titles[at]! }).waitFor()
      await of(titles[at]!).getByText(`About ${titles[at]}.`).waitFor()
      expect(await of(titles[at]!).getByRole('article').count()).toBe(1)
    }
    expect(await of(titles[1]!).count()).toBe(0)

    await discussion.getByRole('button', { name: 'Write a comment' }).click()
    await discussion.getByText(`In “${titles[0]}”`).waitFor()
    await screen.keyboard.type('Not yet.')
    await discussion.getByRole('button', { name: 'Keep for my request' }).click()
    const kept = discussion.getByRole('listitem').filter({ hasText: 'Not yet.' })
    await kept.getByText(titles[0]!).waitFor()
    expect(await barriers(screen, '.review')).toEqual([])
    await kept.getByRole('button', { name: 'Take out' }).click()
    await kept.waitFor({ state: 'detached' })
  })

  it('are approved with two keys, all or none of them', async () => {
    await reviewer.page.keyboard.press('a')
    await reviewer.page.getByText('They are the texts with these content hashes:').waitFor()
    await reviewer.page.keyboard.press('Enter')
    await reviewer.page.getByText('Approved. Nothing is public yet').waitFor()
    expect(await Promise.all(forms.map(stateOf))).toEqual(['approved', 'approved', 'approved'])
  })

  it('can be looked at alone', async () => {
    await reviewer.goTo(`${forms[1]!.replace('/collections/', '/review/')}?set=`)
    await page().getByRole('heading', { level: 1, name: titles[1]! }).waitFor()
    expect(await reviewer.page.getByText('reviewed together').count()).toBe(0)
  })
})

describe('a change of a step that several stations share', () => {
  let step: string
  const stations: string[] = []

  beforeAll(async () => {
    const { body, status } = await editor.ask('/api/steps?draft=true&depth=0', {
      method: 'POST',
      body: {
        title: 'Do you have the letter?',
        slug: 'have-the-letter',
        body: text('Look for it.'),
      },
    })
    expect(status).toBe(201)
    step = `/admin/collections/steps/${(body['doc'] as { id: string }).id}`
    await takeThrough({ editor, reviewer, publisher }, step, ['submit', 'approve', 'publish'])
    for (const title of ['Shows the step', 'Shows it as well']) {
      const form = await draftStation(editor, { title })
      await editor.ask(`/api/stations/${idOf(form)}?draft=true`, {
        method: 'PATCH',
        body: { steps: [idOf(step)] },
      })
      await takeThrough({ editor, reviewer, publisher }, form, ['submit', 'approve', 'publish'])
      stations.push(form)
    }
    await editor.ask(`/api/steps/${idOf(step)}?draft=true`, {
      method: 'PATCH',
      body: { title: 'Do you have the whole letter?' },
    })
    await act(editor, step, 'submit')
    await reviewer.goTo(step.replace('/collections/', '/review/'))
  })

  it('names the public pages that show it', async () => {
    const around = reviewer.page.getByRole('region', { name: 'What belongs to it' })
    for (const title of ['Shows the step', 'Shows it as well'])
      await around.getByRole('link', { name: title }).waitFor()
  })

  it('is marked on each of them, one key away', async () => {
    await page().locator('h1 ins').filter({ hasText: 'whole' }).waitFor()
    for (const title of ['Shows it as well', 'Shows the step']) {
      await reviewer.page.keyboard.press('p')
      await page().getByRole('heading', { level: 1, name: title }).waitFor()
      await page().locator('ins').filter({ hasText: 'whole' }).first().waitFor()
    }
  })

  it('meets no message of the browser on the way', () => {
    expect(reviewer.errors).toEqual([])
    expect(reviewer.otherServers).toEqual([])
  })
})
