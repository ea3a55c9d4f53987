import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { text } from '../support/content.ts'
import {
  bring,
  buildTeam,
  ledgerLength,
  situationOf,
  write,
  writePhase,
  type Place,
  type Team,
} from '../support/workflow.ts'

let testApp: TestApp
let team: Team

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
})
afterAll(() => testApp.close())

describe('A duplicate, as the panel asks for it', () => {
  it('of what is live is a draft, and nothing changes for the public', async () => {
    const original = await bring(testApp, await writePhase(testApp, { as: team.author }), {
      to: 'published',
      team,
    })
    const before = await ledgerLength(testApp)
    const copy = await duplicate(original)
    expect(await situationOf(testApp, copy)).toMatchObject({ state: 'draft', live: null })
    expect(await ledgerLength(testApp)).toBe(before)
    const seen = await request(testApp.app).get(`/api/phases/${copy.id}`)
    expect(seen.status).toBe(404)
  })

  it('of what is approved has no approval', async () => {
    const original = await bring(testApp, await writePhase(testApp, { as: team.author }), {
      to: 'approved',
      team,
    })
    const copy = await situationOf(testApp, await duplicate(original))
    expect(copy.state).toBe('draft')
    expect(copy.entries).toEqual([])
  })

  it('has the words of both languages, and is called a copy in both', async () => {
    const original = await station({ title: 'Audit', slug: 'audit-of-two' })
    await save(original, { title: 'Auditoría', summary: 'En español.' }, 'es')
    const copy = await duplicate(original)
    expect(await read(copy, 'en')).toMatchObject({
      title: 'Audit (copy)',
      slug: 'audit-of-two-copy',
      summary: 'A stop.',
    })
    expect(await read(copy, 'es')).toMatchObject({
      title: 'Auditoría (copia)',
      summary: 'En español.',
    })
  })

  it('is called a copy once, and no name that is missing is made up', async () => {
    const original = await station({ title: 'Appeal', slug: 'appeal-of-one' })
    const second = await duplicate(await duplicate(original))
    expect(await read(second, 'en')).toMatchObject({
      title: 'Appeal (copy)',
      slug: 'appeal-of-one-copy-copy',
    })
    expect((await read(second, 'es'))['title'] ?? null).toBeNull()
  })

  it('has a name that fits, however long the first was', async () => {
    const original = await station({ title: 'T'.repeat(160), slug: 's'.repeat(100) })
    const { slug, title } = await read(await duplicate(original), 'en')
    expect([String(title).length, String(slug).length]).toEqual([160, 95])
  })

  it('has an address that no other document has or had', async () => {
    const original = await station({ title: 'Levy', slug: 'levy-once' })
    await station({ title: 'Other', slug: 'levy-once-copy' })
    expect(await read(await duplicate(original), 'en')).toMatchObject({ slug: 'levy-once-copy-2' })
    expect(await read(await duplicate(original), 'en')).toMatchObject({ slug: 'levy-once-copy-3' })
  })

  it('of a station lies nowhere on the map yet', async () => {
    const original = await station({ title: 'Mapped', slug: 'mapped', position: { x: 3, y: 4 } })
    const { position } = await read(await duplicate(original), 'en')
    expect(position).toEqual({ x: null, y: null })
    expect(await read(original, 'en')).toMatchObject({ position: { x: 3, y: 4 } })
  })

  it('of a notice has a code of its own and none of the other codes', async () => {
    const original = await write(testApp, {
      as: team.author,
      collection: 'notices',
      data: { code: 'LT11', title: 'Levy', aliases: ['Letter 1058'], overview: text('Words.') },
    })
    const copy = await read(await duplicate(original), 'en')
    expect(copy).toMatchObject({
      code: 'LT11 copy',
      searchKey: 'lt11copy',
      aliases: [],
      aliasKeys: [],
    })
  })

  it('takes over no address because its original was to', async () => {
    const original = await station({ title: 'Taker', slug: 'taker', takesName: true })
    expect(await read(await duplicate(original), 'en')).toMatchObject({ takesName: false })
  })

  it('names whoever wrote the original among its contributors', async () => {
    const original = await station({ title: 'Theirs', slug: 'theirs' })
    const { working } = await situationOf(testApp, await duplicate(original, team.author2))
    expect(working.contributors.map(({ id }) => id).sort()).toEqual(
      [team.author, team.author2].map(({ user }) => String(user!.id)).sort(),
    )
  })

  it('is nothing for readers to make', async () => {
    const original = await station({ title: 'Closed', slug: 'closed' })
    const answer = await request(testApp.app)
      .post(`/api/stations/${original.id}/duplicate`)
      .send({ _status: 'draft' })
    expect([401, 403, 404]).toContain(answer.status)
    const { body } = await request(testApp.app)
      .get('/api/stations?draft=true&where[slug][equals]=closed-copy')
      .set('Authorization', team.author.authorization!)
    expect(body.totalDocs).toBe(0)
  })
})

function station(data: object): Promise<Place> {
  return write(testApp, {
    as: team.author,
    collection: 'stations',
    data: { kind: 'stop', summary: 'A stop.', overview: text('Words.'), ...data },
  })
}

/** The request of the button in the form. */
async function duplicate({ collection, id }: Place, as = team.author): Promise<Place> {
  const { body } = await request(testApp.app)
    .post(`/api/${collection}/${id}/duplicate?locale=en`)
    .set('Authorization', as.authorization!)
    .send({ _status: 'draft' })
    .expect(200)
  return { collection, id: body.doc.id as string }
}

async function save({ collection, id }: Place, data: object, locale: string): Promise<void> {
  await request(testApp.app)
    .patch(`/api/${collection}/${id}?draft=true&locale=${locale}`)
    .set('Authorization', team.author.authorization!)
    .send(data)
    .expect(200)
}

async function read({ collection, id }: Place, locale: string): Promise<Record<string, unknown>> {
  const { body } = await request(testApp.app)
    .get(`/api/${collection}/${id}?draft=true&depth=0&locale=${locale}&fallback-locale=none`)
    .set('Authorization', team.author.authorization!)
    .expect(200)
  return body as Record<string, unknown>
}
