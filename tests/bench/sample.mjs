import { createHash } from 'node:crypto'
import { ask, askJson } from './ask.mjs'
import { largeTimes } from './settings.mjs'

const fields = `title slug summary overview phase { name slug } steps { title }
  connections { condition to { slug title } } relatedNotices { code title }`
const query = `query ($slug: String!) { Stations(where: { slug: { equals: $slug } }) { docs { ${fields} } } }`

/** The questions that are asked, chosen from the seeded content. */
export async function chooseSample({ port }) {
  const stations = await all({ port, collection: 'stations' })
  const notices = await all({ port, collection: 'notices' })
  const station = await stationOfAbout({ port, stations, size: 6_000 })
  return {
    station: pageOf(station),
    list: { method: 'GET', url: '/api/stations?limit=10&depth=0' },
    /** Pages of the stations as readers of a language look for them, so many that few ask for the same at once. */
    lists: ['en', 'es'].flatMap((locale) =>
      Array.from({ length: 9 * 9 }, (_, number) => ({
        method: 'GET',
        url: `/api/stations?sort=title&depth=0&limit=${2 + (number % 9)}&page=${1 + Math.floor(number / 9)}&locale=${locale}`,
      })),
    ),
    rotation: [
      ...stations.map(({ slug }) => ['stations', 'slug', slug]),
      ...notices.map(({ code }) => ['notices', 'code', code]),
    ].flatMap(([collection, name, value]) =>
      ['en', 'es'].map((locale) => ({
        method: 'GET',
        url: `/api/${collection}?where[${name}][equals]=${encodeURIComponent(value)}&depth=1&locale=${locale}`,
      })),
    ),
    peers: asFrontEndsAsk({ stations, notices }),
    slugs: stations.map(({ slug }) => slug),
    stations: stations.map(({ slug }) => pageOf(slug)),
    /** The stations of a large server: each as it was, and its copies. */
    manyStations: Array.from({ length: largeTimes }, (_, copy) =>
      stations.map(({ slug }) => pageOf(copy === 0 ? slug : `${slug}-${copy}`)),
    ).flat(),
    ...graphql(station),
    /** The same question with the name of each station. */
    postedRotation: stations.map(({ slug }) => graphql(slug).posted),
    revisable: [
      ...stations.map(({ id }) => ({ collection: 'stations', id })),
      ...notices.map(({ id }) => ({ collection: 'notices', id })),
    ],
  }
}

const nested = `query ($slug: String!, $locale: LocaleInputType) {
  Stations(where: { slug: { equals: $slug } }, locale: $locale) { docs {
    ${fields}
    steps { title forms { number title } }
    helpOrganizations { name phones { label number } }
  } }
}`

/**
 * What a front end asks for as people go from page to page: a list of stations, one of them with what it leads to, a
 * notice, and a nested question over GraphQL. In turn for all stations, in both languages.
 */
function asFrontEndsAsk({ stations, notices }) {
  return stations.flatMap(({ slug }, at) =>
    ['en', 'es'].flatMap((locale) => [
      {
        method: 'GET',
        url: `/api/stations?limit=20&depth=0&page=${1 + (at % 5)}&locale=${locale}`,
      },
      { method: 'GET', url: `${pageOf(slug).url}&locale=${locale}` },
      {
        method: 'GET',
        url: `/api/notices?where[code][equals]=${encodeURIComponent(notices[at % notices.length].code)}&locale=${locale}`,
      },
      post({ query: nested, variables: { slug, locale } }),
    ]),
  )
}

function post(body) {
  return { method: 'POST', url: '/api/graphql', body: JSON.stringify(body) }
}

/** One GraphQL question: posted, registered as a persisted query, and asked as one. */
function graphql(slug) {
  const variables = { slug }
  const sha256Hash = createHash('sha256').update(query).digest('hex')
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  const parameters = Object.entries({ variables, extensions }).map(
    ([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`,
  )
  return {
    posted: post({ query, variables }),
    registered: post({ query, variables, extensions }),
    persisted: { method: 'GET', url: `/api/graphql?${parameters.join('&')}` },
  }
}

async function all({ port, collection }) {
  const { docs } = await askJson({ port, url: `/api/${collection}?limit=100&depth=0` })
  return docs
}

/** The station whose populated page comes nearest to a size in bytes. */
async function stationOfAbout({ port, stations, size }) {
  let best
  for (const { slug } of stations) {
    const { bytes } = await ask({ port, ...pageOf(slug) })
    const distance = Math.abs(bytes.length - size)
    if (!best || distance < best.distance) best = { slug, distance, size: bytes.length }
  }
  console.error(`${best.slug}: ${best.size} bytes`)
  return best.slug
}

function pageOf(slug) {
  return { method: 'GET', url: `/api/stations?where[slug][equals]=${slug}&depth=1` }
}
