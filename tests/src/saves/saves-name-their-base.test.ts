import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { expectGraphqlRefusal, expectRefusal } from '../../support/http.ts'
import {
  bring,
  buildTeam,
  everything,
  nobody,
  situationOf,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../../support/workflow.ts'

let testApp: TestApp
let team: Team

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
})
afterAll(() => testApp.close())

/** Ways to say over which version a save is. */
type Naming = { ifMatch?: string; basedOn?: string }

const save = (place: Place, as: Member, data: object, { basedOn, ifMatch }: Naming = {}) => {
  const query = basedOn === undefined ? '' : `&basedOn=${basedOn}`
  const patch = request(testApp.app)
    .patch(`/api/${place.collection}/${place.id}?draft=true&depth=0${query}`)
    .set('Authorization', as.authorization!)
  if (ifMatch !== undefined) patch.set('If-Match', ifMatch)
  return patch.send(data)
}

const read = (place: Place, as: Member, query = 'draft=true&depth=0') => {
  const get = request(testApp.app).get(`/api/${place.collection}/${place.id}?${query}`)
  if (as.authorization) get.set('Authorization', as.authorization)
  return get
}

const baseOf = async (place: Place) => {
  const { working } = await situationOf(testApp, place)
  return { versionId: working.versionId, contentHash: working.contentHash }
}

const summaryOf = async (place: Place) =>
  ((await read(place, team.author)).body as { summary: string }).summary

let words = 0
const newWords = () => `Words number ${(words += 1)}.`

/** A phase that the author wrote and has read, and that the second author has saved since. */
const writeAndOvertake = async (change: object = { summary: 'Theirs.' }) => {
  const place = await writePhase(testApp, { as: team.author })
  const base = await baseOf(place)
  expect((await save(place, team.author2, change)).status).toBe(200)
  return { place, base }
}

describe('the version that somebody of the team reads', () => {
  it('is in the document and in its entity tag', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const { versionId } = await baseOf(place)
    const { body, headers } = await read(place, team.author)
    expect({ tag: headers['etag'], versionId: body.versionId }).toEqual({
      tag: `"${versionId}"`,
      versionId,
    })
  })

  it('is told with where the document stands', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const { versionId } = await baseOf(place)
    const { headers } = await request(testApp.app)
      .get(`/api/phases/${place.id}/workflow`)
      .set('Authorization', team.author.authorization!)
    expect(headers['etag']).toBe(`"${versionId}"`)
  })

  it('is told by every save, to go on from', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const first = await save(place, team.author, { summary: newWords() })
    expect(first.headers['etag']).toBe(`"${first.body.doc.versionId}"`)
    const second = await save(
      place,
      team.author,
      { summary: newWords() },
      { ifMatch: first.headers['etag']! },
    )
    expect(second.status).toBe(200)
    expect(second.body.doc.versionId).toBe((await baseOf(place)).versionId)
    expect(second.body.doc.versionId).not.toBe(first.body.doc.versionId)
  })

  it('is not told to readers, with a draft flag or without', async () => {
    const place = await bring(testApp, await writePhase(testApp, { as: team.author }), {
      to: 'published',
      team,
    })
    const { versionId } = await baseOf(place)
    for (const query of ['draft=true', 'depth=0']) {
      const { body, headers, status, text } = await read(place, nobody, query)
      expect(status).toBe(200)
      expect(body).not.toHaveProperty('versionId')
      expect(body).not.toHaveProperty('savedBy')
      expect(text + JSON.stringify(headers)).not.toContain(versionId)
    }
  })

  it('is left out of the document where fields are chosen', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const { body, headers } = await read(place, team.author, 'draft=true&select[summary]=true')
    expect(Object.keys(body).sort()).not.toContain('versionId')
    expect(headers['etag']).toMatch(/^"[\w-]+"$/)
  })
})

describe('who saved a version', () => {
  it('is written down with it, whatever the client says', async () => {
    const place = await writePhase(testApp, { as: team.author })
    await save(place, team.author2, {
      summary: newWords(),
      savedBy: { id: 'somebody', name: 'Somebody else' },
    })
    const { body } = await read(place, team.author)
    expect(body.savedBy).toEqual({ id: team.author2.user!.id, name: team.author2.user!['name'] })
  })

  it('is no part of what is approved', async () => {
    const place = await writePhase(testApp, { as: team.author, summary: 'The same.' })
    const before = await baseOf(place)
    await save(place, team.author2, { summary: 'The same.' })
    const after = await baseOf(place)
    expect(after.versionId).not.toBe(before.versionId)
    expect(after.contentHash).toBe(before.contentHash)
  })

  it('stays with the text when it is published', async () => {
    const place = await bring(testApp, await writePhase(testApp, { as: team.author }), {
      to: 'published',
      team,
    })
    const { body } = await read(place, team.author)
    expect(body.savedBy).toMatchObject({ id: team.author.user!.id })
  })
})

describe('a save over the newest version is stored', () => {
  const ways: { way: string; naming: (base: Base) => Naming }[] = [
    { way: 'by its id', naming: ({ versionId }) => ({ ifMatch: `"${versionId}"` }) },
    {
      way: 'by its id, weakened by a proxy',
      naming: ({ versionId }) => ({ ifMatch: `W/"${versionId}"` }),
    },
    { way: 'by its content hash', naming: ({ contentHash }) => ({ ifMatch: `"${contentHash}"` }) },
    { way: 'in the address by its id', naming: ({ versionId }) => ({ basedOn: versionId }) },
    { way: 'in the address by its hash', naming: ({ contentHash }) => ({ basedOn: contentHash }) },
    {
      way: 'in both',
      naming: ({ contentHash, versionId }) => ({ ifMatch: `"${versionId}"`, basedOn: contentHash }),
    },
    { way: 'by a star', naming: () => ({ ifMatch: '*' }) },
    { way: 'without a base', naming: () => ({}) },
  ]
  it.each(ways)('$way', async ({ naming }) => {
    const place = await writePhase(testApp, { as: team.author })
    const summary = newWords()
    const { status } = await save(place, team.author, { summary }, naming(await baseOf(place)))
    expect(status).toBe(200)
    expect(await summaryOf(place)).toBe(summary)
  })
})

interface Base {
  versionId: string
  contentHash: string
}

const stale: { way: string; naming: (base: Base) => Naming }[] = [
  { way: 'an id', naming: ({ versionId }) => ({ ifMatch: `"${versionId}"` }) },
  { way: 'a hash', naming: ({ contentHash }) => ({ ifMatch: `"${contentHash}"` }) },
  { way: 'an id in the address', naming: ({ versionId }) => ({ basedOn: versionId }) },
  { way: 'a hash in the address', naming: ({ contentHash }) => ({ basedOn: contentHash }) },
]

describe.each(stale)('a save over an older version, by $way', ({ naming }) => {
  it('is refused, and nothing changes', async () => {
    const { place, base } = await writeAndOvertake()
    const before = await everything(testApp)
    const refused = await save(place, team.author, { summary: 'Mine.' }, naming(base))
    expectRefusal(refused, 'STALE_CONTENT')
    expect(await everything(testApp)).toEqual(before)
  })

  it('is told who saved what meanwhile', async () => {
    const { place, base } = await writeAndOvertake()
    const newest = await baseOf(place)
    const { body } = await save(place, team.author, { summary: 'Mine.' }, naming(base))
    const [{ data, message }] = body.errors
    const saver = { id: team.author2.user!.id, name: team.author2.user!['name'] }
    expect(data).toMatchObject({
      ...newest,
      stale: true,
      base: { ...base, savedBy: { id: team.author.user!.id } },
      savedBy: saver,
      savedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      saves: [{ versionId: newest.versionId, savedBy: saver }],
    })
    expect(message).toContain(saver.name)
    expect(data.changes).toHaveLength(1)
    expect(data.changes[0].change).toMatchObject({ field: 'summary', locale: 'en' })
    expect(data.changes[0].sentence).toMatch(/\S/)
  })

  it('says the changes in the language of the panel', async () => {
    const { place, base } = await writeAndOvertake()
    const { body } = await save(place, team.author, { summary: 'Mine.' }, naming(base)).set(
      'Accept-Language',
      'es',
    )
    expect(body.errors[0].message).toContain('guardó este documento')
    expect(body.errors[0].data.changes[0].sentence).toMatch(/^En inglés, /)
  })

  it('is refused in another language, too', async () => {
    const { place, base } = await writeAndOvertake()
    const refused = await request(testApp.app)
      .patch(`/api/phases/${place.id}?draft=true&locale=es`)
      .set('Authorization', team.author.authorization!)
      .set('If-Match', `"${base.versionId}"`)
      .send({ summary: 'Mío.' })
    expectRefusal(refused, 'STALE_CONTENT')
  })
})

describe('what readers do not see', () => {
  const hidden = { sourcing: { note: 'Not sure of the order.' } }

  it('counts for a base by id', async () => {
    const { place, base } = await writeAndOvertake(hidden)
    expect((await baseOf(place)).contentHash).toBe(base.contentHash)
    const refused = await save(
      place,
      team.author,
      { summary: 'Mine.' },
      { ifMatch: `"${base.versionId}"` },
    )
    expectRefusal(refused, 'STALE_CONTENT')
    expect(refused.body.errors[0].data.changes).toMatchObject([
      { change: { field: 'sourcing.note' } },
    ])
  })

  it('is left alone by a save over a hash', async () => {
    const { place, base } = await writeAndOvertake(hidden)
    const saved = await save(
      place,
      team.author,
      { summary: 'Mine.' },
      { ifMatch: `"${base.contentHash}"` },
    )
    expect(saved.status).toBe(200)
    expect(saved.body.doc.sourcing.note).toBe('Not sure of the order.')
  })

  it('is not overwritten by a save over a hash', async () => {
    const { place, base } = await writeAndOvertake(hidden)
    const before = await everything(testApp)
    const refused = await save(
      place,
      team.author,
      { summary: 'Mine.', sourcing: { note: 'Sure.' } },
      { ifMatch: `"${base.contentHash}"` },
    )
    expectRefusal(refused, 'STALE_CONTENT')
    expect(await everything(testApp)).toEqual(before)
  })
})

describe('a newer version that says the same', () => {
  it('overtakes nobody: what was published meanwhile is saved over', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const base = await baseOf(place)
    await bring(testApp, place, { to: 'published', team })
    expect((await baseOf(place)).versionId).not.toBe(base.versionId)
    const { status } = await save(
      place,
      team.author,
      { summary: newWords() },
      { ifMatch: `"${base.versionId}"` },
    )
    expect(status).toBe(200)
  })

  it('overtakes nobody: what was changed and changed back is saved over', async () => {
    const place = await writePhase(testApp, { as: team.author, summary: 'As it was.' })
    const base = await baseOf(place)
    await save(place, team.author2, { summary: 'Otherwise.' })
    await save(place, team.author2, { summary: 'As it was.' })
    const { status } = await save(
      place,
      team.author,
      { summary: newWords() },
      { ifMatch: `"${base.versionId}"` },
    )
    expect(status).toBe(200)
  })
})

describe('a base that names nothing', () => {
  it.each([
    'unquoted',
    '""',
    '"a", "b"',
    '"with space"',
    'W/unquoted',
    `"${'x'.repeat(101)}"`,
    '"a/b"',
  ])('is malformed as %s, and nothing changes', async (ifMatch) => {
    const place = await writePhase(testApp, { as: team.author })
    const before = await everything(testApp)
    expectRefusal(await save(place, team.author, { summary: 'Mine.' }, { ifMatch }), 'MALFORMED')
    expect(await everything(testApp)).toEqual(before)
  })

  it('is malformed where it stands twice in the address', async () => {
    const place = await writePhase(testApp, { as: team.author })
    expectRefusal(
      await save(place, team.author, { summary: 'Mine.' }, { basedOn: 'one&basedOn=two' }),
      'MALFORMED',
    )
  })

  it.each(['0'.repeat(64), 'no-such-version'])(
    'is stale when the document has no version %s',
    async (name) => {
      const place = await writePhase(testApp, { as: team.author })
      const refused = await save(place, team.author, { summary: 'Mine.' }, { basedOn: name })
      expectRefusal(refused, 'STALE_CONTENT')
      expect(refused.body.errors[0].data).toMatchObject({
        ...(await baseOf(place)),
        base: null,
        changes: null,
      })
    },
  )

  it('is stale when it is a version of another document', async () => {
    const other = await baseOf(await writePhase(testApp, { as: team.author }))
    const place = await writePhase(testApp, { as: team.author })
    const refused = await save(
      place,
      team.author,
      { summary: 'Mine.' },
      { basedOn: other.versionId },
    )
    expectRefusal(refused, 'STALE_CONTENT')
    expect(refused.body.errors[0].data.base).toBeNull()
  })

  it('is not looked at for somebody who may not write', async () => {
    const { place, base } = await writeAndOvertake()
    const answer = await request(testApp.app)
      .patch(`/api/phases/${place.id}?draft=true`)
      .set('If-Match', `"${base.versionId}"`)
      .send({ summary: 'Mine.' })
    expectRefusal(answer, 'NOT_SIGNED_IN')
    expect(answer.text).not.toContain('Theirs.')
  })
})

describe('what overwrites besides saving', () => {
  it('bringing back an older version is refused over a stale base', async () => {
    const { place, base } = await writeAndOvertake()
    const restore = (ifMatch: string) =>
      request(testApp.app)
        .post(`/api/phases/versions/${base.versionId}?draft=true`)
        .set('Authorization', team.author.authorization!)
        .set('If-Match', ifMatch)
    const before = await everything(testApp)
    expectRefusal(await restore(`"${base.versionId}"`), 'STALE_CONTENT')
    expect(await everything(testApp)).toEqual(before)
    const { status } = await restore(`"${(await baseOf(place)).versionId}"`)
    expect(status).toBe(200)
  })

  it('deleting a draft is refused over a stale base', async () => {
    const { place, base } = await writeAndOvertake()
    const remove = (ifMatch: string) =>
      request(testApp.app)
        .delete(`/api/phases/${place.id}`)
        .set('Authorization', team.author.authorization!)
        .set('If-Match', ifMatch)
    const before = await everything(testApp)
    expectRefusal(await remove(`"${base.versionId}"`), 'STALE_CONTENT')
    expect(await everything(testApp)).toEqual(before)
    expect((await remove(`"${(await baseOf(place)).versionId}"`)).status).toBe(200)
  })

  it('a base is of one document, and not of all that meet a condition', async () => {
    const { base } = await writeAndOvertake()
    const before = await everything(testApp)
    const answer = await request(testApp.app)
      .delete('/api/phases?where[slug][like]=line')
      .set('Authorization', team.author.authorization!)
      .set('If-Match', `"${base.versionId}"`)
    expectRefusal(answer, 'MALFORMED')
    expect(await everything(testApp)).toEqual(before)
  })
})

describe('over GraphQL', () => {
  const mutate = (as: Member, query: string, ifMatch?: string) => {
    const post = request(testApp.app).post('/api/graphql').set('Authorization', as.authorization!)
    if (ifMatch) post.set('If-Match', ifMatch)
    return post.send({ query: `mutation { ${query} }` })
  }
  const update = ({ id }: Place, summary: string, basedOn?: string) =>
    `updatePhase(id: "${id}", draft: true, ${basedOn ? `basedOn: "${basedOn}", ` : ''}data: { summary: "${summary}" }) { summary }`

  it.each(['versionId', 'contentHash'] as const)('a save names its base by %s', async (by) => {
    const place = await writePhase(testApp, { as: team.author })
    const base = await baseOf(place)
    const stored = await mutate(team.author, update(place, 'First.', base[by]))
    expect(stored.body).toEqual({ data: { updatePhase: { summary: 'First.' } } })
    const before = await everything(testApp)
    const refused = await mutate(team.author, update(place, 'Second.', base[by]))
    expectGraphqlRefusal(refused, 'STALE_CONTENT', { status: 200 })
    expect(refused.body.errors[0].extensions.data).toMatchObject({
      base,
      savedBy: { id: team.author.user!.id },
    })
    expect(await everything(testApp)).toEqual(before)
  })

  it('a save names its base in the header', async () => {
    const { place, base } = await writeAndOvertake()
    const refused = await mutate(team.author, update(place, 'Mine.'), `"${base.versionId}"`)
    expectGraphqlRefusal(refused, 'STALE_CONTENT', { status: 200 })
    const { versionId } = await baseOf(place)
    const stored = await mutate(team.author, update(place, 'Mine.'), `"${versionId}"`)
    expect(stored.body.errors).toBeUndefined()
  })

  it('each of several saves has a base of its own', async () => {
    const [one, other] = [await writeAndOvertake(), await writeAndOvertake()]
    const current = await baseOf(one.place)
    const { body } = await mutate(
      team.author,
      `one: ${update(one.place, 'Mine.', current.versionId)}
       other: ${update(other.place, 'Mine.', other.base.versionId)}
       third: ${update(one.place, 'Mine again.')}`,
    )
    expect(body.data).toMatchObject({
      one: { summary: 'Mine.' },
      other: null,
      third: { summary: 'Mine again.' },
    })
    expect(await summaryOf(other.place)).toBe('Theirs.')
  })

  it('a malformed base is malformed', async () => {
    const place = await writePhase(testApp, { as: team.author })
    expectGraphqlRefusal(
      await mutate(team.author, update(place, 'Mine.', 'no such')),
      'MALFORMED',
      {
        status: 200,
      },
    )
  })
})

describe('what was saved since', () => {
  const since = (place: Place, as: Member, base: string) => {
    const get = request(testApp.app).get(`/api/phases/${place.id}/saves?since=${base}`)
    if (as.authorization) get.set('Authorization', as.authorization)
    return get
  }

  it('is told without saving anything', async () => {
    const { place, base } = await writeAndOvertake()
    await save(place, team.reviewer, { summary: 'And theirs.' })
    const { body } = await since(place, team.author, base.versionId)
    expect(body).toMatchObject({ ...(await baseOf(place)), stale: true, base })
    expect(body.saves.map(({ savedBy }: { savedBy: { id: string } }) => savedBy.id)).toEqual([
      team.reviewer.user!.id,
      team.author2.user!.id,
    ])
  })

  it('is nothing where it is the newest', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const { versionId } = await baseOf(place)
    const { body } = await since(place, team.author, versionId)
    expect(body).toMatchObject({ stale: false, saves: [], changes: [] })
  })

  it('is told to the team alone', async () => {
    const { place, base } = await writeAndOvertake()
    expectRefusal(await since(place, nobody, base.versionId), 'NOT_SIGNED_IN')
    expectRefusal(await since({ ...place, id: 'none' }, team.author, base.versionId), 'NOT_FOUND')
    expectRefusal(await since(place, team.author, ''), 'MALFORMED')
  })
})

describe('two saves on one base at the same time', () => {
  it.each([1, 2, 3, 4, 5])('one is stored, and the other told so (%i)', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const { versionId } = await baseOf(place)
    const answers = await Promise.all(
      [team.author, team.author2].map((as, at) =>
        save(place, as, { summary: `From ${at}.` }, { ifMatch: `"${versionId}"` }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const won = answers.findIndex(({ status }) => status === 200)
    expect(await summaryOf(place)).toBe(`From ${won}.`)
    const { totalDocs } = await testApp.payload.countVersions({
      collection: 'phases',
      where: { parent: { equals: place.id } },
    })
    expect(totalDocs).toBe(2)
  })
})
