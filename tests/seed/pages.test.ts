import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRoadmap } from '../../seed/roadmap.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { Editable } from '../support/editing.ts'
import {
  blocksOf,
  paragraphsOf,
  proseIn,
  richTextsIn,
  wordsOf,
  type Block,
} from '../support/texts.ts'

const languages = ['en', 'es'] as const

type Language = (typeof languages)[number]

const kinds = ['stations', 'notices', 'steps', 'forms', 'help-organizations', 'phases'] as const

type Kind = (typeof kinds)[number]

/** A live document in one language, without what it lacks in that language. */
interface Page {
  id: string
  kind: Kind
  /** Its address, code or number. */
  name: string
  language: Language
  fields: Record<string, unknown>
}

let testApp: TestApp
let pages: Page[]

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  pages = []
  for (const kind of kinds)
    for (const language of languages) pages.push(...(await live(kind, language)))
})

afterAll(() => testApp.close())

async function live(kind: Kind, language: Language): Promise<Page[]> {
  const docs: Record<string, unknown>[] = []
  for (let page = 1, more = true; more; page += 1) {
    const { body } = await testApp
      .anonymous()
      .get(`/api/${kind}?limit=100&page=${page}&depth=0&locale=${language}&fallback-locale=none`)
    docs.push(...body.docs)
    more = body.hasNextPage
  }
  return docs.map((fields) => ({
    id: String(fields['id']),
    kind,
    name: String(fields['slug'] ?? fields['code'] ?? fields['number']),
    language,
    fields,
  }))
}

const pagesOf = (kind: Kind, language?: Language) =>
  pages.filter((page) => page.kind === kind && (!language || page.language === language))
const page = (kind: Kind, name: string, language: Language = 'en') =>
  pagesOf(kind, language).find((one) => one.name === name)!
const byId = (kind: Kind, id: string, language: Language) =>
  pagesOf(kind, language).find((one) => one.id === id)!
const titleOf = ({ kind, name, language }: Page) => `${kind}/${name} (${language})`
const textOf = (value: unknown) => richTextsIn(value).map(wordsOf).join(' ').trim()

/** A page and the steps it shows. */
const withSteps = (one: Page) => [
  one,
  ...((one.fields['steps'] ?? []) as string[]).map((id) => byId('steps', id, one.language)),
]

const answers = ['whatItMeans', 'howIGotHere', 'nextSteps', 'whereToGetHelp']

const isComplete = ({ fields }: Page) =>
  answers.every((name) => textOf(fields[name]) !== '') &&
  (fields['steps'] as string[]).length > 0 &&
  (fields['helpOrganizations'] as string[]).length > 0

const isCompleteInBoth = (kind: 'stations' | 'notices', name: string) =>
  languages.every((language) => isComplete(page(kind, name, language)))

const named = [
  'balance-paid',
  'notice-of-tax-due',
  'notice-of-deficiency',
  'cdp-hearing',
  'installment-agreement',
  'offer-in-compromise',
  'audit-reconsideration',
]

describe('Every station', () => {
  it.each(languages)('has a title, a sentence and an overview in %s', (language) => {
    const lacking = pagesOf('stations', language)
      .filter(
        ({ fields }) =>
          !fields['title'] || !fields['summary'] || textOf(fields['overview']).length < 40,
      )
      .map(titleOf)
    expect(lacking).toEqual([])
  })

  it('has a phase and a place on it', () => {
    const lacking = pagesOf('stations', 'en')
      .filter(({ fields }) => !fields['phase'] || typeof fields['order'] !== 'number')
      .map(titleOf)
    expect(lacking).toEqual([])
  })

  it('tells readers that more will follow only where something is missing, and on Balance Paid', () => {
    const waiting = pagesOf('stations', 'en').filter((one) => one.fields['moreToCome'] === true)
    expect(waiting.map(({ name }) => name)).toEqual(['balance-paid'])
  })
})

describe('Every document', () => {
  it.each(kinds)('of the %s is written anew in Spanish', (kind) => {
    const same = pagesOf(kind, 'en').filter(({ id, fields }) => {
      const spanish = byId(kind, id, 'es').fields
      const texts = ['summary', 'purpose', 'overview', 'body', 'whatTheyDo', ...answers]
      return texts.some((name) => {
        const [english, translated] = [fields[name], spanish[name]].map((value) =>
          typeof value === 'string' ? value : textOf(value),
        )
        return english !== '' && (translated === '' || english === translated)
      })
    })
    expect(same.map(titleOf)).toEqual([])
  })

  it.each(['stations', 'notices', 'steps', 'forms', 'phases'] as const)(
    'of the %s has a Spanish title, unless it is a name',
    (kind) => {
      const names = ['irs-gov']
      const same = pagesOf(kind, 'en').filter(({ id, name, fields }) => {
        const field = kind === 'phases' ? 'name' : 'title'
        const spanish = byId(kind, id, 'es').fields[field]
        return !spanish || (spanish === fields[field] && !names.includes(name))
      })
      expect(same.map(titleOf)).toEqual([])
    },
  )

  it('answers the same questions in both languages', () => {
    const uneven = [...pagesOf('stations', 'en'), ...pagesOf('notices', 'en')].filter((english) => {
      const spanish = byId(english.kind, english.id, 'es')
      return answers.some(
        (name) => (textOf(english.fields[name]) === '') !== (textOf(spanish.fields[name]) === ''),
      )
    })
    expect(uneven.map(titleOf)).toEqual([])
  })
})

describe('Complete pages', () => {
  it.each(['stations', 'notices'] as const)('are all ninety %s, in both languages', (kind) => {
    const all = pagesOf(kind, 'en')
    expect(all).toHaveLength(90)
    expect(all.filter(({ name }) => !isCompleteInBoth(kind, name)).map(titleOf)).toEqual([])
  })

  it.each(named)('include %s', (name) => {
    expect(isCompleteInBoth('stations', name)).toBe(true)
  })

  it('that begin to answer a question answer all of them', () => {
    const begun = [...pagesOf('stations'), ...pagesOf('notices')].filter(
      (one) => answers.some((name) => textOf(one.fields[name]) !== '') && !isComplete(one),
    )
    expect(begun.map(titleOf)).toEqual([])
  })
})

describe('The page Balance Paid', () => {
  const words = (...names: string[]) =>
    names.map((name) => textOf(page('stations', 'balance-paid').fields[name])).join(' ')
  const links = (name: string) =>
    richTextsIn(page('stations', 'balance-paid').fields[name])
      .flatMap((root) => blocksOf(root, 'link'))
      .map(({ fields }) => fields?.url ?? byAnyId(fields!.doc!.value)?.name)
  const byAnyId = (id: string) => pages.find((one) => one.id === id)
  const stepsOf = () => withSteps(page('stations', 'balance-paid')).slice(1)
  const formsOf = (value: unknown): string[] => {
    const { forms = [], alternatives = [] } = value as {
      forms?: string[]
      alternatives?: unknown[]
    }
    return [
      ...forms.map((id) => byId('forms', id, 'en').name),
      ...alternatives.flatMap((alternative) => formsOf(alternative)),
    ]
  }

  it('says who comes here: those who pay in full, at once or over time', () => {
    expect(words('overview')).toMatch(/paid in full/)
    expect(words('overview')).toMatch(/last payment/)
  })

  it('names the ways to pay: online, by check or money order', () => {
    expect(words('overview')).toMatch(/check or money order payable to the United States Treasury/)
    expect(links('overview')).toContain('https://www.irs.gov/payments')
  })

  it('tells of somebody who does not respond, and of the lien that may follow', () => {
    expect(links('overview')).toContain('lien-notice-cdp')
  })

  it('has examples that name Notice CP14', () => {
    const examples = page('stations', 'balance-paid').fields['examples'] as { notices: string[] }[]
    const codes = examples.flatMap(({ notices }) => notices.map((id) => byAnyId(id)?.name))
    expect(codes).toContain('CP14')
  })

  it('offers an installment agreement, an offer in compromise and a delay of collection', () => {
    expect(links('whatItMeans')).toEqual(
      expect.arrayContaining([
        'installment-agreement',
        'offer-in-compromise',
        'currently-not-collectible',
      ]),
    )
  })

  it('leads to the finder of notices on IRS.gov', () => {
    expect(links('whatItMeans')).toContain(
      'https://www.irs.gov/individuals/understanding-your-irs-notice-or-letter',
    )
  })

  it('says how people got here', () => {
    expect(words('howIGotHere')).toMatch(/sent you a notice/)
  })

  it('starts its steps with the return address, for three kinds of sender', () => {
    expect(words('nextSteps')).toMatch(/return address/)
    const [first] = stepsOf()
    const headings = (first!.fields['alternatives'] as { heading: string }[]).map(
      ({ heading }) => heading,
    )
    expect(first!.fields['title']).toBe('Is it from the IRS?')
    expect(headings).toEqual([
      expect.stringMatching(/from the IRS/),
      expect.stringMatching(/another agency, such as a state tax department/),
      expect.stringMatching(/Bureau of the Fiscal Service/),
    ])
  })

  it('has steps for those who disagree and for those who cannot pay', () => {
    expect(stepsOf().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['order-a-transcript', 'if-you-disagree', 'if-you-cannot-pay']),
    )
  })

  it.each(['Publication 5', 'Form 843', 'Notice 746', 'Publication 556', 'Form 4506-T'])(
    'has a step that needs %s',
    (number) => {
      expect(stepsOf().flatMap(({ fields }) => formsOf(fields))).toContain(number)
    },
  )

  it('names the Taxpayer Advocate Service and the Low Income Taxpayer Clinics, with what they do', () => {
    const { helpOrganizations } = page('stations', 'balance-paid').fields
    expect((helpOrganizations as string[]).map((id) => byAnyId(id)?.name)).toEqual([
      'taxpayer-advocate-service',
      'low-income-taxpayer-clinics',
    ])
    expect(words('whereToGetHelp')).toMatch(/independent organization inside the IRS/)
    expect(words('whereToGetHelp')).toMatch(/free or cost a small fee/)
  })

  it('leads to the list of clinics in Publication 4134', () => {
    expect(links('whereToGetHelp')).toContain('Publication 4134')
  })

  it('says that more topics may follow', () => {
    expect(page('stations', 'balance-paid').fields['moreToCome']).toBe(true)
  })

  it('has related letters and notices', () => {
    const related = page('stations', 'balance-paid').fields['relatedNotices'] as string[]
    expect(related.map((id) => byAnyId(id)?.name)).toContain('CP14')
  })

  it('is found by words that are not on it, in both languages', () => {
    for (const language of languages)
      expect(page('stations', 'balance-paid', language).fields['searchTerms']).not.toEqual([])
  })
})

describe('Shared steps', () => {
  const uses = () => {
    const counts = new Map<string, number>()
    for (const { fields } of [...pagesOf('stations', 'en'), ...pagesOf('notices', 'en')])
      for (const id of fields['steps'] as string[]) counts.set(id, (counts.get(id) ?? 0) + 1)
    return counts
  }

  it('are written once: “Is it from the IRS?” stands on more than forty pages', () => {
    expect(uses().get(page('steps', 'check-it-is-from-the-irs').id)).toBeGreaterThan(40)
  })

  it.each(['if-you-disagree', 'if-you-cannot-pay', 'read-the-whole-notice', 'pay-in-full'])(
    '%s stands on more than ten pages',
    (name) => {
      expect(uses().get(page('steps', name).id)).toBeGreaterThan(10)
    },
  )

  it('have titles of their own', () => {
    for (const language of languages) {
      const titles = pagesOf('steps', language).map(({ fields }) => fields['title'])
      expect(new Set(titles).size).toBe(titles.length)
    }
  })
})

describe('No page', () => {
  const offending = (isWrong: (prose: string) => boolean) =>
    pages.flatMap((one) =>
      proseIn(one.fields)
        .filter(isWrong)
        .map((prose) => `${titleOf(one)}: ${prose.slice(0, 80)}`),
    )
  const addresses = () =>
    pages.flatMap((one) => [
      ...richTextsIn(one.fields)
        .flatMap((root) => blocksOf(root, 'link'))
        .flatMap(({ fields }) => fields?.url ?? []),
      ...JSON.stringify(one.fields)
        .split('"')
        .filter((text) => /^https?:/.test(text)),
    ])

  it('names the host of a test server', () => {
    const testHost =
      /\b(dev|test|staging|stage|qa|uat|preview|np)\.|localhost|127\.0\.0\.1|non-prod/i
    expect(offending((prose) => testHost.test(prose))).toEqual([])
    expect(addresses().filter((url) => testHost.test(new URL(url).host))).toEqual([])
  })

  it('leads to an address that is not encrypted', () => {
    const links = pages.flatMap((one) =>
      richTextsIn(one.fields)
        .flatMap((root) => blocksOf(root, 'link'))
        .flatMap(({ fields }) => fields?.url ?? []),
    )
    expect(links.filter((url) => !url.startsWith('https://'))).toEqual([])
  })

  it('names an environment', () => {
    expect(offending((prose) => /Non-Prod|Development Environment/i.test(prose))).toEqual([])
  })

  it('has a phone number in its prose, where no correction would reach it', () => {
    const phone = /\(?\b\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}\b|\b1[-.\s]8\d\d[-.\s]|\+1\d{10}/
    expect(offending((prose) => phone.test(prose))).toEqual([])
  })

  it('has a heading with nothing under it', () => {
    const bare = pages.flatMap((one) =>
      richTextsIn(one.fields).flatMap(({ children = [] }) =>
        children
          .filter(
            (block, index) => block.type === 'heading' && endsSection(block, children[index + 1]),
          )
          .map((block) => `${titleOf(one)}: ${wordsOf(block)}`),
      ),
    )
    expect(bare).toEqual([])
  })

  it('has a section without text', () => {
    const empty = pages.filter(({ fields }) =>
      richTextsIn(fields).some(
        (root) => wordsOf(root).trim() === '' || paragraphsOf(root).some((words) => words === ''),
      ),
    )
    expect(empty.map(titleOf)).toEqual([])
  })

  it('has a step or situation without text', () => {
    const empty = pagesOf('steps').filter(
      ({ fields }) =>
        textOf(fields['body']) === '' ||
        (fields['alternatives'] as { heading: string; body: unknown }[]).some(
          ({ heading, body }) => !heading || textOf(body) === '',
        ),
    )
    expect(empty.map(titleOf)).toEqual([])
  })

  it('says a paragraph twice, in itself or in its steps', () => {
    const repeated = [...pagesOf('stations'), ...pagesOf('notices')].flatMap((one) => {
      const paragraphs = withSteps(one)
        .flatMap(({ fields }) => richTextsIn(fields).flatMap(paragraphsOf))
        .filter((words) => words.split(' ').length > 3)
      return paragraphs
        .filter((words, index) => paragraphs.indexOf(words) !== index)
        .map((words) => `${titleOf(one)}: ${words.slice(0, 80)}`)
    })
    expect(repeated).toEqual([])
  })

  it('has the sentence of another page in its title', () => {
    const summaries = pages.map(({ fields }) => String(fields['summary'] ?? '')).filter(Boolean)
    const wrong = pages.filter(({ fields }) =>
      summaries.some((summary) => String(fields['title'] ?? fields['name']).includes(summary)),
    )
    expect(wrong.map(titleOf)).toEqual([])
  })

  it('shares its title with another of its kind', () => {
    const shared = pages.filter((one) =>
      pagesOf(one.kind, one.language).some(
        (other) =>
          other.id !== one.id &&
          (one.kind === 'stations' || one.kind === 'steps') &&
          other.fields['title'] === one.fields['title'],
      ),
    )
    expect(shared.map(titleOf)).toEqual([])
  })

  it('has advice for those who cannot pay under another heading', () => {
    const advice =
      /can(no|')t pay|cannot pay|installment agreement|payment plan|offer in compromise|no puede pagar|plan de pagos|ofrecimiento de transacción/i
    const misplaced = pagesOf('steps').flatMap((one) =>
      (one.fields['alternatives'] as { situation: string; heading: string; body: unknown }[])
        .filter(({ situation, body }) => situation !== 'cannotPay' && advice.test(textOf(body)))
        .map(({ heading }) => `${titleOf(one)}: ${heading}`),
    )
    expect(misplaced).toEqual([])
  })

  it('has advice for those who cannot pay in the step for those who disagree', () => {
    for (const language of languages) {
      const { fields } = page('steps', 'if-you-disagree', language)
      expect(textOf(fields)).not.toMatch(/can(no|')t pay|cannot pay|no puede pagar/i)
    }
  })

  it('of a notice says a number of days that no source states', () => {
    const facts = new Map(readRoadmap().notices.map(({ fact }) => [fact.code, fact]))
    const days =
      /\b(\d+|ten|twenty|thirty|forty-five|sixty|ninety|diez|veinte|treinta|sesenta|noventa)[ -](?:calendar |business )?(?:days?|días)\b/gi
    const unsourced = pagesOf('notices').flatMap((one) => {
      const { deadline, deadlineNote = '', certainty } = facts.get(one.name)!
      const stated = [
        ...(deadline?.certainty === 'source' ? [deadline.count, deadline.alternative?.count] : []),
        ...(certainty === 'page' ? (deadlineNote.match(/\d+/g) ?? []) : []),
      ].map(String)
      // Hidden search terms are what people type, not what they are told.
      return proseIn({ ...one.fields, searchTerms: [] })
        .flatMap((prose) => [...prose.matchAll(days)])
        .filter(([, number]) => !stated.includes(number!))
        .map(([words]) => `${titleOf(one)}: ${words}`)
    })
    expect(unsourced).toEqual([])
  })
})

describe('Links and references', () => {
  const stored = async (collection: Editable) => {
    const { docs } = await testApp.payload.find({
      collection,
      depth: 0,
      limit: 0,
      locale: 'all',
      pagination: false,
      where: { _status: { equals: 'published' } },
    })
    return docs as unknown as ({ id: string } & Record<string, unknown>)[]
  }
  const liveIds = () => new Set(pages.map(({ kind, id }) => `${kind}/${id}`))

  it('inside the roadmap lead to live documents', async () => {
    const targets: string[] = []
    for (const kind of kinds)
      for (const document of await stored(kind))
        for (const root of richTextsIn(document))
          for (const { fields } of blocksOf(root, 'link'))
            if (fields?.linkType === 'internal')
              targets.push(`${fields.doc?.relationTo}/${fields.doc?.value}`)
    expect(targets.length).toBeGreaterThan(100)
    expect(targets.filter((target) => !liveIds().has(target))).toEqual([])
  })

  it('all have words to click on', async () => {
    const links: Block[] = []
    for (const kind of kinds)
      for (const document of await stored(kind))
        links.push(...richTextsIn(document).flatMap((root) => blocksOf(root, 'link')))
    expect(links.filter((link) => wordsOf(link).trim() === '')).toEqual([])
  })

  it('from a station to a station lead to a live one', async () => {
    const targets = (await stored('stations')).flatMap(({ connections }) =>
      (connections as { to: string }[]).map(({ to }) => `stations/${to}`),
    )
    expect(targets).toHaveLength(145)
    expect(targets.filter((target) => !liveIds().has(target))).toEqual([])
  })

  it.each([
    ['stations', 'steps', 'steps'],
    ['stations', 'helpOrganizations', 'help-organizations'],
    ['stations', 'relatedNotices', 'notices'],
    ['notices', 'stations', 'stations'],
    ['notices', 'steps', 'steps'],
    ['notices', 'forms', 'forms'],
    ['notices', 'helpOrganizations', 'help-organizations'],
    ['notices', 'relatedNotices', 'notices'],
    ['steps', 'forms', 'forms'],
    ['steps', 'helpOrganizations', 'help-organizations'],
  ] as const)('from %s by %s name live %s', async (kind, field, target) => {
    const targets = (await stored(kind)).flatMap((document) =>
      (document[field] as string[]).map((id) => `${target}/${id}`),
    )
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.filter((one) => !liveIds().has(one))).toEqual([])
  })
})

/** Whether a heading is followed by nothing, or by a heading that is not below it. */
function endsSection(heading: Block, next: Block | undefined): boolean {
  return next === undefined || (next.type === 'heading' && next.tag! <= heading.tag!)
}
