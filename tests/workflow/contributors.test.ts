import request from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import {
  act,
  ask,
  bring,
  buildTeam,
  doors,
  edit,
  everything,
  join,
  nobody,
  situationOf,
  writePhase,
  type Door,
  type Member,
  type Place,
  type Team,
} from '../support/workflow.ts'

let testApp: TestApp
let team: Team
/** Somebody who writes and reviews: the person whom the rule is about. */
let both: Member
let place: Place
let names = 0

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  both = await join(testApp, { roles: ['editor', 'reviewer', 'publisher', 'administrator'] })
})
afterAll(() => testApp.close())

describe('somebody with every role who wrote the text', () => {
  beforeEach(async () => {
    place = await writePhase(testApp, { as: both })
    await act(testApp, place, { action: 'submit', as: team.author })
  })

  it.each([...doors])('may not approve it over %s', async (door) => {
    await expectCannotApprove(place, both, door)
    expect((await situationOf(testApp, place)).state).toBe('inReview')
  })

  it('sees why not before trying', async () => {
    const { body } = await request(testApp.app)
      .get(`/api/phases/${place.id}/workflow`)
      .set('Authorization', both.authorization!)
    const approve = body.actions.find(({ action }: { action: string }) => action === 'approve')
    expect(approve).toMatchObject({
      allowed: false,
      reasons: [{ code: 'CONTRIBUTOR_CANNOT_APPROVE' }],
    })
    expect(body.contributors).toEqual([{ id: both.user!.id, name: nameOf(both) }])
  })

  it('may not approve it after submitting it themselves', async () => {
    await act(testApp, place, { action: 'recall', as: both })
    await act(testApp, place, { action: 'submit', as: both })
    await expectCannotApprove(place, both)
  })

  it('may not approve it after somebody else changed it further', async () => {
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    await act(testApp, place, { action: 'submit', as: team.author })
    await expectCannotApprove(place, both)
  })

  it('may not approve it after somebody else wrote all of it anew', async () => {
    await edit(testApp, place, {
      as: team.author,
      data: { name: newText(), summary: newText(), slug: newSlug() },
    })
    await act(testApp, place, { action: 'submit', as: team.author })
    await expectCannotApprove(place, both)
  })

  it('may return it', async () => {
    const { state } = await act(testApp, place, { action: 'return', as: both })
    expect(state).toBe('changesRequested')
  })

  it('may publish it once a second person has approved it', async () => {
    await act(testApp, place, { action: 'approve', as: team.reviewer })
    const { state } = await act(testApp, place, { action: 'publish', as: both })
    expect(state).toBe('published')
  })

  it('may approve what somebody else writes after it was public', async () => {
    await act(testApp, place, { action: 'approve', as: team.reviewer })
    await act(testApp, place, { action: 'publish', as: team.publisher })
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    await act(testApp, place, { action: 'submit', as: team.author })
    const { state } = await act(testApp, place, { action: 'approve', as: both })
    expect(state).toBe('approved')
  })
})

describe('somebody who contributed a little', () => {
  it('may not approve, whatever they changed', async () => {
    place = await writePhase(testApp, { as: team.author })
    await edit(testApp, place, { as: both, data: { summary: 'Resumen.' }, locale: 'es' })
    await act(testApp, place, { action: 'submit', as: team.author })
    await expectCannotApprove(place, both)
  })

  it('may not approve a text that went back to draft for their edit', async () => {
    place = await writePhase(testApp, { as: team.author })
    await bring(testApp, place, { to: 'approved', team })
    await edit(testApp, place, { as: both, data: { summary: newText() } })
    expect((await situationOf(testApp, place)).state).toBe('draft')
    await act(testApp, place, { action: 'submit', as: team.author })
    await expectCannotApprove(place, both)
  })

  it('may not approve although they undid their edit', async () => {
    place = await writePhase(testApp, { as: team.author, summary: 'As it was.' })
    await act(testApp, place, { action: 'submit', as: team.author })
    await edit(testApp, place, { as: both, data: { summary: newText() } })
    await edit(testApp, place, { as: both, data: { summary: 'As it was.' } })
    expect((await situationOf(testApp, place)).state).toBe('inReview')
    await expectCannotApprove(place, both)
    await expectOthersCanApprove(place)
  })

  it('ends their own approval of the text, also when they undo their edit', async () => {
    place = await writePhase(testApp, { as: team.author, summary: 'As it was.' })
    await act(testApp, place, { action: 'submit', as: team.author })
    await act(testApp, place, { action: 'approve', as: both })
    await edit(testApp, place, { as: both, data: { summary: newText() } })
    await edit(testApp, place, { as: both, data: { summary: 'As it was.' } })
    const { contentHash } = (await situationOf(testApp, place)).working
    const outcome = await ask(testApp, 'REST', {
      action: 'publish',
      as: team.publisher,
      place,
      body: { contentHash },
    })
    expect(outcome.code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
    const scheduled = await ask(testApp, 'REST', {
      action: 'schedule',
      as: team.publisher,
      place,
      body: { contentHash, publishAt: '2099-01-01T00:00:00Z' },
    })
    expect(scheduled.code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
    expect((await situationOf(testApp, place)).live).toBeNull()
  })

  it('may not confirm what an administrator published by override', async () => {
    place = await writePhase(testApp, { as: both })
    const { live } = await act(testApp, place, { action: 'override', as: team.administrator })
    const outcome = await ask(testApp, 'REST', {
      action: 'confirm',
      as: both,
      place,
      body: { contentHash: live!.contentHash },
    })
    expect(outcome.code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
  })

  it('may not confirm it either once somebody else writes the next text', async () => {
    place = await writePhase(testApp, { as: both })
    const { live } = await act(testApp, place, { action: 'override', as: team.administrator })
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    const outcome = await ask(testApp, 'REST', {
      action: 'confirm',
      as: both,
      place,
      body: { contentHash: live!.contentHash },
    })
    expect(outcome.code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
  })
})

describe('the author of an older text', () => {
  /** A document whose text by `both` was replaced before it became public; the text is still a version. */
  async function replacedText(): Promise<string> {
    place = await writePhase(testApp, { as: team.author })
    await bring(testApp, place, { to: 'published', team })
    await edit(testApp, place, { as: both, data: { summary: newText() } })
    const { versionId } = (await situationOf(testApp, place)).working
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    await bring(testApp, place, { to: 'published', team })
    expect((await situationOf(testApp, place)).working.contributors).toEqual([])
    return versionId
  }

  const restorations = {
    REST: async (versionId: string) => {
      const { status } = await request(testApp.app)
        .post(`/api/phases/versions/${versionId}?draft=true`)
        .set('Authorization', team.author.authorization!)
      expect(status).toBe(200)
    },
    GraphQL: async (versionId: string) => {
      const { body } = await request(testApp.app)
        .post('/api/graphql')
        .set('Authorization', team.author.authorization!)
        .send({ query: `mutation { restoreVersionPhase(id: "${versionId}", draft: true) { id } }` })
      expect(body.errors).toBeUndefined()
    },
  }

  it.each(['REST', 'GraphQL'] as const)(
    'may not approve it when somebody else restores it over %s',
    async (door) => {
      const versionId = await replacedText()
      await restorations[door](versionId)
      expect(await contributorsOf(place)).toEqual(idsOf(both, team.author))
      await act(testApp, place, { action: 'submit', as: team.author2 })
      await expectCannotApprove(place, both)
      await expectOthersCanApprove(place)
    },
  )

  it('may not approve it when it had been public itself', async () => {
    place = await writePhase(testApp, { as: both })
    const { working } = await situationOf(testApp, place)
    await bring(testApp, place, { to: 'published', team })
    const published = (await situationOf(testApp, place)).working.versionId
    expect(published).not.toBe(working.versionId)
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    await bring(testApp, place, { to: 'published', team })
    await restorations.REST(published)
    await act(testApp, place, { action: 'submit', as: team.author })
    await expectCannotApprove(place, both)
  })

  it('may not approve it when it was public with a comma of somebody else', async () => {
    place = await writePhase(testApp, { as: both })
    await bring(testApp, place, { to: 'published', team })
    await edit(testApp, place, { as: team.author2, data: { marker: 'A' } })
    await bring(testApp, place, { to: 'published', team })
    const { versionId } = (await situationOf(testApp, place)).working
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    await bring(testApp, place, { to: 'published', team })
    await restorations.REST(versionId)
    await act(testApp, place, { action: 'submit', as: team.author })
    await expectCannotApprove(place, both)
    await expectOthersCanApprove(place)
  })

  it('remains a contributor when somebody restores a version from before their edit', async () => {
    place = await writePhase(testApp, { as: team.author })
    const { versionId } = (await situationOf(testApp, place)).working
    await edit(testApp, place, { as: both, data: { summary: newText() } })
    await restorations.REST(versionId)
    expect(await contributorsOf(place)).toEqual(idsOf(both, team.author))
  })
})

describe('the author of a document that somebody else duplicates', () => {
  const duplications = {
    REST: async (id: string): Promise<string> => {
      const { body } = await request(testApp.app)
        .post(`/api/phases/${id}/duplicate`)
        .set('Authorization', team.author.authorization!)
        .send({ slug: newSlug() })
      return body.doc.id
    },
    'Local API': async (id: string): Promise<string> => {
      const copy = await testApp.payload.duplicate({
        collection: 'phases',
        id,
        data: { slug: newSlug() },
        draft: true,
        overrideAccess: true,
        user: team.author.user!,
      })
      return copy.id
    },
  }

  it.each(['REST', 'Local API'] as const)('may not approve the copy made over %s', async (door) => {
    const original = await writePhase(testApp, { as: both })
    const id = await duplications[door](original.id)
    await expectCopyIsTheirs({ collection: 'phases', id })
  })

  it('may not approve the copy of what is live', async () => {
    const original = await writePhase(testApp, { as: both })
    await bring(testApp, original, { to: 'published', team })
    const id = await duplications.REST(original.id)
    await expectCopyIsTheirs({ collection: 'phases', id })
  })

  it('may not approve the copy of what is live under a newer draft', async () => {
    const original = await writePhase(testApp, { as: both })
    await bring(testApp, original, { to: 'published', team })
    await edit(testApp, original, { as: team.author2, data: { summary: newText() } })
    const id = await duplications.REST(original.id)
    await expectCopyIsTheirs({ collection: 'phases', id })
  })

  it('may not approve the copy of a copy', async () => {
    const original = await writePhase(testApp, { as: both })
    const copy = await duplications.REST(original.id)
    const id = await duplications['Local API'](copy)
    await expectCopyIsTheirs({ collection: 'phases', id })
  })

  it('may not approve the copy of what was withdrawn', async () => {
    const original = await writePhase(testApp, { as: both })
    await bring(testApp, original, { to: 'withdrawn', team })
    const id = await duplications.REST(original.id)
    await expectCopyIsTheirs({ collection: 'phases', id })
  })

  it('may not approve the copy of what was public in other words since', async () => {
    const original = await writePhase(testApp, { as: both })
    await bring(testApp, original, { to: 'published', team })
    await edit(testApp, original, { as: team.author, data: { marker: 'A' } })
    await bring(testApp, original, { to: 'published', team })
    const id = await duplications.REST(original.id)
    await expectCopyIsTheirs({ collection: 'phases', id })
  })

  async function expectCopyIsTheirs(copy: Place): Promise<void> {
    expect(await contributorsOf(copy)).toEqual(expect.arrayContaining(idsOf(both, team.author)))
    await act(testApp, copy, { action: 'submit', as: team.author2 })
    await expectCannotApprove(copy, both)
  }
})

describe('a copy from one language to the other', () => {
  it('leaves the author of the words a contributor', async () => {
    place = await writePhase(testApp, { as: both, summary: 'Their words.' })
    // As the panel does it: what is there in one language is saved in the other.
    const { payload } = testApp
    const english = await payload.findByID({ ...place, draft: true, depth: 0, locale: 'en' })
    const { name, summary } = english as unknown as Record<string, unknown>
    await edit(testApp, place, { as: team.author, data: { name, summary }, locale: 'es' })
    await act(testApp, place, { action: 'submit', as: team.author })
    await expectCannotApprove(place, both)
  })
})

describe('the account of somebody who contributed', () => {
  const remove = (id: string) =>
    outcomeOfRemoval(async () =>
      testApp.payload.delete({
        collection: 'users',
        id,
        overrideAccess: false,
        user: await testApp.person('administrator'),
      }),
    )

  it.each(['draft', 'inReview', 'published', 'withdrawn'] as const)(
    'stays while the text is %s, so that it cannot be made anew for the same person',
    async (to) => {
      const author = await join(testApp, { roles: ['editor'] })
      await bring(testApp, await writePhase(testApp, { as: author }), { to, team })
      expect(await remove(String(author.user!.id))).toBe('WRONG_STATE')
    },
  )

  it('can lose its roles, and with them everything it could do', async () => {
    const author = await join(testApp, { roles: ['editor'] })
    await writePhase(testApp, { as: author })
    await request(testApp.app)
      .patch(`/api/users/${author.user!.id}`)
      .set('Authorization', await testApp.authorization('administrator'))
      .send({ roles: [] })
      .expect(200)
    const { status } = await request(testApp.app)
      .post('/api/phases?draft=true')
      .set('Authorization', author.authorization!)
      .send({ name: 'Another' })
    expect(status).toBe(403)
  })

  it('goes when nothing of theirs is left', async () => {
    const author = await join(testApp, { roles: ['editor'] })
    const draft = await writePhase(testApp, { as: author })
    await testApp.payload.delete({ ...draft, overrideAccess: false, user: author.user! })
    expect(await remove(String(author.user!.id))).toBe('removed')
  })

  async function outcomeOfRemoval(removal: () => Promise<unknown>): Promise<string> {
    try {
      await removal()
      return 'removed'
    } catch (error) {
      return (error as { code: string }).code
    }
  }
})

describe('contributors', () => {
  const claims: { what: string; contributors: unknown }[] = [
    { what: 'nobody', contributors: [] },
    { what: 'somebody else', contributors: [{ id: 'somebody-else', name: 'Somebody Else' }] },
    { what: 'nothing that is a list', contributors: 'nobody' },
    { what: 'null', contributors: null },
  ]

  it.each(claims)(
    'are not taken from a client that creates over REST and names $what',
    async (claim) => {
      const { body, status } = await request(testApp.app)
        .post('/api/phases?draft=true')
        .set('Authorization', both.authorization!)
        .send({ name: 'Line', slug: newSlug(), contributors: claim.contributors })
      expect(status).toBe(201)
      expect(await contributorsOf({ collection: 'phases', id: body.doc.id })).toEqual(idsOf(both))
    },
  )

  it.each(claims)(
    'are not taken from a client that saves over REST and names $what',
    async (claim) => {
      place = await writePhase(testApp, { as: both })
      const { status } = await request(testApp.app)
        .patch(`/api/phases/${place.id}?draft=true`)
        .set('Authorization', team.author.authorization!)
        .send({ summary: newText(), contributors: claim.contributors })
      expect(status).toBe(200)
      expect(await contributorsOf(place)).toEqual(idsOf(both, team.author))
    },
  )

  it.each(claims)(
    'are not taken from a client of GraphQL that names $what',
    async ({ contributors }) => {
      place = await writePhase(testApp, { as: both })
      const { body } = await request(testApp.app)
        .post('/api/graphql')
        .set('Authorization', team.author.authorization!)
        .send({
          query: `mutation ($id: String!, $data: mutationPhaseUpdateInput!) {
          updatePhase(id: $id, draft: true, data: $data) { id }
        }`,
          variables: { id: place.id, data: { summary: newText(), contributors } },
        })
      expect(body.errors).toBeUndefined()
      expect(await contributorsOf(place)).toEqual(idsOf(both, team.author))
    },
  )

  it.each(claims)(
    'are not taken from code of our own that names $what',
    async ({ contributors }) => {
      place = await writePhase(testApp, { as: both })
      await testApp.payload.update({
        ...place,
        collection: 'phases',
        data: { summary: newText(), contributors } as never,
        draft: true,
        overrideAccess: true,
        user: team.author.user!,
      })
      expect(await contributorsOf(place)).toEqual(idsOf(both, team.author))
    },
  )

  it('are not taken from the body of a copy', async () => {
    place = await writePhase(testApp, { as: both })
    const { body } = await request(testApp.app)
      .post(`/api/phases/${place.id}/duplicate`)
      .set('Authorization', team.author.authorization!)
      .send({ slug: newSlug(), contributors: [] })
    expect(await contributorsOf({ collection: 'phases', id: body.doc.id })).toEqual(
      idsOf(both, team.author),
    )
  })

  it('stay what they are through a refused save', async () => {
    place = await writePhase(testApp, { as: both })
    const { status } = await request(testApp.app)
      .patch(`/api/phases/${place.id}`)
      .set('Authorization', team.author.authorization!)
      .send({ summary: newText() })
    expect(status).toBe(403)
    expect(await contributorsOf(place)).toEqual(idsOf(both))
  })

  it('are known by their account, whatever they call themselves', async () => {
    const renamed = await join(testApp, { roles: ['editor', 'reviewer'], title: 'renamed' })
    place = await writePhase(testApp, { as: renamed })
    const { status } = await request(testApp.app)
      .patch(`/api/users/${renamed.user!.id}`)
      .set('Authorization', renamed.authorization!)
      .send({ name: 'Somebody Else' })
    expect(status).toBe(200)
    await act(testApp, place, { action: 'submit', as: team.author })
    await expectCannotApprove(place, renamed)
  })

  it('are no secret to readers of the API that have a role, and are to others', async () => {
    place = await writePhase(testApp, { as: both })
    await bring(testApp, place, { to: 'published', team })
    const { text } = await testApp.anonymous().get(`/api/phases/${place.id}`)
    expect(text).not.toContain(nameOf(both))
    expect(text).not.toContain('contributors')
  })
})

describe('a script', () => {
  it('that saves for a person makes that person a contributor', async () => {
    place = await writePhase(testApp, { as: team.author })
    await testApp.payload.update({
      ...place,
      collection: 'phases',
      data: { summary: newText() },
      draft: true,
      overrideAccess: true,
      user: both.user!,
    })
    await act(testApp, place, { action: 'submit', as: team.author })
    await expectCannotApprove(place, both)
  })

  it.each([
    { who: 'nobody', as: () => nobody, code: 'NOT_SIGNED_IN' },
    { who: 'a machine', as: () => machine, code: 'NOT_PERMITTED' },
    { who: 'an account without a role', as: () => outsider, code: 'NOT_PERMITTED' },
  ])('saves nothing for $who', async ({ as, code }) => {
    place = await writePhase(testApp, { as: team.author })
    const { versionId } = (await situationOf(testApp, place)).working
    const before = await everything(testApp)
    const { payload } = testApp
    const { user } = as()
    const common = {
      collection: 'phases' as const,
      draft: true,
      overrideAccess: true,
      ...(user ? { user } : {}),
    }
    const saves = [
      () => payload.create({ ...common, data: { name: 'x', slug: newSlug() } as never }),
      () => payload.update({ ...common, id: place.id, data: { summary: newText() } }),
      () => payload.duplicate({ ...common, id: place.id, data: { slug: newSlug() } }),
      () => payload.restoreVersion({ ...common, id: versionId } as never),
      () => payload.delete({ ...common, id: place.id } as never),
    ]
    for (const save of saves) await expect(save()).rejects.toMatchObject({ code })
    expect(await everything(testApp)).toEqual(before)
  })
})

describe('a machine with every role', () => {
  it('neither writes nor approves with its key', async () => {
    place = await writePhase(testApp, { as: team.author })
    await act(testApp, place, { action: 'submit', as: team.author })
    const before = await everything(testApp)
    const { contentHash } = (await situationOf(testApp, place)).working
    for (const door of doors) {
      const outcome = await ask(testApp, door, {
        action: 'approve',
        as: machine,
        place,
        body: { contentHash },
      })
      expect(outcome.code).toBe('NOT_PERMITTED')
    }
    const { status } = await request(testApp.app)
      .patch(`/api/phases/${place.id}?draft=true`)
      .set('Authorization', machine.authorization!)
      .send({ summary: newText() })
    expect(status).toBe(403)
    expect(await everything(testApp)).toEqual(before)
  })
})

let machine: Member
let outsider: Member
beforeAll(async () => {
  machine = await join(testApp, {
    roles: ['editor', 'reviewer', 'publisher', 'administrator'],
    kind: 'machine',
  })
  outsider = await join(testApp, { roles: [] })
})

async function expectCannotApprove(
  document: Place,
  as: Member,
  door: Door = 'REST',
): Promise<void> {
  const { working } = await situationOf(testApp, document)
  const outcome = await ask(testApp, door, {
    action: 'approve',
    as,
    place: document,
    body: { contentHash: working.contentHash },
  })
  expect(outcome.code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
  expect((await situationOf(testApp, document)).approval).toBeNull()
}

async function expectOthersCanApprove(document: Place): Promise<void> {
  const { state } = await act(testApp, document, { action: 'approve', as: team.reviewer2 })
  expect(state).toBe('approved')
}

async function contributorsOf(document: Place): Promise<string[]> {
  const { working } = await situationOf(testApp, document)
  return working.contributors.map(({ id }) => id).sort()
}

function idsOf(...members: Member[]): string[] {
  return members.map(({ user }) => String(user!.id)).sort()
}

function nameOf({ user }: Member): string {
  return String((user as { name?: string }).name)
}

function newText(): string {
  names += 1
  return `Other words, the ${names}th.`
}

function newSlug(): string {
  names += 1
  return `another-line-${names}`
}
