import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inSpanish } from '../../../src/refusals/in-spanish/index.ts'
import type { ErrorCode } from '../../../src/errors.ts'
import { whatWasAssigned } from '../../../src/desk/assigned.ts'
import type { TestApp } from '../../support/app.ts'
import { databases } from '../../support/databases.ts'
import { ledgerHead, post, queueAndJobs, rowsIn } from '../../support/desk.ts'
import {
  act,
  bring,
  buildTeam,
  edit,
  join,
  nobody,
  situationOf,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../../support/workflow.ts'

describe.each(databases)('on %s', (_name, start) => {
  let testApp: TestApp
  let team: Team
  let both: Member
  let machine: Member
  let place: Place

  beforeAll(async () => {
    testApp = await start()
    team = await buildTeam(testApp)
    both = await join(testApp, { roles: ['editor', 'reviewer'], title: 'both' })
    machine = await join(testApp, { roles: ['reviewer'], kind: 'machine' })
    place = await bring(testApp, await writePhase(testApp, { as: both }), { to: 'inReview', team })
  })
  afterAll(() => testApp.close())

  const address = (one: Place) => `${one.collection}/${one.id}/workflow`
  const assign = (as: Member, body: object, one = place) =>
    post(testApp, as, `${address(one)}/assign`, body)
  const assignmentOf = async (one = place) => {
    const { docs } = await testApp.payload.find({
      collection: 'workflow-states' as never,
      where: { key: { equals: `${one.collection}/${one.id}` } },
    })
    return (docs[0] as unknown as { assignee: string }).assignee
  }

  describe('a review', () => {
    it('is given to a reviewer, taken over and put back, without a word in the ledger', async () => {
      const before = await ledgerHead(testApp)
      const due = '2099-05-01T23:59:00-04:00'
      const given = await assign(team.author, { assignee: team.reviewer.user!.id, due })
      expect(given.body).toMatchObject({
        state: 'inReview',
        assignment: {
          assignee: { id: team.reviewer.user!.id },
          by: { id: team.author.user!.id },
          due: '2099-05-02T03:59:00.000Z',
        },
      })
      const taken = await assign(team.reviewer2, { assignee: team.reviewer2.user!.id })
      expect(taken.body).toMatchObject({
        assignment: {
          assignee: { id: team.reviewer2.user!.id },
          by: { id: team.reviewer2.user!.id },
          due: null,
        },
      })
      const back = await assign(team.reviewer, { assignee: null })
      expect(back.body['assignment']).toBeNull()
      expect(await ledgerHead(testApp)).toBe(before)
    })

    it('is offered to those who may approve it', async () => {
      const { body } = await get(team.author, `${address(place)}/reviewers`)
      const ids = (body['reviewers'] as { id: string }[]).map(({ id }) => id)
      expect(ids).toContain(team.reviewer.user!.id)
      for (const other of [both, machine, team.author, team.publisher])
        expect(ids).not.toContain(other.user!.id)
    })

    it.each<[string, () => unknown, object, ErrorCode]>([
      ['to whoever changed it', () => both.user!.id, {}, 'CONTRIBUTOR_CANNOT_APPROVE'],
      ['to an editor', () => team.author.user!.id, {}, 'NOT_PERMITTED'],
      ['to a machine', () => machine.user!.id, {}, 'NOT_PERMITTED'],
      ['to nobody known', () => '00000000-0000-4000-8000-000000000000', {}, 'MALFORMED'],
      ['to what is no id', () => 'a b', {}, 'MALFORMED'],
      ['to a number', () => 7, {}, 'MALFORMED'],
      ['to nothing said', () => undefined, {}, 'MALFORMED'],
      [
        'until a time that has passed',
        () => team.reviewer.user!.id,
        { due: '2001-01-01T00:00:00Z' },
        'MALFORMED',
      ],
      ['until no time', () => team.reviewer.user!.id, { due: 'soon' }, 'MALFORMED'],
      ['until when by nobody', () => null, { due: '2099-01-01T00:00:00Z' }, 'MALFORMED'],
      ['with other words', () => null, { comment: 'Please.' }, 'MALFORMED'],
    ])('is not given %s', async (_title, assignee, more, code) => {
      await expectRefused(() => assign(team.reviewer, { assignee: assignee(), ...more }), code)
    })

    it.each<[string, () => Member, ErrorCode]>([
      ['nobody in particular', () => nobody, 'NOT_SIGNED_IN'],
      ['a machine', () => machine, 'NOT_PERMITTED'],
    ])('is not given by %s', async (_title, who, code) => {
      await expectRefused(() => assign(who(), { assignee: team.reviewer.user!.id }), code)
    })

    it.each(['draft', 'changesRequested', 'approved', 'scheduled', 'published'] as const)(
      'is not given where there is none: %s',
      async (state) => {
        const other = await bring(testApp, await writePhase(testApp, { as: team.author }), {
          to: state,
          team,
        })
        await expectRefused(
          () => assign(team.author, { assignee: team.reviewer.user!.id }, other),
          'WRONG_STATE',
        )
      },
    )

    it('is not given of a document that is not there', async () => {
      const missing = { ...place, id: '00000000-0000-4000-8000-000000000000' }
      await expectRefused(() => assign(team.author, { assignee: null }, missing), 'NOT_FOUND')
    })

    it.each(['approve', 'return', 'recall'] as const)('ends with: %s', async (action) => {
      const other = await inReviewOf(team.reviewer)
      const by = action === 'recall' ? team.author : team.reviewer2
      await act(testApp, other, { action, as: by })
      expect(await assignmentOf(other)).toBe('')
    })

    it('ends when the text is changed, and stays when it is only saved', async () => {
      const other = await inReviewOf(team.reviewer)
      await edit(testApp, other, { as: team.author, data: {} })
      expect(await assignmentOf(other)).toBe(team.reviewer.user!.id)
      await edit(testApp, other, { as: team.author, data: { summary: 'Another line.' } })
      expect(await assignmentOf(other)).toBe('')
    })

    it('ends when the assignee becomes one of the authors, though the text stays', async () => {
      const other = await inReviewOf(team.reviewer)
      await edit(testApp, other, {
        as: team.reviewer,
        data: { sourcing: { note: 'Ask the office.' } },
      })
      expect((await situationOf(testApp, other)).state).toBe('inReview')
      expect(await assignmentOf(other)).toBe('')
    })
  })

  describe('who hands a draft in', () => {
    it('asks somebody in particular', async () => {
      const other = await writePhase(testApp, { as: team.author })
      const { contentHash } = (await situationOf(testApp, other)).working
      const due = '2099-05-01T00:00:00Z'
      const answer = await post(testApp, team.author, `${address(other)}/submit`, {
        contentHash,
        assignee: team.reviewer2.user!.id,
        due,
      })
      expect(answer.body).toMatchObject({
        state: 'inReview',
        assignment: { assignee: { id: team.reviewer2.user!.id }, due: new Date(due).toISOString() },
      })
      expect(await rowsIn(testApp, team.reviewer2, 'review', 'limit=1')).toMatchObject([
        { id: other.id },
      ])
    })

    it.each<[string, () => object, ErrorCode]>([
      [
        'somebody who is no reviewer',
        () => ({ assignee: team.publisher.user!.id }),
        'NOT_PERMITTED',
      ],
      ['an author', () => ({ assignee: both.user!.id }), 'CONTRIBUTOR_CANNOT_APPROVE'],
      ['nobody known', () => ({ assignee: 'nobody-known' }), 'MALFORMED'],
      ['nobody by a day', () => ({ due: '2099-05-01T00:00:00Z' }), 'MALFORMED'],
    ])('cannot ask %s, and hands nothing in', async (_title, asked, code) => {
      const other = await writePhase(testApp, { as: both })
      const { contentHash } = (await situationOf(testApp, other)).working
      await expectRefused(
        () => post(testApp, both, `${address(other)}/submit`, { contentHash, ...asked() }),
        code,
      )
    })
  })

  const inReviewOf = async (reviewer: Member): Promise<Place> => {
    const other = await bring(testApp, await writePhase(testApp, { as: team.author }), {
      to: 'inReview',
      team,
    })
    const { status } = await assign(team.author, { assignee: reviewer.user!.id }, other)
    expect(status).toBe(200)
    return other
  }

  const get = async (as: Member, path: string) => {
    const { body } = await testApp
      .anonymous()
      .get(`/api/${path}`)
      .set('Authorization', as.authorization!)
    return { body: body as Record<string, unknown> }
  }

  const expectRefused = async (
    ask: () => ReturnType<typeof post>,
    code: ErrorCode,
  ): Promise<void> => {
    const before = [await queueAndJobs(testApp), await ledgerHead(testApp)]
    const { body } = await ask()
    const [error] = body.errors ?? []
    expect(error?.code).toBe(code)
    // Those that people meet in the panel are said in its other language as well.
    if (code === 'WRONG_STATE' || code === 'CONTRIBUTOR_CANNOT_APPROVE')
      expect(inSpanish(error!.message)).not.toBe(error!.message)
    expect([await queueAndJobs(testApp), await ledgerHead(testApp)]).toEqual(before)
  }
})

describe('what was assigned', () => {
  const person = (name: string) => ({ id: name.toLowerCase(), name })
  const document = { collection: 'notices', id: '1', title: 'CP14' }
  const at = '2027-03-01T09:00:00.000Z'

  it('says who had the review, who has it, and who decided that', () => {
    const before = { assignee: person('Rosa'), by: person('Elena'), at, due: null }
    const now = { assignee: person('Rui'), by: person('Rui'), at, due: at }
    expect(whatWasAssigned({ before, now, by: person('Rui'), at, document })).toEqual({
      ...document,
      from: person('Rosa'),
      to: person('Rui'),
      by: person('Rui'),
      at,
      due: at,
    })
  })

  it('says when nobody in particular has it', () => {
    const before = { assignee: person('Rosa'), by: person('Elena'), at, due: at }
    expect(whatWasAssigned({ before, now: null, by: person('Elena'), at, document })).toMatchObject(
      { from: person('Rosa'), to: null, due: null },
    )
  })
})
