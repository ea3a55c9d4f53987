import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { richText } from '../../seed/markdown.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { text } from '../support/content.ts'
import {
  act,
  actTogether,
  ask,
  bring,
  buildTeam,
  edit,
  everything,
  outcomeOf,
  situationOf,
  write,
  writePhase,
  type Place,
  type Team,
} from '../support/workflow.ts'

let testApp: TestApp
let team: Team
let phase: Place
let names = 0

const reason = 'The rule has changed.'

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  phase = await bring(testApp, await writePhase(testApp, { as: team.author }), {
    to: 'published',
    team,
  })
})
afterAll(() => testApp.close())

describe('a reader who asks for a withdrawn station', () => {
  it('is told by its address why it is gone and what to do', async () => {
    const { slug } = await withdrawnStation({ replacement: { sentence: 'Call the office.' } })
    const { body, headers, status } = await get(`/api/stations?where[slug][equals]=${slug}`)
    expect(status).toBe(410)
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(body.errors).toMatchObject([
      {
        code: 'WITHDRAWN',
        message: expect.stringContaining(reason),
        data: { reason, replacement: { sentence: 'Call the office.' } },
      },
    ])
  })

  it('is told the same by its id', async () => {
    const { id } = await withdrawnStation()
    const { body, status } = await get(`/api/stations/${id}`)
    expect([status, body.errors[0].code, body.errors[0].data.reason]).toEqual([
      410,
      'WITHDRAWN',
      reason,
    ])
  })

  it('is told in their language what to do', async () => {
    const { slug } = await withdrawnStation({
      replacement: { sentence: { en: 'Call the office.', es: 'Llame a la oficina.' } },
    })
    const { body } = await get(`/api/stations?where[slug][equals]=${slug}&locale=es`)
    expect(body.errors[0].data.replacement).toEqual({ sentence: 'Llame a la oficina.' })
  })

  it('is told in the main language what nobody translated', async () => {
    const { slug } = await withdrawnStation({ replacement: { sentence: { en: 'Call us.' } } })
    const { body } = await get(`/api/stations?where[slug][equals]=${slug}&locale=es`)
    expect(body.errors[0].data.replacement).toEqual({ sentence: 'Call us.' })
  })

  it('is sent to the document that took its place', async () => {
    const other = await station('published')
    const { slug } = await withdrawnStation({
      replacement: { collection: 'stations', id: other.id },
    })
    const { body } = await get(`/api/stations?where[slug][equals]=${slug}`)
    expect(body.errors[0].data.replacement).toEqual({
      collection: 'stations',
      id: other.id,
      title: other.title,
      slug: other.slug,
    })
  })

  it('is not sent to a document that was withdrawn in turn', async () => {
    const other = await station('published')
    const { slug } = await withdrawnStation({
      replacement: { collection: 'stations', id: other.id },
    })
    await act(testApp, placeOf(other), { action: 'withdraw', as: team.publisher })
    const { body, status } = await get(`/api/stations?where[slug][equals]=${slug}`)
    expect([status, body.errors[0].data.replacement]).toEqual([410, null])
    expect(body.errors[0].data.reason).toBe(reason)
  })

  it('is told nothing of those who wrote or withdrew it', async () => {
    const { id } = await withdrawnStation()
    const { text: answer } = await get(`/api/stations/${id}`)
    expect(answer).not.toMatch(/Member|@stationmaster/)
  })

  it('is told as a typed answer over GraphQL', async () => {
    const other = await station('published')
    const { id, slug } = await withdrawnStation({
      replacement: { collection: 'stations', id: other.id },
    })
    const answer = { reason, replacement: { id: other.id, slug: other.slug, sentence: null } }
    for (const named of [`slug: "${slug}"`, `id: "${id}"`]) {
      const { body } = await testApp.graphql(
        `{ withdrawal(collection: "stations", ${named}) { reason replacement { id slug sentence } } }`,
      )
      expect(body).toEqual({ data: { withdrawal: answer } })
    }
  })

  it('is told by a code when asking GraphQL for the station itself', async () => {
    const { slug } = await withdrawnStation()
    const { body } = await testApp.graphql(`{ stationBySlug(slug: "${slug}") { title } }`)
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'WITHDRAWN', data: { reason } })
  })

  it('finds it again once it is public again', async () => {
    const { id, slug } = await withdrawnStation()
    const place = placeOf({ id })
    await edit(testApp, place, { as: team.author, data: { summary: 'Mended.' } })
    await bring(testApp, place, { to: 'published', team })
    const { body, status } = await get(`/api/stations?where[slug][equals]=${slug}`)
    expect([status, body.docs[0].summary]).toEqual([200, 'Mended.'])
    const { body: typed } = await testApp.graphql(
      `{ withdrawal(collection: "stations", slug: "${slug}") { reason } }`,
    )
    expect(typed).toEqual({ data: { withdrawal: null } })
  })

  it('is still told while somebody drafts it anew', async () => {
    const { id, slug } = await withdrawnStation()
    const place = placeOf({ id })
    await edit(testApp, place, { as: team.author, data: { summary: 'Mended.' } })
    expect((await situationOf(testApp, place)).state).toBe('draft')
    expect((await get(`/api/stations?where[slug][equals]=${slug}`)).status).toBe(410)
    await bring(testApp, place, { to: 'approved', team })
    expect((await get(`/api/stations?where[slug][equals]=${slug}`)).status).toBe(410)
  })

  it('is told by the address it had, not by the one that is drafted', async () => {
    const { id, slug } = await withdrawnStation()
    await edit(testApp, placeOf({ id }), { as: team.author, data: { slug: `${slug}-anew` } })
    expect((await get(`/api/stations?where[slug][equals]=${slug}`)).status).toBe(410)
    const { body, status } = await get(`/api/stations?where[slug][equals]=${slug}-anew`)
    expect([status, body.docs]).toEqual([200, []])
  })
})

describe('a reader who asks for a withdrawn notice', () => {
  it.each([
    ['as it is printed', (number: number) => `CP${number}`],
    ['in small letters', (number: number) => `cp${number}`],
    ['with a dash', (number: number) => `cp-${number}`],
    ['with a space', (number: number) => `CP ${number}`],
    ['with a word before it', (number: number) => `Notice CP${number}`],
    ['by its other code', (number: number) => `LTR${number}`],
    ['by its other code, spelled out', (number: number) => `Letter ${number}`],
  ])('is told whatever the spelling: %s', async (_, spelled) => {
    const number = await withdrawnNotice()
    const code = spelled(number)
    const { status } = await get(`/api/notices?where[code][equals]=${encodeURIComponent(code)}`)
    expect(status).toBe(410)
    const { body } = await testApp.graphql(
      'query ($code: String!) { noticeByCode(code: $code) { id } }',
      { variables: { code } },
    )
    expect(body.errors?.[0]?.extensions.code).toBe('WITHDRAWN')
    const { body: typed } = await testApp.graphql(
      'query ($code: String) { withdrawal(collection: "notices", code: $code) { reason } }',
      { variables: { code } },
    )
    expect(typed).toEqual({ data: { withdrawal: { reason } } })
  })
})

describe('a reader who asks for something else', () => {
  it('is not told of a draft that never was public', async () => {
    const { id, slug } = await station('approved')
    const { body, status } = await get(`/api/stations?where[slug][equals]=${slug}`)
    expect([status, body.docs]).toEqual([200, []])
    expect((await get(`/api/stations/${id}`)).status).toBe(404)
    for (const named of [`slug: "${slug}"`, `id: "${id}"`]) {
      const { body: typed } = await testApp.graphql(
        `{ withdrawal(collection: "stations", ${named}) { reason } }`,
      )
      expect(typed).toEqual({ data: { withdrawal: null } })
    }
  })

  it.each(['users', 'ledger-entries', 'workflow-states', 'payload-jobs', 'nothing'])(
    'is not told anything of %s',
    async (collection) => {
      const { body } = await testApp.graphql(
        `{ withdrawal(collection: "${collection}", id: "${team.author.user!.id}") { reason } }`,
      )
      expect(body).toEqual({ data: { withdrawal: null } })
    },
  )

  it('gets lists without what was withdrawn', async () => {
    const { id } = await withdrawnStation()
    const { body, status } = await get('/api/stations?limit=100&depth=0')
    expect(status).toBe(200)
    expect(body.docs.map((doc: { id: string }) => doc.id)).not.toContain(id)
  })
})

describe('the team', () => {
  it('still reads what was withdrawn', async () => {
    const { id } = await withdrawnStation()
    const { body, status } = await request(testApp.app)
      .get(`/api/stations/${id}?draft=true`)
      .set('Authorization', team.author.authorization!)
    expect([status, body.id]).toEqual([200, id])
  })

  it('sees why it was withdrawn', async () => {
    const { id } = await withdrawnStation()
    const { body } = await request(testApp.app)
      .get(`/api/stations/${id}/workflow`)
      .set('Authorization', team.author.authorization!)
    expect(body).toMatchObject({
      state: 'withdrawn',
      live: false,
      liveContentHash: null,
      withdrawal: { reason, replacement: { sentence: { en: 'Call the office.' } } },
    })
  })

  it.each([
    ['a save', (place: Place) => edit(testApp, place, { as: team.author, data: {} })],
    [
      'a save without the draft flag',
      async ({ id }: Place) => {
        const { body } = await request(testApp.app)
          .patch(`/api/stations/${id}`)
          .set('Authorization', team.publisher.authorization!)
          .send({ _status: 'published' })
        expect(body.errors[0].code).toBe('USE_WORKFLOW')
      },
    ],
    [
      'a publication without an approval',
      async (place: Place) => {
        const outcome = await outcomeOf(() =>
          act(testApp, place, { action: 'publish', as: team.publisher }),
        )
        expect(outcome.code).toBe('WRONG_STATE')
      },
    ],
  ])('does not make it public again by %s', async (_, attempt) => {
    const { id } = await withdrawnStation()
    await attempt(placeOf({ id }))
    expect((await situationOf(testApp, placeOf({ id }))).live).toBeNull()
  })

  it('cannot delete it', async () => {
    const { id } = await withdrawnStation()
    for (const member of [team.author, team.publisher, team.administrator]) {
      const { body } = await request(testApp.app)
        .delete(`/api/stations/${id}`)
        .set('Authorization', member.authorization!)
      expect(body.errors[0].code).toBe('USE_WORKFLOW')
    }
  })

  it('keeps the draft that was pending over what is withdrawn', async () => {
    const { id } = await station('published')
    const place = placeOf({ id })
    await edit(testApp, place, { as: team.author, data: { summary: 'Pending.' } })
    await bring(testApp, place, { to: 'inReview', team })
    const before = await situationOf(testApp, place)
    await act(testApp, place, { action: 'withdraw', as: team.publisher })
    const after = await situationOf(testApp, place)
    expect([after.state, after.live]).toEqual(['inReview', null])
    expect(after.working.contentHash).toBe(before.working.contentHash)
    expect(after.working.contributors).toEqual(before.working.contributors)
  })
})

describe('what live documents point at', () => {
  it('is not withdrawn, and all of them are named', async () => {
    const cited = await station('published')
    const byConnection = await station('published', { connections: [{ to: cited.id }] })
    const byLink = await station('published', { overview: linkTo(cited.id) })
    const byNotice = await notice('published', { stations: [cited.id] })
    const before = await everything(testApp)
    const { contentHash } = (await situationOf(testApp, placeOf(cited))).working
    const outcome = await ask(testApp, 'REST', {
      action: 'withdraw',
      as: team.publisher,
      place: placeOf(cited),
      body: { contentHash, reason, replacement: 'Call the office.' },
    })
    expect(outcome).toMatchObject({ code: 'REQUIREMENTS_NOT_MET', status: 422 })
    const told = (outcome.reasons ?? []).map(({ message }) => message)
    expect(told).toHaveLength(3)
    for (const key of [
      `stations/${byConnection.id}`,
      `stations/${byLink.id}`,
      `notices/${byNotice}`,
    ])
      expect(told.join('\n')).toContain(key)
    expect(await everything(testApp)).toEqual(before)
  })

  it('is not withdrawn when only the other language points at it', async () => {
    const cited = await station('published')
    const citing = await station('draft')
    await edit(testApp, placeOf(citing), {
      as: team.author,
      data: { overview: linkTo(cited.id) },
      locale: 'es',
    })
    await bring(testApp, placeOf(citing), { to: 'published', team })
    expect((await withdraw(cited)).code).toBe('REQUIREMENTS_NOT_MET')
  })

  it('is withdrawn although drafts point at it', async () => {
    const cited = await station('published')
    await station('approved', { connections: [{ to: cited.id }] })
    expect((await withdraw(cited)).state).toBe('withdrawn')
  })

  it('is withdrawn once they point elsewhere', async () => {
    const cited = await station('published')
    const citing = await station('published', { connections: [{ to: cited.id }] })
    await edit(testApp, placeOf(citing), { as: team.author, data: { connections: [] } })
    expect((await withdraw(cited)).code).toBe('REQUIREMENTS_NOT_MET')
    await bring(testApp, placeOf(citing), { to: 'published', team })
    expect((await withdraw(cited)).state).toBe('withdrawn')
  })

  it('is withdrawn once they were', async () => {
    const cited = await station('published')
    const citing = await station('published', { connections: [{ to: cited.id }] })
    expect((await withdraw(citing)).state).toBe('withdrawn')
    expect((await withdraw(cited)).state).toBe('withdrawn')
  })
})

describe('documents that point at each other', () => {
  it('are withdrawn together', async () => {
    const places = await liveCycle()
    for (const place of places) expect((await withdraw(place)).code).toBe('REQUIREMENTS_NOT_MET')
    const after = await actTogether(testApp, places, { action: 'withdraw', as: team.publisher })
    expect(after.map(({ live, state }) => [state, live])).toEqual([
      ['withdrawn', null],
      ['withdrawn', null],
    ])
    const sets = after.map(({ entries }) => entries.at(-1)!.details.setId)
    expect(sets[0]).toMatch(/\S/)
    expect(sets[1]).toBe(sets[0])
  })

  it('may each have a replacement of their own', async () => {
    const places = await liveCycle()
    const documents = []
    for (const [index, place] of places.entries()) {
      const { contentHash } = (await situationOf(testApp, place)).working
      documents.push({ ...place, contentHash, replacement: `Look under ${index}.` })
    }
    const { body, status } = await request(testApp.app)
      .post('/api/workflow/withdraw')
      .set('Authorization', team.publisher.authorization!)
      .send({ documents, reason })
    expect(status).toBe(200)
    const told = body.documents.map(
      (one: { withdrawal: { replacement: { sentence: { en: string } } } }) =>
        one.withdrawal.replacement.sentence.en,
    )
    expect(told).toEqual(['Look under 0.', 'Look under 1.'])
  })

  it('do not take each other’s place', async () => {
    const [one, other] = await liveCycle()
    const outcome = await outcomeOf(() =>
      actTogether(testApp, [one!, other!], {
        action: 'withdraw',
        as: team.publisher,
        replacement: { ...other! },
      }),
    )
    expect(outcome.code).toBe('MALFORMED')
    expect((await situationOf(testApp, one!)).live).not.toBeNull()
  })
})

describe('a replacement', () => {
  it.each([
    ['nothing', () => null],
    ['an empty sentence', () => ({ sentence: '' })],
    ['a sentence of spaces', () => '   '],
    ['a sentence in no language', () => ({ sentence: {} })],
    ['a sentence without the main language', () => ({ sentence: { es: 'Llame.' } })],
    ['an empty sentence in the main language', () => ({ sentence: { en: ' ' } })],
    ['a sentence in a language there is not', () => ({ sentence: { en: 'Call.', xx: 'Call.' } })],
    ['the document itself', ({ id }: Place) => ({ collection: 'stations', id })],
    ['a document there is not', () => ({ collection: 'stations', id: 'nothing' })],
    ['a person', () => ({ collection: 'users', id: team.author.user!.id })],
    ['an entry of the ledger', () => ({ collection: 'ledger-entries', id: '1' })],
    ['a type there is not', () => ({ collection: 'nothing', id: '1' })],
    ['a list', () => []],
    ['a number', () => 5],
  ])('is not %s', async (_, replacementFor) => {
    const place = placeOf(await station('published'))
    const { contentHash } = (await situationOf(testApp, place)).working
    const outcome = await ask(testApp, 'REST', {
      action: 'withdraw',
      as: team.publisher,
      place,
      body: { contentHash, reason, replacement: replacementFor(place) },
    })
    expect(outcome).toMatchObject({ code: 'MALFORMED', status: 400 })
    expect((await situationOf(testApp, place)).live).not.toBeNull()
  })

  it('is not a draft', async () => {
    const other = await station('approved')
    const place = placeOf(await station('published'))
    const { contentHash } = (await situationOf(testApp, place)).working
    const outcome = await ask(testApp, 'GraphQL', {
      action: 'withdraw',
      as: team.publisher,
      place,
      body: { contentHash, reason, replacement: { collection: 'stations', id: other.id } },
    })
    expect(outcome.code).toBe('MALFORMED')
  })
})

interface Made {
  id: string
  slug: string
  title: string
}

async function station(to: 'draft' | 'approved' | 'published', data: object = {}): Promise<Made> {
  names += 1
  const [slug, title] = [`stop-${names}`, `Stop ${names}`]
  const place = await write(testApp, {
    as: team.author,
    collection: 'stations',
    data: {
      title,
      slug,
      summary: 'A stop on the way.',
      overview: text('What happens here.'),
      kind: 'stop',
      phase: phase.id,
      ...data,
    },
  })
  await bring(testApp, place, { to, team })
  return { id: place.id, slug, title }
}

async function withdrawnStation(words: object = {}): Promise<Made> {
  const made = await station('published')
  await act(testApp, placeOf(made), { action: 'withdraw', as: team.publisher, ...words })
  return made
}

async function notice(to: 'published', data: object = {}): Promise<string> {
  names += 1
  const place = await write(testApp, {
    as: team.author,
    collection: 'notices',
    data: {
      code: `CP${9000 + names}`,
      title: `Notice ${names}`,
      kind: 'notice',
      aliases: [`Letter ${9000 + names}`],
      summary: 'What it says.',
      overview: text('What it means.'),
      ...data,
    },
  })
  await bring(testApp, place, { to, team })
  return place.id
}

/** @returns the number in its codes */
async function withdrawnNotice(): Promise<number> {
  const id = await notice('published')
  await act(testApp, { collection: 'notices', id }, { action: 'withdraw', as: team.publisher })
  return 9000 + names
}

async function liveCycle(): Promise<Place[]> {
  const one = placeOf(await station('draft'))
  const other = placeOf(await station('draft', { connections: [{ to: one.id }] }))
  await edit(testApp, one, { as: team.author, data: { connections: [{ to: other.id }] } })
  const places = [one, other]
  for (const place of places) await bring(testApp, place, { to: 'approved', team })
  await actTogether(testApp, places, { action: 'publish', as: team.publisher })
  return places
}

function withdraw({ id }: { id: string }) {
  return outcomeOf(() => act(testApp, placeOf({ id }), { action: 'withdraw', as: team.publisher }))
}

function linkTo(id: string) {
  return richText('See [there](station:there).', () => ({ relationTo: 'stations', value: id }))
}

function placeOf({ id }: { id: string }): Place {
  return { collection: 'stations', id }
}

function get(address: string) {
  return testApp.anonymous().get(address)
}
