import request from 'supertest'
import type { PersonName, TestApp } from './app.ts'
import { richText, type LinkTarget } from '../../seed/markdown.ts'
import { contentTypes, type ContentType, type Planted } from './questions.ts'

export type Ids = Record<ContentType, string>

/** Words of two kinds of drafts: those planted later, and those that live pages point at from the start. */
export const planted: Planted = {
  word: 'quokkafeather',
  number: 7777,
  date: '2031-07-07T00:00:00.000Z',
}
export const anchorWord = 'numbatwhisker'

/** The smallest picture there is: one transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

type State = 'draft' | 'published'

/**
 * One document of each content type with every field filled and every reference set.
 *
 * @param words stands in every text, title and address
 * @param at the documents it points at; without, it points at the others made with it where it can
 */
export async function writeRoadmap(
  testApp: TestApp,
  { words, number, state, at }: { words: string; number: number; state: State; at?: Ids },
): Promise<Ids> {
  const ids: Partial<Ids> = {}
  const order = ['media', 'phases', 'help-organizations', 'forms', 'steps', 'notices', 'stations']
  for (const type of order as ContentType[]) {
    const data = wordsOf(type, { words, number, at: at ?? ids })
    ids[type] =
      type === 'media'
        ? await upload(testApp, { name: `${words}.png`, data, state })
        : await save(testApp, { type, data, state })
    await saveInSpanish(testApp, { type, id: ids[type]!, words, state })
  }
  return ids as Ids
}

/** Saves over each document a draft full of words that readers must not see. */
export async function draftOver(
  testApp: TestApp,
  { live, words, at }: { live: Ids; words: string; at: Ids },
): Promise<void> {
  for (const type of contentTypes) {
    const data = wordsOf(type, { words, number: planted.number, at })
    const addresses = { slug: undefined, code: undefined, number: undefined }
    await save(testApp, { type, id: live[type], data: { ...data, ...addresses }, state: 'draft' })
    await saveInSpanish(testApp, { type, id: live[type], words, state: 'draft' })
  }
}

/** Creates or saves a document, drafts as an editor would and live ones as a publisher would. */
export async function save(
  { payload, person }: TestApp,
  {
    type,
    id,
    data,
    state,
    locale = 'en',
  }: {
    type: ContentType
    id?: string
    data: object
    state: State
    locale?: 'en' | 'es'
  },
): Promise<string> {
  const by: PersonName = state === 'published' ? 'publisher' : 'editor'
  const status = state === 'published' ? { _status: 'published' } : {}
  const shared = {
    collection: type,
    data: { ...data, ...status } as never,
    draft: state === 'draft',
    depth: 0,
    locale,
    overrideAccess: false,
    user: await person(by),
  }
  const saved = id ? await payload.update({ ...shared, id }) : await payload.create(shared)
  return String(saved.id)
}

async function upload(
  testApp: TestApp,
  { name, data, state }: { name: string; data: object; state: State },
): Promise<string> {
  const by: PersonName = state === 'published' ? 'publisher' : 'editor'
  const status = state === 'published' ? { _status: 'published' } : {}
  const { body } = await request(testApp.app)
    .post(`/api/media?draft=${state === 'draft'}`)
    .set('Authorization', await testApp.authorization(by))
    .field('_payload', JSON.stringify({ ...data, ...status }))
    .attach('file', pixel, { filename: name, contentType: 'image/png' })
  return String(body.doc.id)
}

/** Every field of a content type, with the words wherever words can stand. */
function wordsOf(
  type: ContentType,
  { words, number, at }: { words: string; number: number; at: Partial<Ids> },
): object {
  const text = textWith(words, at)
  const references = (of: ContentType) => (at[of] ? [at[of]] : [])
  const sourcing = {
    certainty: 'unverified',
    source: `https://${words}.example.gov/`,
    checkedOn: planted.date,
    note: `Not sure about ${words}`,
  }
  const questions = {
    whatItMeans: text,
    howIGotHere: text,
    nextSteps: text,
    steps: references('steps'),
    whereToGetHelp: text,
    helpOrganizations: references('help-organizations'),
  }
  const data: Record<ContentType, object> = {
    media: { alt: `Picture of ${words}`, caption: `Caption with ${words}` },
    phases: {
      name: `Phase ${words}`,
      slug: `phase-${words}`,
      order: number,
      summary: `About ${words}`,
      colour: '#777777',
      marker: words.slice(0, 2),
      sourcing,
    },
    'help-organizations': {
      name: `Organization ${words}`,
      slug: `organization-${words}`,
      abbreviation: words.toUpperCase(),
      whatTheyDo: text,
      whoIsEligible: text,
      phones: [{ label: `Line for ${words}`, number: '+18777774778', tty: true }],
      hours: `Open for ${words}`,
      url: `https://${words}.example.gov/`,
      languages: ['en', 'ht'],
      sourcing,
    },
    forms: {
      number: `Form ${words}`,
      title: `Form about ${words}`,
      kind: 'instructions',
      purpose: `For ${words}`,
      urls: [{ language: 'ht', url: `https://${words}.example.gov/form` }],
      revision: '2031-07',
      supersededBy: at.forms,
      retiredOn: planted.date,
      sourcing,
    },
    steps: {
      title: `Step ${words}`,
      slug: `step-${words}`,
      follows: 'or',
      body: text,
      alternatives: [
        {
          situation: 'overpaid',
          heading: `If ${words}`,
          body: text,
          forms: references('forms'),
          helpOrganizations: references('help-organizations'),
        },
      ],
      forms: references('forms'),
      helpOrganizations: references('help-organizations'),
    },
    notices: {
      code: `${words}1`,
      title: `Notice ${words}`,
      kind: 'letter',
      phase: at.phases,
      aliases: [`${words}2`],
      searchTerms: [`looking for ${words}`],
      summary: `About ${words}`,
      overview: text,
      ...questions,
      deadline: {
        count: 777,
        unit: 'years',
        startsFrom: 'determination',
        printedDateWins: false,
        extendable: 'no',
        alternatives: [{ count: 777, unit: 'years', when: `For ${words}` }],
        consequence: `Loses ${words}`,
        authority: `Law of ${words}`,
        source: `https://${words}.example.gov/law`,
        certainty: 'inferred',
      },
      stations: references('stations'),
      forms: references('forms'),
      relatedNotices: references('notices'),
      officialUrl: `https://${words}.example.gov/notice`,
      sourcing,
    },
    stations: {
      title: `Station ${words}`,
      slug: `station-${words}`,
      phase: at.phases,
      kind: 'hub',
      order: number,
      searchTerms: [`looking for ${words}`],
      summary: `About ${words}`,
      overview: text,
      examples: [{ text, notices: references('notices') }],
      moreToCome: true,
      ...questions,
      connections: at.stations
        ? [
            {
              to: at.stations,
              condition: `If ${words}`,
              transfer: true,
              certainty: 'inferred',
              source: `https://${words}.example.gov/line`,
            },
          ]
        : [],
      position: { x: number, y: number },
      relatedNotices: references('notices'),
      sourcing,
    },
  }
  return data[type]
}

/** Puts the words into the Spanish side of a document, rows of its lists included. */
async function saveInSpanish(
  testApp: TestApp,
  { type, id, words, state }: { type: ContentType; id: string; words: string; state: State },
): Promise<void> {
  const english = (await testApp.payload.findByID({
    collection: type,
    id,
    depth: 0,
    draft: true,
  })) as unknown as Rows
  const data = spanishOf(type, words, english)
  await save(testApp, { type, id, data, state, locale: 'es' })
}

/** The lists of a document whose rows have words of their own. */
interface Rows {
  phones?: object[]
  alternatives?: object[]
  deadline?: { alternatives?: object[] }
  examples?: object[]
  connections?: object[]
}

function spanishOf(type: ContentType, words: string, english: Rows): object {
  const text = textWith(`${words} en español`, {})
  const rows = (list: object[] | undefined, spanish: object) =>
    list?.map((row) => ({ ...row, ...spanish }))
  const data: Record<ContentType, object> = {
    media: { alt: `Imagen de ${words}` },
    phases: { name: `Fase ${words}`, summary: `Sobre ${words}` },
    'help-organizations': {
      name: `Organización ${words}`,
      whatTheyDo: text,
      phones: rows(english.phones, { label: `Línea ${words}` }),
    },
    forms: { title: `Formulario de ${words}`, purpose: `Para ${words}` },
    steps: {
      title: `Paso ${words}`,
      body: text,
      alternatives: rows(english.alternatives, { heading: `Si ${words}`, body: text }),
    },
    notices: {
      title: `Aviso ${words}`,
      summary: `Sobre ${words}`,
      overview: text,
      searchTerms: [`buscando ${words}`],
      deadline: {
        ...english.deadline,
        alternatives: rows(english.deadline?.alternatives, { when: `Para ${words}` }),
      },
    },
    stations: {
      title: `Estación ${words}`,
      summary: `Sobre ${words}`,
      overview: text,
      searchTerms: [`buscando ${words}`],
      examples: rows(english.examples, { text }),
      connections: rows(english.connections, { condition: `Si ${words}` }),
    },
  }
  return data[type]
}

const linkable = ['stations', 'notices', 'forms', 'help-organizations'] as const

/** Rich text with the words, and a link to each document that text can point at. */
export function textWith(words: string, at: Partial<Ids>): object {
  const links = linkable.filter((type) => at[type]).map((type) => `See [here](${type}:there).`)
  return richText([`About ${words}.`, ...links].join('\n\n'), (link): LinkTarget => {
    const relationTo = linkable.find((type) => link.startsWith(`${type}:`))!
    return { relationTo, value: at[relationTo]! }
  })
}
