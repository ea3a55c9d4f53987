import request from 'supertest'
import { richText, type LinkTarget } from '../../seed/markdown.ts'
import type { TestApp } from './app.ts'
import { contentTypes, type ContentType, type Planted } from './questions.ts'
import { bringTo, publishTogether, type Place } from './review.ts'

export type Ids = Record<ContentType, string>

/** Words of two kinds of drafts: those planted later, and those that are there from the start. */
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

/**
 * One document of each content type with every field filled and every reference set, in both languages:
 * drafts, or live ones that were approved one by one and published together.
 *
 * @param words stands in every text, title and address
 * @param file what the picture's file is called, which never changes; by default the words
 * @param at the documents it points at; without, it points at the others made with it where it can
 */
export async function writeRoadmap(
  testApp: TestApp,
  {
    words,
    file = words,
    number,
    state,
    at,
  }: { words: string; file?: string; number: number; state: PlantedState; at?: Ids },
): Promise<Ids> {
  const ids: Partial<Ids> = {}
  const order = ['media', 'phases', 'help-organizations', 'forms', 'steps', 'notices', 'stations']
  for (const type of order as ContentType[]) {
    const data = wordsOf(type, { words, number, at: at ?? ids })
    ids[type] =
      type === 'media'
        ? await upload(testApp, { name: `${file}.png`, data })
        : await save(testApp, { type, data })
    await saveInSpanish(testApp, { type, id: ids[type]!, words })
  }
  if (state === 'published') await publishTogether(testApp, placesOf(ids as Ids))
  return ids as Ids
}

type PlantedState = 'draft' | 'published'

/** Saves over each document a draft full of words that readers must not see, addresses aside. */
export async function draftOver(
  testApp: TestApp,
  { live, words, number, at }: { live: Ids; words: string; number: number; at: Ids },
): Promise<void> {
  for (const type of contentTypes) {
    const data = wordsOf(type, { words, number, at })
    const addresses = { slug: undefined, code: undefined, number: undefined }
    await save(testApp, { type, id: live[type], data: { ...data, ...addresses } })
    await saveInSpanish(testApp, { type, id: live[type], words })
  }
}

/** Replaces the words of live documents, addresses included, by way of the review. */
export async function reword(
  testApp: TestApp,
  { live, words, number, at }: { live: Ids; words: string; number: number; at?: Ids },
): Promise<void> {
  for (const type of contentTypes) {
    const data = wordsOf(type, { words, number, at: at ?? live })
    // A document does not point at itself.
    const own = type === 'forms' && !at ? { supersededBy: null } : {}
    const lines = type === 'stations' && !at ? { connections: [] } : {}
    await save(testApp, { type, id: live[type], data: { ...data, ...own, ...lines } })
    await saveInSpanish(testApp, { type, id: live[type], words })
  }
  await publishTogether(testApp, placesOf(live))
}

/** One document of each content type as the workflow names them. */
export function placesOf(ids: Ids): Place[] {
  return contentTypes.map((type) => ({ collection: type, id: ids[type] }))
}

/**
 * Makes a live document point where the workflow would not let it, as only a damaged database could: past
 * all rules, in the database itself.
 *
 * @param instead ids it points at, and those it is to point at instead
 */
export async function damage(
  { payload }: TestApp,
  { type, id, instead }: { type: ContentType; id: string; instead: ReadonlyMap<string, string> },
): Promise<void> {
  const stored = await payload.db.findOne<{ id: string }>({
    collection: type,
    where: { id: { equals: id } },
  })
  let text = JSON.stringify(stored)
  for (const [from, to] of instead) text = text.replaceAll(from, to)
  const data = JSON.parse(text) as Record<string, unknown>
  await payload.db.updateOne({ collection: type, id, data })
}

/** Creates or saves a draft, as an editor. */
export async function save(
  { payload, person }: TestApp,
  {
    type,
    id,
    data,
    locale = 'en',
  }: {
    type: ContentType
    id?: string
    data: object
    locale?: 'en' | 'es'
  },
): Promise<string> {
  const shared = {
    collection: type,
    data: data as never,
    draft: true,
    depth: 0,
    locale,
    overrideAccess: false,
    user: await person('editor'),
  }
  const saved = id ? await payload.update({ ...shared, id }) : await payload.create(shared)
  return String(saved.id)
}

/** Creates a document that is live. */
export async function saveLive(
  testApp: TestApp,
  { type, data }: { type: ContentType; data: object },
): Promise<string> {
  const id = await save(testApp, { type, data })
  await bringTo(testApp, { collection: type, id, state: 'published' })
  return id
}

async function upload(
  testApp: TestApp,
  { name, data }: { name: string; data: object },
): Promise<string> {
  const { body } = await request(testApp.app)
    .post('/api/media?draft=true')
    .set('Authorization', await testApp.authorization('editor'))
    .field('_payload', JSON.stringify(data))
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
      sourcing,
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
      isStart: true,
      isEnd: true,
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
  { type, id, words }: { type: ContentType; id: string; words: string },
): Promise<void> {
  const english = (await testApp.payload.findByID({
    collection: type,
    id,
    depth: 0,
    draft: true,
  })) as unknown as Rows
  const data = spanishOf(type, words, english)
  await save(testApp, { type, id, data, locale: 'es' })
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
