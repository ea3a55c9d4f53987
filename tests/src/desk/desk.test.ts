import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { TestApp } from '../../support/app.ts'
import { text } from '../../support/content.ts'
import { databases } from '../../support/databases.ts'
import { deskOf, post, rowsIn, titlesIn } from '../../support/desk.ts'
import {
  act,
  bring,
  buildTeam,
  edit,
  join,
  nobody,
  passTime,
  publishDue,
  write,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../../support/workflow.ts'

describe.each(databases)('on %s', (_name, start) => {
  let testApp: TestApp
  let team: Team
  /** Writes and reviews. */
  let both: Member
  let machine: Member
  let phase: Place

  const named = (name: string, as = team.author) => writePhase(testApp, { as, name })
  const inState = async (name: string, to: Parameters<typeof bring>[2]['to'], as?: Member) =>
    bring(testApp, await named(name, as), { to, team })

  beforeAll(async () => {
    testApp = await start()
    team = await buildTeam(testApp)
    both = await join(testApp, { roles: ['editor', 'reviewer'], title: 'both' })
    machine = await join(testApp, { roles: ['reviewer'], kind: 'machine' })
    phase = await inState('Live', 'published')
    await inState('First', 'inReview')
    await inState('By both', 'inReview', both)
    const asked = await inState('Asked', 'inReview')
    await assign(asked, team.reviewer, '2099-01-01T00:00:00Z')
    await inState('Returned', 'changesRequested')
    await inState('Approved', 'approved')
    await inState('Scheduled', 'scheduled')
    await inState('Drafted', 'draft')
    const overridden = await inState('Overridden', 'inReview', both)
    await act(testApp, overridden, { action: 'override', as: team.administrator })
    await changedStation()
    // Last: no entry of the ledger is of a time before the one before it, and time passes here.
    await failedStation()
  })
  afterAll(() => testApp.close())

  const assign = async (place: Place, to: Member, due: string | null = null) => {
    const address = `${place.collection}/${place.id}/workflow/assign`
    const { status } = await post(testApp, team.author, address, { assignee: to.user!.id, due })
    expect(status).toBe(200)
  }

  /** A station whose schedule failed, because its phase is not live. */
  const failedStation = async () => {
    const hidden = await named('Hidden')
    const station = await writeStation({ title: 'Failed', slug: 'failed', phase: hidden.id })
    await bring(testApp, station, { to: 'approved', team })
    const publishAt = new Date(Date.now() + 3_600_000).toISOString()
    await act(testApp, station, { action: 'schedule', as: team.publisher, publishAt })
    passTime({ hours: 2 })
    await publishDue(testApp)
    vi.useRealTimers()
  }

  /** A live station with facts to check again, of which the English has changed since the Spanish. */
  const changedStation = async () => {
    const station = await writeStation({
      title: 'Doubtful',
      slug: 'doubtful',
      phase: phase.id,
      sourcing: { certainty: 'unverified', checkedOn: '2020-01-01T00:00:00.000Z' },
    })
    await edit(testApp, station, {
      as: team.author,
      locale: 'es',
      data: { title: 'Dudosa', summary: 'Una parada.', overview: text('Lo que pasa aquí.') },
    })
    await bring(testApp, station, { to: 'published', team })
    await edit(testApp, station, { as: team.author, data: { summary: 'Another stop.' } })
  }

  const writeStation = (data: object) =>
    write(testApp, {
      as: team.author,
      collection: 'stations',
      data: { summary: 'A stop.', overview: text('What happens.'), kind: 'stop', ...data },
    })

  describe('the desk', () => {
    it.each([
      ['reviewer', 'review', ['Asked', 'First', 'By both']],
      ['both', 'review', ['First', 'Asked']],
      ['both', 'contributed', ['By both']],
      ['author', 'review', []],
      ['author', 'contributed', []],
      ['author', 'returned', ['Returned']],
      ['author2', 'returned', []],
      ['author', 'mine', ['First', 'By both', 'Asked', 'Drafted', 'Doubtful', 'Hidden']],
      ['both', 'mine', []],
      ['publisher', 'approved', ['Approved']],
      ['publisher', 'scheduled', ['Scheduled']],
      ['publisher', 'failed', ['Failed']],
      ['reviewer', 'overrides', ['Overridden']],
      ['author', 'overrides', ['Overridden']],
      ['machine', 'review', []],
      ['machine', 'mine', []],
      ['machine', 'approved', ['Approved']],
    ] as const)('of %s has under %s: %j', async (who, section, titles) => {
      expect(await titlesIn(testApp, memberNamed(who), section, 'collection=phases')).toEqual(
        titles.filter((title) => title !== 'Failed' && title !== 'Doubtful'),
      )
      const everything = await titlesIn(testApp, memberNamed(who), section)
      expect(everything).toEqual(titles)
    })

    it.each([
      ['reviewer', ['review', 'overrides']],
      ['author', ['returned', 'mine', 'look']],
      ['publisher', ['failed', 'approved', 'scheduled']],
      ['both', ['review', 'returned', 'overrides', 'mine', 'look']],
      ['machine', []],
    ] as const)('of %s has first what they can act on: %j', async (who, first) => {
      const { body } = await deskOf(testApp, memberNamed(who))
      const acts = body.sections!.map(({ acts }) => acts)
      expect(acts.indexOf(false)).toBe(first.length)
      expect(acts.lastIndexOf(true)).toBe(first.length - 1)
      expect(body.sections!.slice(0, first.length).map(({ section }) => section)).toEqual(first)
    })

    it('counts everything and shows the first rows of each part', async () => {
      const { body } = await deskOf(testApp, team.reviewer, 'limit=2')
      const review = body.sections!.find(({ section }) => section === 'review')!
      expect(review.count).toBe(3)
      expect(review.rows.map(({ title }) => title)).toEqual(['Asked', 'First'])
    })

    it('says why somebody cannot decide', async () => {
      expect(await rowsIn(testApp, both, 'contributed')).toMatchObject([{ why: 'contributed' }])
      expect(await rowsIn(testApp, both, 'overrides')).toMatchObject([{ why: 'contributed' }])
      expect(await rowsIn(testApp, team.reviewer, 'overrides')).toMatchObject([{ why: null }])
    })

    it('says since when a document waits, who handed it in, and how much there is to read', async () => {
      const [row] = await rowsIn(testApp, team.reviewer, 'review', 'assignee=nobody&limit=1')
      expect(row).toMatchObject({
        title: 'First',
        by: team.author.user!['name'],
        contributors: team.author.user!['name'],
        assignment: null,
        // A document that is new: itself, its name, slug, order and summary.
        size: { size: 'small', changes: 5 },
      })
      expect(Date.now() - new Date(row!.since).getTime()).toBeLessThan(600_000)
    })

    it('says who was asked, by whom and until when', async () => {
      const [row] = await rowsIn(testApp, team.reviewer, 'review', 'assignee=me')
      expect(row!.assignment).toMatchObject({
        assignee: { id: team.reviewer.user!.id, name: team.reviewer.user!['name'] },
        by: { id: team.author.user!.id, name: team.author.user!['name'] },
        due: '2099-01-01T00:00:00.000Z',
      })
    })

    it('says what a reviewer wrote when they sent a document back', async () => {
      expect(await rowsIn(testApp, team.author, 'returned')).toMatchObject([
        { by: team.reviewer.user!['name'], comment: 'Please say where this comes from.' },
      ])
    })

    it('says why a schedule failed, and why the review was overridden', async () => {
      const [failed] = await rowsIn(testApp, team.publisher, 'failed')
      expect(failed!.failure!.reasons[0]!.message).toContain('“Hidden”')
      const [overridden] = await rowsIn(testApp, team.publisher, 'overrides')
      expect(overridden!.override).toMatchObject({
        by: { id: team.administrator.user!.id },
        reason: 'The flood is tonight.',
      })
    })
  })

  describe('what needs a look', () => {
    const look = (reason: string) =>
      titlesIn(testApp, team.author, 'look', `look=${reason}&limit=200`)

    it('is what no source says, and what was checked more than a year ago', async () => {
      expect(await look('unverified')).toEqual(['Doubtful'])
      expect(await look('checkBy')).toEqual(['Doubtful'])
    })

    it('is what lacks Spanish, and what was changed in English since', async () => {
      expect(await look('older')).toEqual(['Doubtful'])
      expect(await look('missing')).toContain('First')
      expect(await look('missing')).not.toContain('Doubtful')
    })

    it('ends when the Spanish is changed as well', async () => {
      const station = await writeStation({ title: 'In time', slug: 'in-time', phase: phase.id })
      await edit(testApp, station, {
        as: team.author,
        locale: 'es',
        data: { title: 'A tiempo', summary: 'Una parada.', overview: text('Lo que pasa aquí.') },
      })
      await edit(testApp, station, { as: team.author, data: { summary: 'Another stop.' } })
      expect(await look('older')).toContain('In time')
      await edit(testApp, station, { as: team.author, locale: 'es', data: { summary: 'Otra.' } })
      expect(await look('older')).not.toContain('In time')
    })

    it('is what leads to something withdrawn, until that is taken up again', async () => {
      const target = await inState('Withdrawn later', 'published')
      const station = await writeStation({ title: 'Leads away', slug: 'leads', phase: target.id })
      expect(await look('links')).toEqual([])
      await act(testApp, target, { action: 'withdraw', as: team.publisher })
      expect(await look('links')).toEqual(['Leads away'])
      await edit(testApp, station, { as: team.author, data: { phase: phase.id } })
      expect(await look('links')).toEqual([])
      await edit(testApp, station, { as: team.author, data: { phase: target.id } })
      expect(await look('links')).toEqual(['Leads away'])
      await edit(testApp, target, { as: team.author, data: { summary: 'Taken up.' } })
      expect(await look('links')).toEqual([])
    })
  })

  describe('its filters', () => {
    it.each<[string, () => string, string[]]>([
      ['review', () => `person=${both.user!.id}`, ['By both']],
      ['review', () => 'assignee=me', ['Asked']],
      ['review', () => 'assignee=nobody', ['First', 'By both']],
      ['review', () => `assignee=${team.reviewer2.user!.id}`, []],
      ['review', () => 'size=large', []],
      ['review', () => 'collection=stations', []],
      ['look', () => `phase=${phase.id}&look=older`, ['Doubtful']],
      ['scheduled', () => 'from=2099-03-01T14:00:00Z&to=2099-03-01T14:00:01Z', ['Scheduled']],
      ['scheduled', () => 'from=2099-03-01T09:00:01-05:00', []],
      ['scheduled', () => 'to=2099-03-01T14:00:00Z', []],
    ])('narrow %s', async (section, filter, titles) => {
      const query = filter().replaceAll('+', '%2B')
      expect(await titlesIn(testApp, team.reviewer, section, query)).toEqual(titles)
    })

    it('narrow every part at once', async () => {
      const { body } = await deskOf(testApp, team.reviewer, `person=${both.user!.id}`)
      const counts = Object.fromEntries(
        body.sections!.map(({ section, count }) => [section, count]),
      )
      expect(counts).toMatchObject({ review: 1, approved: 0, scheduled: 0 })
    })
  })

  describe('its pages', () => {
    it.each([1, 2, 3])('hold each document once, with %i on each', async (limit) => {
      const titles: string[] = []
      for (let page = 1; page <= 4; page += 1)
        titles.push(
          ...(await titlesIn(testApp, team.reviewer, 'review', `limit=${limit}&page=${page}`)),
        )
      expect(titles).toEqual(['Asked', 'First', 'By both'])
    })

    it('say how many there are', async () => {
      const { body } = await deskOf(testApp, team.reviewer, 'section=review&limit=2&page=2')
      expect(body).toMatchObject({ section: 'review', count: 3, page: 2, pages: 2, limit: 2 })
    })
  })

  describe('who asks for what cannot be asked', () => {
    it.each([
      ['section=everything', 'section'],
      ['section=review&limit=0', 'limit'],
      ['limit=201', 'limit'],
      ['limit=-1', 'limit'],
      ['limit=1e2', 'limit'],
      ['section=review&page=0', 'page'],
      ['section=review&page=10001', 'page'],
      ['collection=users', 'collection'],
      ['collection=workflow-states', 'collection'],
      ['phase=a b', 'phase'],
      ['person[contains]=a', 'person'],
      ['assignee=%00', 'assignee'],
      ['size=huge', 'size'],
      ['look=ugly', 'look'],
      ['from=yesterday', 'from'],
      ['to=2099-03-01', 'to'],
      ['where[state][equals]=draft', 'where'],
    ])('is told what can: %s', async (query, word) => {
      const { body, status } = await deskOf(testApp, team.reviewer, query)
      expect([status, body.errors?.[0]?.code]).toEqual([400, 'MALFORMED'])
      expect(body.errors?.[0]?.message).toContain(word)
    })

    it('as a reader gets nothing', async () => {
      const withoutRole = await join(testApp, { roles: [], title: 'without a role' })
      for (const query of ['', 'section=review', 'section=nonsense']) {
        expect(await deskOf(testApp, nobody, query)).toMatchObject({
          status: 401,
          body: { errors: [{ code: 'NOT_SIGNED_IN' }] },
        })
        expect(await deskOf(testApp, withoutRole, query)).toMatchObject({
          status: 403,
          body: { errors: [{ code: 'NOT_PERMITTED' }] },
        })
      }
    })
  })

  const memberNamed = (
    who: 'author' | 'author2' | 'reviewer' | 'publisher' | 'both' | 'machine',
  ): Member => (who === 'both' ? both : who === 'machine' ? machine : team[who])
})
