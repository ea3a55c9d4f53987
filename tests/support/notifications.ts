import { createLocalReq } from 'payload'
import request from 'supertest'
import { findNotifications, type NotificationRow } from '../../src/notifications/rows.ts'
import type { ListedNotifications } from '../../src/notifications/list.ts'
import type { TestApp } from './app.ts'
import type { Member, Place } from './workflow.ts'

/** Everything anybody was told about a document, oldest first. */
export async function toldAbout(
  { payload }: TestApp,
  { id }: Pick<Place, 'id'>,
): Promise<NotificationRow[]> {
  const { rows } = await findNotifications(
    { limit: 0, where: {} },
    await createLocalReq({}, payload),
  )
  return rows.filter(({ documents }) => documents.some((document) => document.id === id))
}

/** What somebody finds in their list. */
export async function listOf(
  { app }: TestApp,
  { authorization }: Member,
  query = '',
): Promise<ListedNotifications> {
  const { body } = await request(app)
    .get(`/api/notifications${query}`)
    .set('Authorization', authorization!)
    .expect(200)
  return body as ListedNotifications
}

/** Chooses how somebody is told. */
export async function choose(
  { app }: TestApp,
  { authorization }: Member,
  choices: Record<string, string>,
): Promise<void> {
  await request(app)
    .post('/api/notifications/settings')
    .set('Authorization', authorization!)
    .send({ choices })
    .expect(200)
}
