import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeOf, type Change, type Changes } from '../../src/delivery/changes.ts'
import type { LedgerEntry } from '../../src/ledger/entry.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { build, buildPhase, revise, text } from '../support/content.ts'
import { act, publishTogether } from '../support/review.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
})
afterAll(() => testApp.close())

describe('the changes', () => {
  it('are everything that ever became public, in order, page by page', async () => {
    const all: Change[] = []
    for (let since = 0, hasMore = true; hasMore;) {
      const page = await changes(`since=${since}&limit=100`)
      all.push(...page.changes)
      since = page.next
      hasMore = page.hasMore
    }
    const sequences = all.map(({ sequence }) => sequence)
    expect(sequences).toEqual([...sequences].sort((one, other) => one - other))
    expect(new Set(sequences).size).toBe(sequences.length)
    for (const collection of ['stations', 'notices', 'steps', 'forms', 'phases'] as const) {
      const { body } = await testApp.anonymous().get(`/api/${collection}?limit=100&depth=0`)
      const named = new Set(
        all.filter((change) => change.collection === collection).map(({ id }) => id),
      )
      for (const { id } of body.docs) expect(named).toContain(id)
    }
  })

  it('name what changed as front ends ask for it, and who did it to nobody', async () => {
    const { changes: first } = await changes('since=0&limit=500')
    const station = first.find(({ slug }) => slug === 'balance-paid')!
    expect(station).toEqual({
      sequence: expect.any(Number),
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      type: 'published',
      collection: 'stations',
      id: station.id,
      slug: 'balance-paid',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      setId: expect.any(String),
      surrogateKeys: expect.arrayContaining([
        'changes',
        'stations',
        `stations/${station.id}`,
        'stations:members',
        'stations=balance-paid',
        expect.stringMatching(/^stations@[0-9a-f-]{36}$/),
      ]),
    })
    expect(first.find(({ code }) => code === 'CP14')).toMatchObject({ collection: 'notices' })
    expect(JSON.stringify(first)).not.toMatch(/actor|comment|contributors|snapshot/)
  })

  it('since a publication are those after it', async () => {
    const { next } = await changes(`since=${await newest()}`)
    const phase = await buildPhase(testApp, { name: 'One', slug: 'one-more-line' })
    const place = { collection: 'phases' as const, id: String(phase.id) }
    await revise(testApp, { ...place, name: 'Two' })
    expect((await changes(`since=${next}`)).changes).toMatchObject([
      { type: 'published', ...place, slug: 'one-more-line' },
    ])
    await act(testApp, { action: 'withdraw', ...place })
    expect((await changes(`since=${next}`)).changes).toMatchObject([
      { type: 'published', ...place },
      { type: 'withdrawn', ...place, slug: 'one-more-line' },
    ])
  })

  it('name a withdrawn notice and form as they were called', async () => {
    const since = await newest()
    for (const [collection, name] of [
      ['notices', { code: 'CP 9914-Z' }],
      ['forms', { number: 'Form 8100-B' }],
    ] as const) {
      const words =
        collection === 'notices'
          ? { title: 'A notice', kind: 'notice', summary: 'Short.', overview: text('Words.') }
          : { title: 'A form', kind: 'form', purpose: 'To ask.' }
      const data = { ...words, ...name }
      const { id } = await build(testApp, { collection, data, state: 'published' })
      await act(testApp, { action: 'withdraw', collection, id: String(id) })
    }
    const withdrawn = (await changes(`since=${since}`)).changes.filter(
      ({ type }) => type === 'withdrawn',
    )
    expect(withdrawn).toMatchObject([
      { collection: 'notices', code: 'CP 9914-Z' },
      { collection: 'forms', number: 'Form 8100-B' },
    ])
    // An entry of before names were kept has addresses alone.
    expect(
      changeOf(
        {
          type: 'withdrawn',
          documentCollection: 'stations',
          documentId: 'old',
          details: { addresses: ['slug/as-it-was'] },
          snapshot: null,
        } as unknown as LedgerEntry,
        [],
      ),
    ).toMatchObject({ collection: 'stations', slug: 'as-it-was' })
  })

  it('tell what was published together', async () => {
    const since = await newest()
    const phases = [
      await buildPhase(testApp, { state: 'draft' }),
      await buildPhase(testApp, { state: 'draft' }),
    ]
    await publishTogether(
      testApp,
      phases.map(({ id }) => ({ collection: 'phases' as const, id: String(id) })),
    )
    const { changes: made } = await changes(`since=${since}`)
    expect(made).toHaveLength(2)
    expect(new Set(made.map(({ setId }) => setId)).size).toBe(1)
  })

  it('after the last one are none', async () => {
    const since = await newest()
    expect(await changes(`since=${since}`)).toEqual({ changes: [], next: since, hasMore: false })
  })

  it('are kept until the next publication', async () => {
    const since = await newest()
    const address = `/api/changes?since=${since}`
    await testApp.anonymous().get(address)
    expect((await testApp.anonymous().get(address)).headers['x-cache']).toBe('hit')
    await buildPhase(testApp)
    expect((await changes(`since=${since}`)).changes).toHaveLength(1)
  })

  it.each(['since=-1', 'since=x', 'since=1.5', 'limit=0', 'limit=501', 'limit=-1', 'since=1e3'])(
    'are refused with %s',
    async (question) => {
      const { body, status } = await testApp.anonymous().get(`/api/changes?${question}`)
      expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
    },
  )
})

async function changes(question: string): Promise<Changes> {
  const { body } = await testApp.anonymous().get(`/api/changes?${question}`).expect(200)
  return body
}

async function newest(): Promise<number> {
  let since = 0
  for (let hasMore = true; hasMore;) {
    const page = await changes(`since=${since}&limit=500`)
    since = page.next
    hasMore = page.hasMore
  }
  return since
}
