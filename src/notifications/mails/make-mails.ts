import { createLocalReq, type CollectionSlug, type Payload, type PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { findColleague, type Colleague } from '../people.ts'
import {
  changeNotifications,
  findNotifications,
  type NotificationRow,
  type ToldDocument,
} from '../rows.ts'
import { sayDocument, sayWhatHappened, sayWhyDue } from '../say.ts'
import { installationSettings, settingsOf, type PersonalSettings } from '../settings.ts'
import { wayTo, wayToAll, wayToSettings } from '../ways.ts'
import { addMail } from './rows.ts'
import { writeMail, type MailedNotice } from './write-mail.ts'

/** Which mail a notification goes into. */
type Round = 'atOnce' | 'digest'

/** How many notifications that are due are looked at in one go; the next look finds the others. */
const batch = 500

/** Most notifications that one mail names, and most documents of each. Of further ones it says how many there are. */
const mostNotices = 40
const mostDocuments = 20

/**
 * Makes mails of the notifications whose time has come, one for each person: what was told within a short time goes
 * into the same. A mail is made together with the mark on its notifications, so it is made once, by whichever
 * process is first.
 */
export async function makeMails(payload: Payload, { now }: { now: Date }): Promise<void> {
  const req = await createLocalReq({}, payload)
  const { rows } = await findNotifications(
    {
      limit: batch,
      where: {
        and: [
          { mail: { in: ['atOnce', 'digest'] } },
          { mailDueAt: { less_than_equal: now.toISOString() } },
        ],
      },
    },
    req,
  )
  const due = new Map(
    rows.map(({ mail, personId }) => [`${mail}/${personId}`, { round: mail as Round, personId }]),
  )
  for (const one of due.values())
    await inTransaction(req, (transactionReq) => makeMail({ ...one, now, req: transactionReq }))
}

async function makeMail({
  now,
  personId,
  req,
  round,
}: {
  now: Date
  personId: string
  req: PayloadRequest
  round: Round
}): Promise<void> {
  const { rows } = await findNotifications(
    {
      limit: batch,
      where: {
        and: [
          { personId: { equals: personId } },
          { mail: { equals: round } },
          // What came since goes along at once, and into a digest only when its day has come.
          ...(round === 'digest' ? [{ mailDueAt: { less_than_equal: now.toISOString() } }] : []),
        ],
      },
    },
    req,
  )
  // Another process was faster.
  if (rows.length === 0) return
  const person = await findColleague(personId, req)
  const settings = (await settingsOf([personId], req))(personId)
  const mailed = person ? await mailable({ person, rows, settings, req }) : []
  const names = new Set(mailed.map(({ id }) => id))
  const spared = rows.filter(({ id }) => !names.has(id))
  await mark(mailed, 'made', req)
  await mark(spared, 'spared', req)
  if (!person || mailed.length === 0) return
  await addMail(
    {
      key: `${personId}/${mailed.at(-1)!.id}`,
      personId,
      personName: person.name,
      to: person.email,
      ...writeMail(contentOf({ mailed, person, round, settings, req })),
    },
    { now, req },
  )
}

async function mark(
  rows: readonly NotificationRow[],
  mail: 'made' | 'spared',
  req: PayloadRequest,
): Promise<void> {
  if (rows.length > 0)
    await changeNotifications({ id: { in: rows.map(({ id }) => id) } }, { mail }, req)
}

/**
 * What is still to be mailed: not read in the panel meanwhile, still wanted, and about documents that the person may
 * read now.
 */
async function mailable({
  person,
  rows,
  settings,
  req,
}: {
  person: Colleague
  rows: readonly NotificationRow[]
  settings: PersonalSettings
  req: PayloadRequest
}): Promise<NotificationRow[]> {
  const wanted = rows.filter(
    ({ isRead, kind }) => !isRead && ['atOnce', 'digest'].includes(settings.choices[kind]),
  )
  const readable = await readableBy(
    person,
    wanted.flatMap(({ documents }) => documents),
    req,
  )
  return wanted
    .map((row) => ({ ...row, documents: row.documents.filter((one) => readable.has(keyOf(one))) }))
    .filter(({ documents }) => documents.length > 0)
}

/** Which documents somebody may read, by the same rules as everywhere. */
async function readableBy(
  person: Colleague,
  documents: readonly ToldDocument[],
  req: PayloadRequest,
): Promise<Set<string>> {
  const readable = new Set<string>()
  const own = await createLocalReq({ user: person }, req.payload)
  if (req.transactionID) own.transactionID = req.transactionID
  for (const collection of new Set(documents.map((one) => one.collection))) {
    if (!req.payload.collections[collection as CollectionSlug]) continue
    const some = documents.filter((one) => one.collection === collection)
    const wanted = [...new Set(some.map(({ id }) => id))]
    for (let from = 0; from < wanted.length; from += mostNotices) {
      const { docs } = await req.payload.find({
        collection: collection as CollectionSlug,
        depth: 0,
        draft: true,
        limit: mostNotices,
        overrideAccess: false,
        req: own,
        select: { updatedAt: true } as never,
        where: { id: { in: wanted.slice(from, from + mostNotices) } },
      })
      for (const { id } of docs) readable.add(keyOf({ collection, id: String(id) }))
    }
  }
  return readable
}

function contentOf({
  mailed,
  person,
  req,
  round,
  settings: { language },
}: {
  mailed: readonly NotificationRow[]
  person: Colleague
  req: PayloadRequest
  round: Round
  settings: PersonalSettings
}) {
  const { routes, serverURL } = req.payload.config
  const address = (path: string) => `${serverURL}${routes.admin}${path}`
  const notices: MailedNotice[] = mailed.slice(0, mostNotices).map((row) => ({
    kind: row.kind,
    sentence: sayWhatHappened(row, language),
    documents: row.documents.slice(0, mostDocuments).map((document) => ({
      name: sayDocument(document, language, req),
      title: document.title,
      why: sayWhyDue(document, language),
      address: address(wayTo(row, document)),
    })),
    more: row.more + Math.max(0, row.documents.length - mostDocuments),
  }))
  return {
    language,
    name: person.name,
    isDigest: round === 'digest',
    environmentLabel: installationSettings(req).environmentLabel,
    notices,
    further: mailed.length - notices.length,
    all: address(wayToAll),
    settings: address(wayToSettings),
  }
}

function keyOf({ collection, id }: Pick<ToldDocument, 'collection' | 'id'>): string {
  return `${collection}/${id}`
}
