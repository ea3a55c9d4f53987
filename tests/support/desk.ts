import type { CollectionSlug } from 'payload'
import request from 'supertest'
import type { DeskRow } from '../../src/desk/row.ts'
import type { SectionAnswer, SectionPage } from '../../src/desk/answer.ts'
import type { TestApp } from './app.ts'
import { entriesSince, situationOf, type Member, type Place } from './workflow.ts'

/** What an answer of the desk has in it. */
export interface DeskAnswer {
  status: number
  body: Partial<SectionPage> & {
    sections?: SectionAnswer[]
    errors?: { code: string; message: string }[]
  }
}

/** Asks for somebody's desk. @param query such as `section=review` */
export async function deskOf(
  testApp: Pick<TestApp, 'app'>,
  member: Pick<Member, 'authorization'>,
  query = '',
): Promise<DeskAnswer> {
  const get = request(testApp.app).get(`/api/desk?${query}`)
  if (member.authorization) get.set('Authorization', member.authorization)
  const { body, status } = await get
  return { body, status }
}

/** The titles of one part of somebody's desk, in their order. */
export async function titlesIn(
  testApp: TestApp,
  member: Member,
  section: string,
  filters = '',
): Promise<string[]> {
  return (await rowsIn(testApp, member, section, filters)).map(({ title }) => title)
}

/** The rows of one part of somebody's desk. */
export async function rowsIn(
  testApp: TestApp,
  member: Member,
  section: string,
  filters = '',
): Promise<DeskRow[]> {
  const { body } = await deskOf(testApp, member, `section=${section}&${filters}`)
  return body.rows!
}

/** Sends a body to an address of a document's workflow. */
export async function post(
  { app }: Pick<TestApp, 'app'>,
  member: Pick<Member, 'authorization'>,
  address: string,
  body: object,
): Promise<{ status: number; body: Record<string, unknown> & { errors?: Problem[] } }> {
  const sent = request(app).post(`/api/${address}`)
  if (member.authorization) sent.set('Authorization', member.authorization)
  const answer = await sent.send(body)
  return { status: answer.status, body: answer.body }
}

interface Problem {
  code: string
  message: string
}

/** A document with the hash it has now, as sets name it. */
export async function seen(
  testApp: TestApp,
  place: Place,
): Promise<Place & { contentHash: string }> {
  const { working } = await situationOf(testApp, place)
  return { ...place, contentHash: working.contentHash }
}

/** Every row of the review queue and every job: equal only when nothing was changed there. */
export async function queueAndJobs({ payload }: TestApp): Promise<unknown> {
  const rows = async (collection: CollectionSlug, sort: string) =>
    (await payload.db.find({ collection, limit: 0, pagination: false, sort })).docs
  return [await rows('workflow-states', 'key'), await rows('payload-jobs', 'id')]
}

/** The number of the newest entry of the ledger. Counting them is only an estimate on MongoDB. */
export async function ledgerHead(testApp: TestApp): Promise<number> {
  return (await entriesSince(testApp, 0)).at(-1)?.sequence ?? 0
}
