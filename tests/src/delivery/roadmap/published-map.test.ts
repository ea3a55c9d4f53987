import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  roadmapAnswer,
  type RoadmapAnswer,
  type StationOnRoadmapAnswer,
} from '../../../../src/delivery/roadmap/answer.ts'
import type { RoadmapCheck } from '../../../../src/delivery/roadmap/check.ts'
import { inReadingOrder, withoutLooseEnds } from '../../../../src/delivery/roadmap/graph.ts'
import { layOut } from '../../../../src/delivery/roadmap/layout.ts'
import { readPublishedGraph } from '../../../../src/delivery/roadmap/read.ts'
import { startApp, type PersonName, type TestApp } from '../../../support/app.ts'
import { buildPhase, buildStation, revise, text } from '../../../support/content.ts'
import { damage } from '../../../support/planted.ts'
import { act, bringTo, publishTogether } from '../../../support/review.ts'
import { join } from '../../../support/workflow.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
})
afterAll(() => testApp.close())

describe('the roadmap', () => {
  it('has every line, station and connection of the map', async () => {
    const { phases, stations, connections } = await roadmap()
    expect([phases.length, stations.length, connections.length]).toEqual([7, 90, 145])
    expect(phases.map(({ slug }) => slug)).toEqual([
      ...['preparation', 'processing', 'notices', 'exam', 'appeals', 'collection', 'litigation'],
    ])
    expect(phases.flatMap((phase) => phase.stations)).toEqual(stations.map(({ id }) => id))
    expect(connections.filter(({ transfer }) => transfer)).toHaveLength(37)
    expect(new Set(connections.map(({ id }) => id)).size).toBe(145)
  })

  for (const locale of ['en', 'es'])
    it(`says of each station and connection what REST says (${locale})`, async () => {
      const { stations, connections } = await roadmap(`?locale=${locale}`)
      const { body } = await testApp
        .anonymous()
        .get(`/api/stations?limit=100&depth=0&locale=${locale}`)
      const docs = body.docs as Record<string, never>[]
      for (const doc of docs) {
        const { id, slug, title, summary, kind, phase, order } = doc
        const station = stations.find((one) => one.id === id)
        expect(station).toMatchObject({ id, slug, title, summary, kind, phase, order })
        const leadsTo = (doc['connections'] as object[] | undefined) ?? []
        expect(connections.filter(({ from }) => from === id)).toMatchObject(
          leadsTo.map((row) => {
            const { to, condition, transfer } = row as Record<string, never>
            return { to, condition: condition ?? null, transfer }
          }),
        )
      }
      expect(docs).toHaveLength(90)
    })

  it('says where the way begins and ends', async () => {
    const { stations } = await roadmap()
    expect(stations.filter(({ isStart }) => isStart).map(({ slug }) => slug)).toEqual([
      'seek-tax-law-answers',
    ])
    expect(stations.filter(({ isEnd }) => isEnd)).toHaveLength(12)
  })

  it('names the state of the public content it was made from', async () => {
    const { asOf } = await roadmap()
    const { body } = await testApp.anonymous().get(`/api/changes?since=${asOf.sequence - 1}`)
    expect(body.changes).toMatchObject([asOf])
  })

  it('gives each station a place of its own on the map, left to right along the lines', async () => {
    const { stations, size } = await roadmap()
    const places = stations.map(({ position }) => `${position.x} ${position.y}`)
    expect(new Set(places).size).toBe(90)
    for (const { position } of stations) {
      expect(position.isStored).toBe(false)
      expect(position.x).toBeGreaterThan(0)
      expect(position.y).toBeGreaterThan(0)
      expect(position.x).toBeLessThan(size.width)
      expect(position.y).toBeLessThan(size.height)
    }
  })

  it('tells all of it in words', async () => {
    const { stations, connections, outline } = await roadmap()
    const arrows = outline.split('\n').filter((line) => line.startsWith('    → '))
    expect(arrows).toHaveLength(connections.length)
    for (const { title } of stations) expect(outline).toContain(title)
    for (const { condition } of connections) expect(outline).toContain(condition ?? '')
  })

  it('tells it in Spanish', async () => {
    const { outline, phases } = await roadmap('?locale=es')
    expect(outline).toMatch(/^Líneas: 7\. Estaciones: 90\. Conexiones: 145\./)
    expect(phases.find(({ slug }) => slug === 'collection')?.name).toBe('Cobro')
    expect(outline).toContain('6. Cobro\n')
  })

  it.each(['xx', 'all', '*', 'EN', '__proto__'])('knows no language “%s”', async (locale) => {
    for (const address of ['/api/roadmap', '/api/roadmap/balance-paid']) {
      const { status, body } = await testApp.anonymous().get(address).query({ locale })
      expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
      expect(body.errors[0].message).toContain('“locale” is one of: en, es.')
    }
  })
})

describe('a station on the roadmap', () => {
  it('has its place, its line, where it leads and what leads to it', async () => {
    const { stations, phases, connections, asOf } = await roadmap('?locale=es')
    for (const station of stations.filter((_, index) => index % 15 === 0)) {
      const answer = await onRoadmap(`${station.address}?locale=es`)
      expect(answer).toMatchObject({ locale: 'es', asOf, station })
      expect(answer.phase).toEqual(phases.find(({ id }) => id === station.phase))
      const place = answer.phase!.stations.indexOf(station.id)
      const neighbour = (at: number) =>
        stations.find(({ id }) => id === answer.phase!.stations[at]) ?? null
      expect([answer.before, answer.after]).toEqual([neighbour(place - 1), neighbour(place + 1)])
      const ends = (ways: StationOnRoadmapAnswer['leadsTo']) =>
        ways.map(({ id, condition, transfer, station: end }) => [id, condition, transfer, end.id])
      expect(ends(answer.leadsTo)).toEqual(
        connections
          .filter(({ from }) => from === station.id)
          .map(({ id, condition, transfer, to }) => [id, condition, transfer, to]),
      )
      expect(ends(answer.arrivals)).toEqual(
        connections
          .filter(({ to }) => to === station.id)
          .map(({ id, condition, transfer, from }) => [id, condition, transfer, from]),
      )
    }
  })

  it('is not found where nothing is live, draft or not', async () => {
    await buildStation(testApp, { slug: 'never-opened' })
    const answers = []
    for (const slug of ['never-opened', 'nowhere', 'Balance-Paid', '%25'])
      answers.push(await testApp.anonymous().get(`/api/roadmap/${slug}`))
    expect(answers.map(({ status, body }) => [status, body.errors[0].code])).toEqual(
      answers.map(() => [404, 'NOT_FOUND']),
    )
    expect(answers[0]!.text).toBe(answers[1]!.text)
  })

  it('is answered with why it was withdrawn, and where to go instead', async () => {
    const { id } = await buildStation(testApp, { slug: 'old-office', state: 'published' })
    expect((await onRoadmap('/api/roadmap/old-office')).station.id).toBe(id)
    await act(testApp, {
      action: 'withdraw',
      collection: 'stations',
      id,
      reason: 'The office has moved.',
      replacement: 'Ask by telephone.',
    })
    const { status, body } = await testApp.anonymous().get('/api/roadmap/old-office')
    expect([status, body.errors[0].code]).toEqual([410, 'WITHDRAWN'])
    expect(body.errors[0].data).toMatchObject({
      reason: 'The office has moved.',
      replacement: { sentence: 'Ask by telephone.' },
    })
    expect((await roadmap()).stations.map((station) => station.id)).not.toContain(id)
  })
})

describe('what becomes public', () => {
  it('is on the map at once, and what was kept is forgotten', async () => {
    const phase = (await roadmap()).phases[0]!.id
    const station = await buildStation(testApp, {
      phase,
      slug: 'new-stop',
      title: 'A new stop',
      position: { x: 4321, y: 1234 },
    })
    expect((await roadmap()).stations.map(({ id }) => id)).not.toContain(station.id)
    await bringTo(testApp, { collection: 'stations', id: station.id, state: 'published' })
    const { stations, outline, size } = await roadmap()
    expect(stations.find(({ id }) => id === station.id)).toMatchObject({
      title: 'A new stop',
      position: { x: 4321, y: 1234, isStored: true },
      address: '/api/roadmap/new-stop',
    })
    expect(outline).toContain('A new stop')
    expect(size.width).toBeGreaterThan(4321)
  })

  it('is answered in English where the Spanish is missing', async () => {
    const { stations } = await roadmap('?locale=es')
    expect(stations.find(({ slug }) => slug === 'new-stop')?.title).toBe('A new stop')
  })

  it('leaves every other place on the map where it was, when the map is the same', async () => {
    const before = await roadmap()
    const { id } = before.stations.find(({ slug }) => slug === 'balance-paid')!
    await revise(testApp, { collection: 'stations', id, state: 'published', title: 'Paid' })
    const after = await roadmap()
    expect(after.asOf.sequence).toBeGreaterThan(before.asOf.sequence)
    expect(after.stations.find((one) => one.id === id)?.title).toBe('Paid')
    expect(after.stations.map(({ position }) => position)).toEqual(
      before.stations.map(({ position }) => position),
    )
  })
})

describe('the map that is kept', () => {
  const connected = { slug: 'kept-stop', title: 'Kept', connections: [] as object[] }
  let line: string
  let station: string

  /** The map as it would be if nothing of it were kept. */
  async function anew(locale: 'en' | 'es'): Promise<object> {
    const { asOf, ...read } = await readPublishedGraph(testApp.payload)
    const graph = inReadingOrder(withoutLooseEnds(read))
    const answer = await roadmapAnswer({ asOf, graph, layout: await layOut(graph) }, { locale })
    return JSON.parse(JSON.stringify({ ...answer, outline: await answer.outline() })) as object
  }

  beforeAll(async () => {
    line = (await buildPhase(testApp, { slug: 'kept-line', state: 'published' })).id
    const to = (await roadmap()).stations[3]!.id
    connected.connections = [{ to, condition: 'If it is kept' }]
  })

  it.each<[string, () => Promise<unknown>]>([
    [
      'a new station with a way to another',
      async () => {
        const built = { ...connected, phase: line, state: 'published' as const }
        station = (await buildStation(testApp, built)).id
      },
    ],
    [
      'another title and way',
      () =>
        revise(testApp, {
          collection: 'stations',
          id: station,
          state: 'published',
          title: 'Kept anew',
          connections: [],
        }),
    ],
    [
      'another name of a line',
      () =>
        revise(testApp, { collection: 'phases', id: line, state: 'published', name: 'Kept line' }),
    ],
    [
      'another address',
      () =>
        revise(testApp, {
          collection: 'stations',
          id: station,
          state: 'published',
          slug: 'kept-stop-moved',
        }),
    ],
    [
      'a withdrawal',
      () => act(testApp, { action: 'withdraw', collection: 'stations', id: station }),
    ],
  ])('is the one that would be made anew after %s', async (_, change) => {
    const before = await roadmap()
    await change()
    for (const locale of ['en', 'es'] as const)
      expect(await roadmap(`?locale=${locale}`)).toEqual(await anew(locale))
    expect(await roadmap()).not.toEqual(before)
    expect({ ...(await roadmap()), asOf: null }).not.toEqual({ ...before, asOf: null })
  })
})

describe('what is not public', () => {
  const word = 'quokkafeather'
  let live: string
  let draft: string

  beforeAll(async () => {
    draft = (await buildStation(testApp, { slug: `s-${word}`, title: word, summary: word })).id
    live = (await buildStation(testApp, { slug: 'has-a-draft', state: 'published' })).id
    await revise(testApp, {
      collection: 'stations',
      id: live,
      title: word,
      summary: word,
      slug: `other-${word}`,
      position: { x: 77777, y: 77777 },
      connections: [{ to: draft, condition: word }],
    })
    const gone = await buildStation(testApp, {
      slug: `gone-${word}`,
      title: word,
      state: 'published',
    })
    await act(testApp, { action: 'withdraw', collection: 'stations', id: gone.id })
  })

  it('is nowhere in what the public gets', async () => {
    for (const locale of ['en', 'es']) {
      const asked = [
        await testApp.anonymous().get(`/api/roadmap?locale=${locale}&draft=true`),
        await testApp.anonymous().get(`/api/roadmap/has-a-draft?locale=${locale}&draft=true`),
        await testApp.graphql(graphqlRoadmap, { variables: { locale } }),
      ]
      for (const answer of asked) {
        expect(answer.status).toBe(200)
        const said = JSON.stringify(answer.body)
        expect([word, draft, '77777'].filter((secret) => said.includes(secret))).toEqual([])
        expect(said).toContain('has-a-draft')
      }
    }
  })

  it('is nowhere in what staff get there, either', async () => {
    const { text: said } = await testApp
      .anonymous()
      .get('/api/roadmap?draft=true')
      .set('Authorization', await testApp.authorization('editor'))
    expect(said).not.toContain(word)
  })

  it('is not led to, even where the database says so', async () => {
    const target = await buildStation(testApp, { slug: 'led-to', state: 'draft' })
    const pointer = await buildStation(testApp, { slug: 'leads-astray', state: 'draft' })
    await revise(testApp, {
      collection: 'stations',
      id: pointer.id,
      connections: [{ to: target.id, condition: 'If you like' }],
    })
    await publishTogether(testApp, [
      { collection: 'stations', id: target.id },
      { collection: 'stations', id: pointer.id },
    ])
    // Asked of the document: what the map has read of a station is read again when it is published anew.
    const { body } = await testApp.anonymous().get(`/api/stations/${pointer.id}?depth=0`)
    expect(body.connections).toHaveLength(1)
    await damage(testApp, {
      type: 'stations',
      id: pointer.id,
      instead: new Map([[target.id, draft]]),
    })
    expect((await onRoadmap('/api/roadmap/leads-astray')).leadsTo).toEqual([])
    expect((await check('editor')).connectionsToWhatIsNotLive).toMatchObject([
      { slug: 'leads-astray', to: { id: draft, title: null } },
    ])
  })
})

describe('answers about the map', () => {
  // Everything that was kept is forgotten.
  beforeAll(() => buildPhase(testApp))

  it.each(['/api/roadmap', '/api/roadmap?locale=es', '/api/roadmap/case-closed'])(
    'are kept, and named by what they are made of: %s',
    async (address) => {
      const first = await testApp.anonymous().get(address).expect(200)
      const second = await testApp.anonymous().get(address).expect(200)
      expect([first, second].map(({ headers }) => headers['x-cache'])).toEqual(['miss', 'hit'])
      expect(second.text).toBe(first.text)
      // They say of which state they are, and that is another one with every publication.
      expect(second.headers['surrogate-key']).toBe('changes')
      expect(second.headers['etag']).toBeDefined()
    },
  )

  it('are made from one layout, whatever the language', async () => {
    const [english, spanish] = [await roadmap(), await roadmap('?locale=es')]
    expect(spanish.stations.map(({ position }) => position)).toEqual(
      english.stations.map(({ position }) => position),
    )
  })
})

describe('the roadmap over GraphQL', () => {
  for (const locale of ['en', 'es'])
    it(`is the same as over REST (${locale})`, async () => {
      const { body } = await testApp.graphql(graphqlRoadmap, { variables: { locale } })
      expect(body.errors).toBeUndefined()
      expect(body.data).toEqual({
        roadmap: await roadmap(`?locale=${locale}`),
        stationOnRoadmap: await onRoadmap(`/api/roadmap/has-a-draft?locale=${locale}`),
      })
    })

  it('leaves out a condition that was not written in the language, where no other shall stand in', async () => {
    const to = (await roadmap()).stations[0]!.id
    await buildStation(testApp, {
      slug: 'english-way',
      state: 'published',
      connections: [{ to, condition: 'Only in English' }],
    })
    const { body } = await testApp.graphql(
      `{ usual: stationOnRoadmap(slug: "english-way", locale: es) { leadsTo { condition } }
         none: stationOnRoadmap(slug: "english-way", locale: es, fallbackLocale: none) { leadsTo { condition } } }`,
    )
    expect(body.data).toEqual({
      usual: { leadsTo: [{ condition: 'Only in English' }] },
      none: { leadsTo: [{ condition: null }] },
    })
  })

  it('has nothing where nothing is live, and says what was withdrawn', async () => {
    const question = '{ stationOnRoadmap(slug: "SLUG") { station { id } } }'
    const draft = await testApp.graphql(question.replace('SLUG', 'never-opened'))
    expect(draft.body).toEqual({ data: { stationOnRoadmap: null } })
    const gone = await testApp.graphql(question.replace('SLUG', 'old-office'))
    expect(gone.body.errors?.[0]?.extensions.code).toBe('WITHDRAWN')
  })

  it('is refused when it is asked for many times over', async () => {
    const parts = Array.from({ length: 29 }, (_, at) => `m${at}: roadmap { ...whole }`)
    const { body } = await testApp.graphql(
      `{ ${parts.join(' ')} } fragment whole on Roadmap { stations { id title position { x y } } connections { from to } }`,
    )
    expect(body.errors?.[0]?.extensions.code).toBe('MALFORMED')
  })
})

describe('the check', () => {
  it('is for the team', async () => {
    const address = '/api/roadmap/check'
    expect((await testApp.anonymous().get(address)).status).toBe(401)
    const { authorization } = await join(testApp, { roles: [], title: 'nobody yet' })
    const { status, body } = await testApp
      .anonymous()
      .get(address)
      .set('Authorization', authorization!)
    expect([status, body.errors[0].code]).toEqual([403, 'NOT_PERMITTED'])
  })

  it('is never kept', async () => {
    for (const time of ['first', 'second']) {
      const { headers } = await testApp
        .anonymous()
        .get('/api/roadmap/check')
        .set('Authorization', await testApp.authorization('reviewer'))
        .expect(200)
      expect(headers, time).toMatchObject({
        'x-cache': 'bypass',
        'cache-control': 'private, no-store',
      })
    }
  })

  it('finds on the seeded map what nothing leads to, and no dead end', async () => {
    const { unreachable, deadEnds, transfersWithoutReturn } = await check('editor')
    const seeded = new Set((await roadmap()).stations.slice(0, 90).map(({ slug }) => slug))
    const ofSeed = (findings: { slug: string }[]) =>
      findings.map(({ slug }) => slug).filter((slug) => slug.startsWith('taxpayer-'))
    expect(seeded.has('taxpayer-files-extension')).toBe(true)
    expect(ofSeed(unreachable)).toEqual(['taxpayer-files-extension'])
    expect(ofSeed(deadEnds)).toEqual([])
    expect(transfersWithoutReturn.length).toBeGreaterThan(0)
  })

  it('looks at the newest texts when asked to', async () => {
    const first = await buildStation(testApp, { slug: 'draft-one', title: 'Draft one' })
    const second = await buildStation(testApp, {
      slug: 'draft-two',
      title: 'Draft two',
      overview: text('Second.'),
      isStart: true,
      connections: [{ to: first.id }],
    })
    const found = await check('editor', '?draft=true')
    expect(slugs(found.deadEnds)).toContain('draft-one')
    expect(slugs(found.unreachable)).not.toContain('draft-one')
    expect(found.connectionsToWhatIsNotLive).toContainEqual({
      id: second.id,
      slug: 'draft-two',
      title: 'Draft two',
      to: { id: first.id, slug: 'draft-one', title: 'Draft one' },
      sentence: '“Draft two” leads to “Draft one”, which is not live. Publish both together.',
    })
    expect(slugs((await check('editor')).deadEnds)).not.toContain('draft-one')
  })

  it('leaves out what was withdrawn', async () => {
    const { unreachable, deadEnds } = await check('editor', '?draft=true')
    expect(slugs([...unreachable, ...deadEnds])).not.toContain('old-office')
  })

  it('speaks Spanish', async () => {
    const { deadEnds } = await check('editor', '?draft=true&locale=es')
    expect(deadEnds.find(({ slug }) => slug === 'draft-one')?.sentence).toBe(
      '«Draft one» no lleva a ninguna parte. Añada adónde lleva, o marque que el camino termina aquí.',
    )
  })

  it.each(['?draft=yes', '?locale=xx'])(
    'refuses what it does not understand: %s',
    async (query) => {
      const { status, body } = await testApp
        .anonymous()
        .get(`/api/roadmap/check${query}`)
        .set('Authorization', await testApp.authorization('editor'))
      expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
    },
  )
})

const graphqlRoadmap = `
  query ($locale: LocaleInputType) {
    roadmap(locale: $locale) {
      locale asOf { sequence at }
      phases { ...phase } stations { ...station }
      connections { id from to condition transfer }
      size { width height } outline
    }
    stationOnRoadmap(slug: "has-a-draft", locale: $locale) {
      locale asOf { sequence at } station { ...station } phase { ...phase }
      before { ...station } after { ...station }
      leadsTo { ...way } arrivals { ...way } size { width height }
    }
  }
  fragment phase on RoadmapPhase { id slug name order colour marker summary stations }
  fragment station on RoadmapStation {
    id slug title summary kind phase order isStart isEnd position { x y isStored } address
  }
  fragment way on RoadmapWay { id condition transfer station { ...station } }
`

/** The map as REST answers it. */
type RoadmapBody = Omit<RoadmapAnswer, 'outline'> & { outline: string }

async function roadmap(query = ''): Promise<RoadmapBody> {
  const { body, status } = await testApp.anonymous().get(`/api/roadmap${query}`)
  expect(status).toBe(200)
  return body as RoadmapBody
}

async function onRoadmap(address: string): Promise<StationOnRoadmapAnswer> {
  const { body, status } = await testApp.anonymous().get(address)
  expect(status).toBe(200)
  return body as StationOnRoadmapAnswer
}

async function check(as: PersonName, query = ''): Promise<RoadmapCheck> {
  const { body, status } = await testApp
    .anonymous()
    .get(`/api/roadmap/check${query}`)
    .set('Authorization', await testApp.authorization(as))
  expect(status).toBe(200)
  return body as RoadmapCheck
}

function slugs(findings: { slug: string }[]): string[] {
  return findings.map(({ slug }) => slug)
}
