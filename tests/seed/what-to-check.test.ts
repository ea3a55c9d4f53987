import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuseMisformed } from '../../seed/prose-form.ts'
import { readRoadmap } from '../../seed/roadmap.ts'
import { startApp, type TestApp } from '../support/app.ts'

const kinds = ['stations', 'notices', 'steps'] as const

type Kind = (typeof kinds)[number]

interface Live {
  slug?: string
  code?: string
  sourcing: { certainty?: string; note?: string | null }
}

describe.each(kinds)('What the team has to check of the %s', (kind) => {
  let testApp: TestApp

  beforeAll(async () => {
    testApp = await startApp({ content: 'roadmap' })
  })

  afterAll(() => testApp.close())

  /** All that is live, as readers get it or as an editor does. */
  const live = async (as: 'reader' | 'editor', locale = 'en'): Promise<Live[]> => {
    const docs: Live[] = []
    for (let page = 1, more = true; more; page += 1) {
      const question = testApp
        .anonymous()
        .get(`/api/${kind}?limit=100&page=${page}&depth=0&locale=${locale}`)
      if (as === 'editor') question.set('Authorization', await testApp.authorization('editor'))
      const { body } = await question
      docs.push(...body.docs)
      more = body.hasNextPage
    }
    return docs
  }

  it('stands in the note of its page, each claim in a line of its own', async () => {
    const told = (await live('editor'))
      .map(({ slug, code, sourcing }) => [slug ?? code!, linesToCheck(sourcing.note)] as const)
      .filter(([, lines]) => lines.length > 0)
    const written = claimsIn(kind).map(
      ([name, claims]) => [name, claims.map((claim) => `To check: ${claim}`)] as const,
    )
    expect(written.length).toBeGreaterThan(25)
    expect(new Map(told)).toEqual(new Map(written))
  })

  it.each(['en', 'es'])('is shown to no reader: %s', async (locale) => {
    const pages = await live('reader', locale)
    expect(pages.length).toBeGreaterThanOrEqual(90)
    expect(pages.filter((page) => JSON.stringify(page).includes('To check:'))).toEqual([])
  })

  it('says what to do about each claim, in a few plain sentences', () => {
    const claims = claimsIn(kind).flatMap(([name, lines]) => lines.map((line) => [name, line]))
    const idle = claims.filter(
      ([, line]) => !/\b(Check|Compare|Decide|Have a lawyer)\b/.test(line!),
    )
    expect(idle).toEqual([])
    expect(claims.filter(([, line]) => line!.length > 420)).toEqual([])
  })

  if (kind === 'steps')
    it('goes with a word that nobody has checked what the steps say', async () => {
      const seeded = new Set(readRoadmap().steps.map(({ slug }) => slug))
      const certainties = (await live('editor'))
        .filter(({ slug }) => seeded.has(slug!))
        .map(({ sourcing }) => sourcing.certainty)
      expect(certainties).toHaveLength(seeded.size)
      expect(new Set(certainties)).toEqual(new Set(['generalKnowledge']))
    })
})

describe('An entry of the content files is refused, with its file and its name,', () => {
  const sound = { title: { en: 'Words', es: 'Palabras' }, toCheck: ['Check the form.'] }
  const read = (entry: object) => refuseMisformed('notices', 'letters.yaml', { LT11: entry })

  it('unless it is well formed, with something to check or nothing', () => {
    expect(() => read(sound)).not.toThrow()
    expect(() => read({ title: sound.title })).not.toThrow()
  })

  it.each([
    ['has a field of another name', { tocheck: sound.toCheck }, /“tocheck”, which is no field/],
    ['has a field of another kind of page', { examples: [] }, /“examples”, which is no field/],
    ['has a list with nothing in it', { toCheck: [] }, /a sentence in each line of “toCheck”/],
    ['has an empty line', { toCheck: ['Check it.', ' '] }, /a sentence in each line of “toCheck”/],
    ['has a line that is no text', { toCheck: [null] }, /a sentence in each line of “toCheck”/],
    ['has one text instead of a list', { toCheck: 'Check it.' }, /a sentence in each line/],
  ])('when it %s', (_what, changed, message) => {
    expect(() => read({ ...sound, ...changed })).toThrow(message)
    expect(() => read({ ...sound, ...changed })).toThrow('content/notices/letters.yaml: “LT11”')
  })
})

/** The claims in the content files, by the address or code of the page. */
function claimsIn(kind: Kind): [string, string[]][] {
  const roadmap = readRoadmap()
  const pages: Record<Kind, [string, { toCheck?: string[] }][]> = {
    stations: roadmap.stations.map(({ fact, prose }) => [fact.slug, prose]),
    notices: roadmap.notices.map(({ fact, prose }) => [fact.code, prose]),
    steps: roadmap.steps.map(({ slug, prose }) => [slug, prose]),
  }
  return pages[kind].flatMap(([name, { toCheck }]) => (toCheck ? [[name, toCheck]] : []))
}

function linesToCheck(note: string | null | undefined): string[] {
  return (note ?? '').split('\n').filter((line) => line.startsWith('To check: '))
}
