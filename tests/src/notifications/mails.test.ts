import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ParsedMail } from 'mailparser'
import { inTransaction } from '../../../src/database/in-transaction.ts'
import type { Kind } from '../../../src/notifications/kinds.ts'
import { makeMails } from '../../../src/notifications/mails/make-mails.ts'
import type { MailRow } from '../../../src/notifications/mails/rows.ts'
import { sendMails, waits } from '../../../src/notifications/mails/send-mails.ts'
import { gatheringTime, tell } from '../../../src/notifications/tell.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { addressesOf, openMailBox, type MailBox } from '../../support/mail-box.ts'
import { choose, listOf, toldAbout } from '../../support/notifications.ts'
import {
  act,
  actTogether,
  bring,
  buildTeam,
  join,
  setClock,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../../support/workflow.ts'

let testApp: TestApp
let team: Team
let box: MailBox
const origin = 'https://cms.example.gov'

/** Noon, so that no digest is due unless a test says so. The clock stands still between steps. */
let now = new Date(2027, 2, 1, 12, 0, 0)

beforeAll(async () => {
  box = await openMailBox()
  testApp = await startApp({ settings: { digestHour: 7, publicUrl: origin, smtpUrl: box.url } })
  team = await buildTeam(testApp)
})
beforeEach(() => void box.mails.splice(0))
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  await testApp.close()
  await box.close()
})

describe('a mail', () => {
  it('says what happened to whom, why it came and where to change it, as text and as HTML', async () => {
    at(0)
    const place = await writePhase(testApp, { as: team.author, name: 'The <last> line' })
    await act(testApp, place, { action: 'submit', as: team.author, comment: 'Only for us.' })
    await mailAt(gatheringTime)
    const mail = await mailTo(team.reviewer)
    const link = `${origin}/admin/review/phases/${place.id}`
    expect(mail.subject).toBe('Submitted for review: The <last> line')
    expect(mail.from!.value).toEqual([
      { address: 'no-reply@stationmaster.test', name: 'Stationmaster' },
    ])
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.text).toContain(`${nameOf(team.author)} submitted for review:`)
    expect(mail.text).toContain('- Phase “The <last> line”')
    expect(mail.text).toContain(link)
    expect(mail.text).toContain('You get this mail because you are told of: Submitted for review.')
    expect(mail.text).toContain(`${origin}/admin/notifications/settings`)
    expect(mail.html).toContain(`<a href="${link}">Phase “The &lt;last&gt; line”</a>`)
    expect(mail.html).toContain(`href="${origin}/admin/notifications/settings"`)
    expect(mail.html).toContain('<html lang="en">')
    // What people say about drafts is read in the panel, by whoever may.
    expect(`${mail.text}${String(mail.html)}`).not.toContain('Only for us.')
  })

  it('is in the language in which somebody uses the panel', async () => {
    await request(testApp.app)
      .post('/api/notifications/settings')
      .set('Authorization', team.reviewer2.authorization!)
      .send({ language: 'es' })
      .expect(200)
    at(0)
    const place = await writePhase(testApp, { as: team.author, name: 'The Spanish line' })
    await act(testApp, place, { action: 'submit', as: team.author })
    await mailAt(gatheringTime)
    const mail = await mailTo(team.reviewer2)
    expect(mail.subject).toBe('Enviado a revisión: The Spanish line')
    expect(mail.text).toContain('envió a revisión:')
    expect(mail.html).toContain('<html lang="es">')
  })

  it('has no further headers, whatever a title says', async () => {
    const person = await newPerson()
    await told(person, { title: 'Line\r\nBcc: everybody@example.gov' })
    await mailAt(gatheringTime)
    const mail = await mailTo(person)
    expect(mail.subject).toBe('Assigned to you: Line Bcc: everybody@example.gov')
    expect(mail.bcc).toBeUndefined()
    expect(addressesOf(mail)).toEqual([addressOf(person)])
  })
})

describe('mails are gathered', () => {
  it('of documents that were submitted together: one', async () => {
    at(0)
    const places = [
      await writePhase(testApp, { as: team.author, name: 'Line A' }),
      await writePhase(testApp, { as: team.author, name: 'Line B' }),
    ]
    await actTogether(testApp, places, { action: 'submit', as: team.author })
    await mailAt(gatheringTime)
    const mail = await mailTo(team.reviewer)
    expect(mail.subject).toBe(
      `${nameOf(team.author)} submitted for review: Phase “Line A” and 1 more`,
    )
    expect(mail.text).toMatch(/“Line A”[^]*“Line B”/)
  })

  it('of what one person is told within a short time: one, once it is over', async () => {
    const person = await newPerson()
    await told(person, { title: 'First' })
    now = new Date(now.getTime() + gatheringTime / 2)
    await told(person, { title: 'Second', kind: 'mentioned' })
    await mailAt(gatheringTime / 2 - 1)
    expect(mailsTo(person)).toEqual([])
    await mailAt(1)
    const mail = await mailTo(person)
    expect(mail.subject).toBe('2 notifications')
    expect(mail.text).toMatch(/“First”[^]*“Second”/)
    await mailAt(10 * gatheringTime)
    expect(mailsTo(person)).toEqual([])
  })

  it('for the daily digest until its hour', async () => {
    const person = await newPerson({ assigned: 'digest' })
    await told(person, { title: 'At noon' })
    now = new Date(2027, 2, 2, 6, 59)
    await told(person, { title: 'In the morning' })
    await mailAt(0)
    expect(mailsTo(person)).toEqual([])
    now = new Date(2027, 2, 2, 7, 0)
    await told(person, { title: 'Too late for today' })
    await mailAt(0)
    const mail = await mailTo(person)
    expect(mail.subject).toBe('Daily digest: 2 notifications')
    expect(mail.text).toMatch(/“At noon”[^]*“In the morning”/)
    expect(mail.text).not.toContain('Too late')
    now = new Date(2027, 2, 3, 7, 0)
    await mailAt(0)
    expect((await mailTo(person)).text).toContain('Too late for today')
    now = new Date(2027, 2, 3, 12, 0)
  })
})

describe('no mail is made', () => {
  it('of what was read in the panel meanwhile', async () => {
    const person = await newPerson()
    const place = await told(person, { title: 'Seen' })
    // Sessions end on the clock, too.
    vi.useRealTimers()
    const { id } = (await listOf(testApp, person)).docs[0]!
    await request(testApp.app)
      .post('/api/notifications/read')
      .set('Authorization', person.authorization!)
      .send({ ids: [id] })
    await mailAt(gatheringTime)
    await expectNoMail(person, place)
  })

  it('for who chose otherwise meanwhile', async () => {
    const person = await newPerson()
    const place = await told(person, { title: 'Not wanted' })
    vi.useRealTimers()
    await choose(testApp, person, { assigned: 'panel' })
    await mailAt(gatheringTime)
    await expectNoMail(person, place)
  })

  it('for who lost their role meanwhile', async () => {
    const person = await newPerson()
    const place = await told(person, { title: 'Not for you any more' })
    await takeRoles(person)
    await mailAt(gatheringTime)
    await expectNoMail(person, place)
  })

  it('of documents that are gone', async () => {
    const person = await newPerson()
    const place = await told(person, { title: 'Gone' })
    await testApp.payload.delete({
      ...place,
      overrideAccess: false,
      user: team.author.user!,
    } as never)
    await mailAt(gatheringTime)
    await expectNoMail(person, place)
  })
})

describe('a mail that is not taken', () => {
  it('is tried again with growing pauses and the same Message-ID, and sent once', async () => {
    const person = await newPerson()
    box.refuse(addressOf(person), 451)
    await told(person, { title: 'Try, try again' })
    await mailAt(gatheringTime)
    await refused(person, 1)
    const first = await rowOf(person, { status: 'waiting', attempts: 1 })
    expect(first.problem).toContain('Not for this address.')
    await mailAt(waits[0] * 1000 - 1)
    await refused(person, 1)
    await mailAt(1)
    await refused(person, 2)
    await mailAt(waits[1] * 1000 - 1)
    await refused(person, 2)
    box.refuse(addressOf(person), undefined)
    await mailAt(1)
    const mail = await mailTo(person)
    expect(mail.messageId).toBe(`<${first.id}@cms.example.gov>`)
    await mailAt(10 * 86_400_000)
    expect(mailsTo(person)).toEqual([])
    await rowOf(person, { status: 'sent', attempts: 3, problem: null })
  })

  it('by a server that is away holds nothing up, and none is lost', async () => {
    const people = [await newPerson(), await newPerson()]
    const comeBack = box.goAway()
    for (const person of people) await told(person, { title: 'Patience' })
    await mailAt(gatheringTime)
    expect(box.turnedAway()).toBeGreaterThan(0)
    // The workflow goes on.
    await bring(testApp, await writePhase(testApp, { as: team.author }), { to: 'approved', team })
    comeBack()
    await mailAt(waits[0] * 1000)
    for (const person of people) expect((await mailTo(person)).text).toContain('“Patience”')
  })

  it('ever, as its address is none, is given up until an administrator has it tried again', async () => {
    const person = await newPerson()
    box.refuse(addressOf(person), 550)
    await told(person, { title: 'No such address' })
    await mailAt(gatheringTime)
    const row = await rowOf(person, { status: 'dead', attempts: 1 })
    box.refuse(addressOf(person), undefined)
    await mailAt(10 * 86_400_000)
    expect(mailsTo(person)).toEqual([])
    const retry = (member: Member) => {
      vi.useRealTimers()
      return request(testApp.app)
        .post(`/api/mails/${row.id}/retry`)
        .set('Authorization', member.authorization!)
    }
    await retry(team.publisher).expect(403)
    expect(await rowsTo(person)).toMatchObject([{ status: 'dead' }])
    await retry(team.administrator).expect(200)
    await mailAt(0)
    expect((await mailTo(person)).text).toContain('No such address')
    await retry(team.administrator).expect(404)
  })

  it('before its person lost their role is not tried again', async () => {
    const person = await newPerson()
    box.refuse(addressOf(person), 451)
    await told(person, { title: 'Too late' })
    await mailAt(gatheringTime)
    await takeRoles(person)
    box.refuse(addressOf(person), undefined)
    await mailAt(waits[0] * 1000)
    expect(mailsTo(person)).toEqual([])
    await rowOf(person, { status: 'spared' })
  })
})

describe('several processes', () => {
  it('make and send each mail once', async () => {
    const person = await newPerson()
    await told(person, { title: 'Once' })
    now = new Date(now.getTime() + gatheringTime)
    setClock(now)
    await Promise.all([1, 2, 3].map(() => makeMails(testApp.payload, { now })))
    expect(await rowsTo(person)).toHaveLength(1)
    await Promise.all([1, 2, 3].map(() => sendMails(testApp.payload, { now })))
    await rowOf(person, { status: 'sent' })
    expect(mailsTo(person)).toHaveLength(1)
  })
})

describe('the list of mails', () => {
  it('shows administrators who was sent what', async () => {
    const person = await newPerson()
    await told(person, { title: 'For the list' })
    await mailAt(gatheringTime)
    await mailTo(person)
    vi.useRealTimers()
    const { body } = await request(testApp.app)
      .get(`/api/mails?where[to][equals]=${encodeURIComponent(addressOf(person))}`)
      .set('Authorization', team.administrator.authorization!)
      .expect(200)
    expect(body.docs).toMatchObject([
      {
        personName: nameOf(person),
        status: 'sent',
        subject: 'Assigned to you: For the list',
        text: expect.stringContaining('“For the list”'),
      },
    ])
  })
})

/** Sets the clock some milliseconds on; the platform's own looks have the same time. */
function at(later: number): void {
  now = new Date(now.getTime() + later)
  setClock(now)
}

/** Lets time pass, and has everything made and tried that is due then. */
async function mailAt(later: number): Promise<void> {
  at(later)
  await makeMails(testApp.payload, { now })
  await sendMails(testApp.payload, { now })
}

async function newPerson(choices: Partial<Record<Kind, string>> = {}): Promise<Member> {
  vi.useRealTimers()
  const person = await join(testApp, { roles: ['editor'], title: 'is told' })
  if (Object.keys(choices).length > 0) await choose(testApp, person, choices)
  return person
}

/** Tells somebody of a new document with a title. */
async function told(
  person: Member,
  { kind = 'assigned', title }: { kind?: Kind; title: string },
): Promise<Place> {
  at(0)
  const place = await writePhase(testApp, { as: team.author })
  await inTransaction(await createLocalReq({}, testApp.payload), (req) =>
    tell({
      kind,
      document: { ...place, title },
      people: [String(person.user!.id)],
      by: { id: 'somebody', name: 'Somebody' },
      req,
    }),
  )
  return place
}

async function takeRoles(person: Member): Promise<void> {
  await testApp.payload.update({
    collection: 'users',
    id: person.user!.id,
    data: { roles: [] },
    overrideAccess: false,
    user: await testApp.person('administrator'),
  })
}

function addressOf({ user }: Member): string {
  return user!.email
}

function nameOf({ user }: Member): string {
  return (user as unknown as { name: string }).name
}

function mailsTo(person: Member): ParsedMail[] {
  return box.mails.filter((mail) => addressesOf(mail).includes(addressOf(person)))
}

/** The only mail somebody got, which is taken out of the box. The platform's own look may have it in hand still. */
async function mailTo(person: Member): Promise<ParsedMail> {
  const mail = await vi.waitFor(() => {
    const mails = mailsTo(person)
    expect(mails).toHaveLength(1)
    return mails[0]!
  }, 10_000)
  box.mails.splice(box.mails.indexOf(mail), 1)
  return mail
}

async function rowsTo(person: Member): Promise<MailRow[]> {
  const { docs } = await testApp.payload.db.find<MailRow>({
    collection: 'mails',
    where: { personId: { equals: person.user!.id } },
  })
  return docs
}

/** The row of the only mail to somebody, once it is as expected. */
async function rowOf(person: Member, expected: Partial<MailRow>): Promise<MailRow> {
  return vi.waitFor(async () => {
    const rows = await rowsTo(person)
    expect(rows).toMatchObject([expected])
    return rows[0]!
  }, 10_000)
}

async function refused(person: Member, times: number): Promise<void> {
  await vi.waitFor(() => expect(box.refusals(addressOf(person))).toBe(times), 10_000)
}

async function expectNoMail(person: Member, place: Place): Promise<void> {
  expect(mailsTo(person)).toEqual([])
  expect(await rowsTo(person)).toEqual([])
  expect(await toldAbout(testApp, place)).toMatchObject([{ mail: 'spared' }])
}
