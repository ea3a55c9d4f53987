import { readdirSync, readFileSync } from 'node:fs'
import type { Random } from './random.ts'

/** What questions can be about: names and ids as they were when the test began, and some that never were. */
export interface Known {
  stations: { id: string; slug: string }[]
  notices: { id: string; code: string }[]
  forms: { id: string; number: string }[]
  steps: { id: string; slug: string }[]
  phases: { id: string; slug: string }[]
  organizations: { id: string; slug: string }[]
}

/** One question that a reader may ask. */
export interface ReaderQuestion {
  path: string
  /** Posted as JSON; without it, the question is a GET. */
  body?: { query: string; variables: Record<string, unknown> }
}

const folder = 'src/app/(reader)/questions'

const fragments = readFileSync(`${folder}/fragments.graphql`, 'utf8')

/** The questions that the reader's site asks, by their names. */
const ownQuestions = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql') && name !== 'fragments.graphql')
  .filter((name) => !/preview|search/.test(name))
  .flatMap((name) => operationsIn(readFileSync(`${folder}/${name}`, 'utf8')))

interface Operation {
  query: string
  /** Names of variables and their types, such as `locale: LocaleInputType`. */
  variables: { name: string; type: string }[]
}

function operationsIn(text: string): Operation[] {
  const parts = text.split(/^(?=query |fragment )/m)
  const own = parts.filter((part) => part.startsWith('fragment ')).join('\n')
  return parts
    .filter((part) => part.startsWith('query '))
    .map((part) => ({
      query: withFragments(`${part}\n${own}`),
      variables: [...part.split('{', 1)[0]!.matchAll(/\$(\w+): ([\w!]+)/g)].map(
        ([, name, type]) => ({ name: name!, type: type! }),
      ),
    }))
}

/** The question with those of the shared fragments that it uses, and no others. */
function withFragments(query: string): string {
  const shared = new Map(
    fragments
      .split(/^(?=fragment )/m)
      .filter((part) => part.startsWith('fragment '))
      .map((part) => [/^fragment (\w+)/.exec(part)![1]!, part]),
  )
  const used = new Set<string>()
  const look = (text: string) => {
    for (const [, name] of text.matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
      const part = shared.get(name!)
      if (!part || used.has(name!) || text.includes(`fragment ${name} `)) continue
      used.add(name!)
      look(part)
    }
  }
  look(query)
  return [query, ...[...used].map((name) => shared.get(name)!)].join('\n')
}

/** A question of any kind that the platform takes. */
export function anyQuestion(random: Random, known: Known): ReaderQuestion {
  return random.oneOf([rest, rest, rest, graphql, graphql, ownQuestion, page, page, rest])(
    random,
    known,
  )
}

const types = ['stations', 'notices', 'forms', 'steps', 'phases', 'help-organizations'] as const

function rest(random: Random, known: Known): ReaderQuestion {
  const collection = random.oneOf(types)
  const depth = random.oneOf(['', '&depth=0', '&depth=1', '&depth=2'])
  const locale = random.oneOf(['', '&locale=es', '&locale=all', '&locale=es&fallback-locale=none'])
  const whole = random.oneOf(['', '&joins=false', ...selections[collection]])
  switch (random.between(0, 8)) {
    case 0:
      return { path: random.oneOf(['/api/changes', '/api/pages?locale=es', '/api/roadmap']) }
    case 1:
      return { path: `/api/roadmap/${random.oneOf(known.stations).slug}?locale=es` }
    case 2:
      return { path: `/api/${collection}/${anyId(random, known)}?x${depth}${locale}${whole}` }
    case 3:
      return {
        path: `/api/stations/by-slug/${random.oneOf(known.stations).slug}?x${depth}${locale}`,
      }
    case 4:
      return { path: `/api/notices/by-code/${random.oneOf(known.notices).code}?x${depth}${locale}` }
    case 5:
      return {
        path: `/api/${collection}?limit=${random.between(1, 12)}&page=${random.between(1, 3)}${depth}${locale}${whole}&sort=${random.oneOf(orders[collection])}`,
      }
    default:
      return {
        path: `/api/${collection}?${condition(random, known, collection)}&limit=${random.oneOf([1, 5, 50])}${depth}${locale}${whole}${random.oneOf(['', `&sort=${random.oneOf(orders[collection])}`])}`,
      }
  }
}

const selections: Record<(typeof types)[number], string[]> = {
  stations: ['&select[title]=true&select[phase]=true', '&select[connections]=true'],
  notices: ['&select[title]=true', '&select[stations]=true'],
  forms: ['&select[number]=true&select[usedInSteps]=true'],
  steps: ['&select[title]=true'],
  phases: ['&select[name]=true&select[stations]=true'],
  'help-organizations': ['&select[name]=true'],
}

const orders: Record<(typeof types)[number], string[]> = {
  stations: ['title', '-title', 'slug', 'order', '-updatedAt', 'createdAt', 'phase,slug'],
  notices: ['code', '-code', 'title', 'updatedAt'],
  forms: ['number', 'title', '-updatedAt'],
  steps: ['title', 'slug', '-createdAt'],
  phases: ['order', '-name', 'slug'],
  'help-organizations': ['name', 'slug', '-updatedAt'],
}

function condition(random: Random, known: Known, collection: (typeof types)[number]): string {
  const station = random.oneOf(known.stations)
  const word = random.oneOf(['a', 'tax', 'Changed', 'notice', 'zz'])
  const choices: Record<(typeof types)[number], string[]> = {
    stations: [
      `where[slug][equals]=${station.slug}`,
      `where[slug][in][]=${station.slug}&where[slug][in][]=${random.oneOf(known.stations).slug}`,
      `where[phase][equals]=${random.oneOf(known.phases).id}`,
      `where[connections.to][equals]=${station.id}`,
      `where[connections.to][in][]=${station.id}&where[kind][equals]=hub`,
      `where[kind][equals]=hub`,
      `where[title][like]=${word}`,
      `where[phase.slug][equals]=${random.oneOf(known.phases).slug}`,
      `where[isStart][equals]=true`,
      `where[id][in][]=${station.id}&where[id][in][]=${random.oneOf(known.stations).id}`,
      `where[or][0][slug][equals]=${station.slug}&where[or][1][phase][equals]=${random.oneOf(known.phases).id}`,
      `where[or][0][slug][equals]=${station.slug}&where[or][1][title][like]=${word}`,
      `where[and][0][phase][equals]=${random.oneOf(known.phases).id}&where[and][1][title][not_equals]=${word}`,
      `where[notices][exists]=true`,
    ],
    notices: [
      `where[code][equals]=${random.oneOf(known.notices).code}`,
      `where[stations][equals]=${station.id}`,
      `where[stations][in][]=${station.id}`,
      `where[stations.slug][equals]=${station.slug}`,
      `where[title][like]=${word}`,
      `where[kind][equals]=letter`,
      `where[updatedAt][greater_than]=2020-01-01T00:00:00.000Z`,
    ],
    forms: [
      `where[number][equals]=${random.oneOf(known.forms).number}`,
      `where[title][like]=${word}`,
      `where[kind][not_equals]=form`,
    ],
    steps: [`where[slug][equals]=${random.oneOf(known.steps).slug}`, `where[title][like]=${word}`],
    phases: [`where[slug][equals]=${random.oneOf(known.phases).slug}`, `where[name][like]=${word}`],
    'help-organizations': [
      `where[slug][equals]=${random.oneOf(known.organizations).slug}`,
      `where[name][contains]=${word}`,
    ],
  }
  return random.oneOf(choices[collection])
}

function graphql(random: Random, known: Known): ReaderQuestion {
  const station = random.oneOf(known.stations)
  const notice = random.oneOf(known.notices)
  const locale = random.oneOf(['en', 'es'])
  const queries = [
    `{ stationBySlug(slug: "${station.slug}", locale: ${locale}) { title phase { name } connections { to { title } } } }`,
    `{ noticeByCode(code: "${notice.code}", locale: ${locale}) { title aliases stations { slug title } } }`,
    `{ phaseBySlug(slug: "${random.oneOf(known.phases).slug}") { name stations(limit: 4, page: ${random.between(1, 2)}) { docs { title } hasNextPage } } }`,
    `{ Stations(limit: 5, sort: "${random.oneOf(['title', 'slug', '-updatedAt'])}", locale: ${locale}) { totalDocs docs { slug title } } }`,
    `{ Notices(where: { stations: { in: ["${station.id}"] } }) { totalDocs docs { code } } }`,
    `{ countStations(where: { phase: { equals: "${random.oneOf(known.phases).id}" } }) { totalDocs } }`,
    `{ address(collection: "stations", name: "${station.slug}", locale: ${locale}) { name path moved withdrawn } }`,
    `{ address(collection: "notices", id: "${notice.id}") { name path withdrawn writtenIn } }`,
    `{ roadmap(locale: ${locale}) { stations { slug title position { x y } } connections { condition } outline } }`,
    `{ roadmap { asOf { sequence } size { width height } } }`,
    `{ stationOnRoadmap(slug: "${station.slug}") { before { title } after { title } leadsTo { station { slug } } } }`,
    `{ withdrawal(collection: "stations", slug: "${station.slug}", locale: ${locale}) { reason at } }`,
    `{ pages(locale: ${locale}) { path lastModified } }`,
    `{ popularSearches(locale: ${locale}) { term pinned } }`,
    `{ Station(id: "${station.id}") { title arrivesFrom(limit: 3) { docs { slug } } } }`,
  ]
  return { path: '/api/graphql', body: { query: random.oneOf(queries), variables: {} } }
}

function ownQuestion(random: Random, known: Known): ReaderQuestion {
  const { query, variables } = random.oneOf(ownQuestions)
  const values: Record<string, string> = {
    locale: random.oneOf(['en', 'es']),
    slug: random.oneOf([...known.stations, ...known.organizations]).slug,
    code: random.oneOf(known.notices).code,
    number: random.oneOf(known.forms).number,
    name: random.oneOf(known.stations).slug,
    id: random.oneOf(known.steps).id,
    fallbackLocale: 'en',
    collection: 'stations',
  }
  const given = variables.flatMap(({ name }) =>
    values[name] === undefined ? [] : [[name, values[name]]],
  )
  return { path: '/api/graphql', body: { query, variables: Object.fromEntries(given) } }
}

function page(random: Random, known: Known): ReaderQuestion {
  const language = random.oneOf(['', '/es'])
  const at = (path: string) => ({ path: `${language}${path}` })
  const form = random
    .oneOf(known.forms)
    .number.toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  const code = random
    .oneOf(known.notices)
    .code.toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  const pages = [
    at('/'),
    at('/index.md'),
    at('/map'),
    at(`/map?line=${random.oneOf(known.phases).slug}`),
    at(`/map?at=${random.oneOf(known.stations).slug}`),
    at(`/stations/${random.oneOf(known.stations).slug}`),
    at(`/stations/${random.oneOf(known.stations).slug}.md`),
    at(`/notices/${code}`),
    at('/notices'),
    at(`/forms/${form}`),
    at('/forms'),
    at(`/steps/${random.oneOf(known.steps).id}`),
    at(`/help/${random.oneOf(known.organizations).slug}`),
    at('/help'),
    at('/llms.txt'),
    at('/feed.xml'),
    { path: '/sitemap.xml' },
  ]
  return random.oneOf(pages)
}

function anyId(random: Random, known: Known): string {
  return random.oneOf([
    ...known.stations,
    ...known.notices,
    ...known.forms,
    ...known.steps,
    ...known.phases,
    ...known.organizations,
  ]).id
}
