import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { richText, type LinkTarget } from '../../seed/markdown.ts'
import { startApp, type TestApp } from '../support/app.ts'
import {
  act,
  ask,
  bring,
  buildTeam,
  edit,
  everything,
  ledgerLength,
  outcomeOf,
  situationOf,
  write,
  writePhase,
  type Outcome,
  type Place,
  type Team,
} from '../support/workflow.ts'

let testApp: TestApp
let team: Team
let phase: Place
let names = 0

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  phase = await bring(testApp, await writePhase(testApp, { as: team.author }), {
    to: 'published',
    team,
  })
})
afterAll(() => testApp.close())

describe('a text that lacks something', () => {
  const faults = {
    title: null,
    summary: 'Write to 123-45-6789.',
    overview: linkToAddress('http://localhost:3000/draft'),
    howIGotHere: withEmptyHeading(),
  }
  const everyPath = ['title', 'summary', 'overview', 'howIGotHere']

  it('is not submitted, and its author is told everything at once over REST', async () => {
    const place = await writeStation(faults)
    const before = await everything(testApp)
    const length = await ledgerLength(testApp)
    const { contentHash } = (await situationOf(testApp, place)).working
    const { body, status } = await request(testApp.app)
      .post(`/api/stations/${place.id}/workflow/submit`)
      .set('Authorization', team.author.authorization!)
      .send({ contentHash })
    expect(status).toBe(422)
    expect(codesIn(body.errors)).toEqual(['REQUIREMENTS_NOT_MET'])
    expect(fieldsIn(body.errors)).toEqual(everyPath.sort())
    for (const { message } of body.errors) expect(message).toMatch(/\w.*\./)
    expect(await everything(testApp)).toEqual(before)
    expect(await ledgerLength(testApp)).toBe(length)
  })

  it('is not submitted, and its author is told everything at once over GraphQL', async () => {
    const place = await writeStation(faults)
    const { contentHash } = (await situationOf(testApp, place)).working
    const { body } = await request(testApp.app)
      .post('/api/graphql')
      .set('Authorization', team.author.authorization!)
      .send({
        query: `mutation ($id: String!, $hash: String!) {
          transition(collection: "stations", id: $id, action: "submit", contentHash: $hash) { state }
        }`,
        variables: { id: place.id, hash: contentHash },
      })
    const { extensions } = body.errors[0]
    expect(extensions.code).toBe('REQUIREMENTS_NOT_MET')
    expect(fieldsIn(extensions.reasons)).toEqual(everyPath.sort())
  })

  it('shows everything before anybody tries', async () => {
    const place = await writeStation(faults)
    const { body } = await request(testApp.app)
      .get(`/api/stations/${place.id}/workflow`)
      .set('Authorization', team.author.authorization!)
    const submit = body.actions.find(({ action }: { action: string }) => action === 'submit')
    expect(submit.allowed).toBe(false)
    expect(fieldsIn(submit.reasons)).toEqual(everyPath.sort())
  })

  it('is not published by override either', async () => {
    const place = await writeStation(faults)
    const outcome = await outcomeOf(() =>
      act(testApp, place, { action: 'override', as: team.administrator }),
    )
    expect(fieldsIn(outcome.reasons ?? [])).toEqual(everyPath.sort())
    expect((await situationOf(testApp, place)).live).toBeNull()
  })

  it('may be submitted once it is mended', async () => {
    const place = await writeStation(faults)
    await edit(testApp, place, { as: team.author, data: { ...wholeStation(), slug: undefined } })
    await edit(testApp, place, { as: team.author, data: { howIGotHere: null } })
    expect((await outcomeOf(() => submit(place))).state).toBe('inReview')
  })
})

describe('what must be there', () => {
  it.each([
    ['a title', { title: null }, 'title'],
    ['a title that is more than spaces', { title: '   ' }, 'title'],
    ['a phase', { phase: null }, 'phase'],
    ['an overview', { overview: null }, 'overview'],
    ['an overview that says something', { overview: words('') }, 'overview'],
  ])('is %s', async (_, data, path) => {
    const { reasons } = await refusalOf(data)
    expect(fieldsIn(reasons ?? [])).toEqual([path])
  })

  it('must be there in the main language, not in another alone', async () => {
    const place = await writeStation({ title: null })
    await edit(testApp, place, { as: team.author, data: { title: 'Parada' }, locale: 'es' })
    const { reasons } = await outcomeOf(() => submit(place))
    expect(fieldsIn(reasons ?? [])).toEqual(['title'])
  })

  it('need not be there in other languages', async () => {
    const place = await writeStation({})
    expect((await outcomeOf(() => submit(place))).state).toBe('inReview')
  })
})

describe('a number that looks like somebody’s', () => {
  it.each([
    ['a Social Security number', 'Such as 123-45-6789.'],
    ['with spaces', 'Such as 123 45 6789.'],
    ['with spaces that do not break', 'Such as 123\u00a045\u00a06789.'],
    ['with dashes that do not break', 'Such as 123\u201145\u20116789.'],
    ['with long dashes', 'Such as 123–45–6789.'],
    ['with longer dashes', 'Such as 123—45—6789.'],
    ['with minus signs', 'Such as 123\u221245\u22126789.'],
    ['with invisible marks in it', 'Such as 123-\u200b45-\u00ad6789.'],
    ['without dashes', 'Such as 123456789.'],
    ['an employer number', 'Such as 12-3456789.'],
    ['an employer number with a long dash', 'Such as 12–3456789.'],
    ['in brackets', 'Such as (123-45-6789)'],
    ['an individual taxpayer number', 'Such as 912-70-1234.'],
  ])('keeps a text from being submitted: %s', async (_, summary) => {
    const { code, reasons } = await refusalOf({ summary })
    expect(code).toBe('REQUIREMENTS_NOT_MET')
    expect(fieldsIn(reasons ?? [])).toEqual(['summary'])
  })

  it('is found in rich text where half of it is bold', async () => {
    const { reasons } = await refusalOf({ overview: words('Such as 123-**45**-6789.') })
    expect(fieldsIn(reasons ?? [])).toEqual(['overview'])
  })

  it('is found in the other language', async () => {
    const place = await writeStation({})
    await edit(testApp, place, {
      as: team.author,
      data: { summary: 'Como 123-45-6789.' },
      locale: 'es',
    })
    const { reasons } = await outcomeOf(() => submit(place))
    expect(reasons).toMatchObject([{ path: 'summary.es' }])
  })

  it.each([
    ['the form of one', 'Write it as XXX-XX-XXXX.'],
    ['a telephone number', 'Call 800-829-1040 or 1-800-829-1040 or (800) 829-1040.'],
    ['an address', 'P.O. Box 123, Ogden, UT 84201-0011.'],
    ['a date', 'By 2027-04-15 or 04-15-2027.'],
    ['an amount', 'Up to $123,456,789.00.'],
    ['the number of a form', 'Form 1040-SR, Publication 594, Notice 2024-80.'],
    ['a law', 'See 26 CFR 301.6109-1(a)(1)(i).'],
  ])('is not %s', async (_, summary) => {
    const place = await writeStation({ summary })
    expect((await outcomeOf(() => submit(place))).state).toBe('inReview')
  })
})

describe('an address that readers cannot reach', () => {
  it.each([
    'http://localhost:3000/admin',
    'https://LOCALHOST/',
    'https://staging.test/page',
    'http://10.1.2.3/page',
    'http://172.20.0.1/',
    'http://192.168.1.1',
    'http://intranet.internal/form',
    'http://user@localhost/',
    'http://www.irs.gov@localhost/',
    'http://2130706433/',
    'http://[::1]:3000/',
    'http://127.0.0.1.',
  ])('keeps a text from being submitted as a link: %s', async (address) => {
    const { reasons } = await refusalOf({ overview: linkToAddress(address) })
    expect(fieldsIn(reasons ?? [])).toEqual(['overview'])
  })

  it('keeps a text from being submitted when it is written out', async () => {
    const { reasons } = await refusalOf({ summary: 'See preview.test/station or localhost.' })
    expect(reasons).toMatchObject([{ message: expect.stringContaining('preview.test') }])
  })

  it.each(['https://www.irs.gov/payments', 'https://www.taxpayeradvocate.irs.gov'])(
    'is not %s',
    async (address) => {
      const place = await writeStation({ overview: linkToAddress(address) })
      expect((await outcomeOf(() => submit(place))).state).toBe('inReview')
    },
  )

  it('is also one of the installation’s own list', async () => {
    const { custom } = testApp.payload.config
    expect(custom['nonPublicHosts']).toContain('*.test')
    ;(custom['nonPublicHosts'] as string[]).push('cms.irs.gov')
    try {
      const { reasons } = await refusalOf({ overview: linkToAddress('https://cms.irs.gov/1') })
      expect(fieldsIn(reasons ?? [])).toEqual(['overview'])
    } finally {
      ;(custom['nonPublicHosts'] as string[]).pop()
    }
  })
})

describe('what a text points at', () => {
  it('need not be live while it is reviewed', async () => {
    const draft = await writeStation({})
    const place = await writeStation({ connections: [{ to: draft.id }] })
    await bring(testApp, place, { to: 'approved', team })
    expect((await situationOf(testApp, place)).state).toBe('approved')
  })

  it('is live before the text is, and everything that is not is named', async () => {
    const [draft, submitted] = [await writeStation({}), await writeStation({})]
    await bring(testApp, submitted, { to: 'inReview', team })
    const place = await writeStation({
      connections: [{ to: draft.id }],
      overview: linkTo('stations', submitted.id),
    })
    await bring(testApp, place, { to: 'approved', team })
    const before = await everything(testApp)
    const outcome = await publish(place)
    expect(outcome).toMatchObject({ code: 'REQUIREMENTS_NOT_MET', status: 422 })
    expect(outcome.reasons).toHaveLength(2)
    const told = (outcome.reasons ?? []).map(({ message }) => message).join('\n')
    for (const { id } of [draft, submitted]) expect(told).toContain(`stations/${id}`)
    expect(await everything(testApp)).toEqual(before)

    await bring(testApp, draft, { to: 'published', team })
    await act(testApp, submitted, { action: 'approve', as: team.reviewer })
    await act(testApp, submitted, { action: 'publish', as: team.publisher })
    expect((await publish(place)).state).toBe('published')
  })

  it('is live also where only the other language points at it', async () => {
    const draft = await writeStation({})
    const place = await writeStation({})
    await edit(testApp, place, {
      as: team.author,
      data: { overview: linkTo('stations', draft.id) },
      locale: 'es',
    })
    await bring(testApp, place, { to: 'approved', team })
    expect((await publish(place)).reasons).toMatchObject([{ path: 'overview.es' }])
  })

  it('is not a draft over what is live', async () => {
    const cited = await writeStation({})
    await bring(testApp, cited, { to: 'published', team })
    await edit(testApp, cited, { as: team.author, data: { summary: 'A newer text.' } })
    const place = await writeStation({ connections: [{ to: cited.id }] })
    await bring(testApp, place, { to: 'approved', team })
    expect((await publish(place)).state).toBe('published')
  })

  it('is not what was withdrawn', async () => {
    const cited = await writeStation({})
    await bring(testApp, cited, { to: 'published', team })
    const place = await writeStation({ connections: [{ to: cited.id }] })
    await bring(testApp, place, { to: 'approved', team })
    await act(testApp, cited, { action: 'withdraw', as: team.publisher })
    expect((await publish(place)).code).toBe('REQUIREMENTS_NOT_MET')
  })

  it('cannot be deleted while a draft points at it', async () => {
    const cited = await writeStation({})
    await writeStation({ connections: [{ to: cited.id }] })
    const { status } = await request(testApp.app)
      .delete(`/api/stations/${cited.id}`)
      .set('Authorization', team.author.authorization!)
    expect(status).toBeGreaterThanOrEqual(400)
    expect((await situationOf(testApp, cited)).state).toBe('draft')
  })
})

describe('a text that was approved', () => {
  it('is checked again when it is published', async () => {
    const place = await writeStation({ overview: linkToAddress('https://cms.irs.gov/1') })
    await bring(testApp, place, { to: 'approved', team })
    const hosts = testApp.payload.config.custom['nonPublicHosts'] as string[]
    hosts.push('cms.irs.gov')
    try {
      expect((await publish(place)).code).toBe('REQUIREMENTS_NOT_MET')
    } finally {
      hosts.pop()
    }
    expect((await publish(place)).state).toBe('published')
  })
})

async function refusalOf(data: object): Promise<Outcome> {
  const place = await writeStation(data)
  return outcomeOf(() => submit(place))
}

function submit(place: Place) {
  return act(testApp, place, { action: 'submit', as: team.author })
}

async function publish(place: Place): Promise<Outcome> {
  const { contentHash } = (await situationOf(testApp, place)).working
  return ask(testApp, 'REST', {
    action: 'publish',
    as: team.publisher,
    place,
    body: { contentHash },
  })
}

function wholeStation() {
  names += 1
  return {
    title: `Stop ${names}`,
    slug: `stop-${names}`,
    summary: 'A stop on the way.',
    overview: words('What happens here.'),
    kind: 'stop',
    phase: phase.id,
  }
}

function writeStation(data: object): Promise<Place> {
  return write(testApp, {
    as: team.author,
    collection: 'stations',
    data: { ...wholeStation(), ...data },
  })
}

function words(markdown: string) {
  return richText(markdown, () => {
    throw new Error('No links inside the roadmap here.')
  })
}

function linkTo(relationTo: LinkTarget['relationTo'], value: string) {
  return richText('See [there](station:there).', () => ({ relationTo, value }))
}

/** A text with a link to an address, as the editor stores it. */
function linkToAddress(url: string) {
  const text = words('See [this](https://example.gov).')
  return JSON.parse(JSON.stringify(text).replace('https://example.gov', url)) as typeof text
}

/** A text with a heading nobody wrote. */
function withEmptyHeading() {
  const text = words('### Heading\n\nWords.')
  const [heading] = (text.root as unknown as { children: { children: unknown[] }[] }).children
  heading!.children = []
  return text
}

function codesIn(reasons: readonly { code: string }[]): string[] {
  return [...new Set(reasons.map(({ code }) => code))]
}

/** The fields at fault, each once, whatever the place in them. */
function fieldsIn(reasons: readonly object[]): string[] {
  const paths = reasons.map((reason) => String((reason as { path?: string }).path).split('.')[0]!)
  return [...new Set(paths)].sort()
}
