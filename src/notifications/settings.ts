import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { inTransaction } from '../database/in-transaction.ts'
import { EditorialError } from '../errors.ts'
import { choices, isKind, kinds, rowFor, type Choice, type Kind } from './kinds.ts'
import { panelLanguages, type PanelLanguage } from './words.ts'

/** How one person wants to be told. */
export interface PersonalSettings {
  language: PanelLanguage
  choices: Record<Kind, Choice>
}

/** What the environment says about notifications: see docs/settings.md. */
export interface NotificationSettings {
  /** Hour of the daily digest, 0 to 23, on the clock of the process. */
  digestHour: number
  /** What the installation calls itself, so that nobody takes a mail of a test installation for a real one. */
  environmentLabel: string | undefined
}

export function installationSettings({ payload }: Pick<PayloadRequest, 'payload'>) {
  return (payload.config.custom as { notifications: NotificationSettings }).notifications
}

interface Row {
  id: string
  personId: string
  language?: string | null
  choices?: Record<string, unknown> | null
}

const collection = 'notification-settings'

/** How people want to be told; those who never chose are told as is usual. */
export async function settingsOf(
  people: readonly string[],
  req: PayloadRequest,
): Promise<(personId: string) => PersonalSettings> {
  const { docs } = await req.payload.db.find<Row>({
    collection,
    limit: 0,
    pagination: false,
    req,
    sort: 'personId',
    where: { personId: { in: [...people] } },
  })
  const rows = new Map(docs.map((row) => [row.personId, row]))
  return (personId) => complete(rows.get(personId))
}

const changes = z.strictObject({
  choices: z.record(z.string(), z.enum(choices)).optional(),
  language: z.enum(panelLanguages).optional(),
})

/**
 * Changes what is named in the body, and leaves the rest.
 *
 * @throws EditorialError MALFORMED
 */
export async function changeSettings(
  personId: string,
  body: unknown,
  req: PayloadRequest,
): Promise<PersonalSettings> {
  const wanted = changes.safeParse(body)
  const unknown = Object.keys(wanted.data?.choices ?? {}).find((kind) => !isKind(kind))
  if (!wanted.success || unknown !== undefined)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `Send {"choices": {KIND: CHOICE}, "language": LANGUAGE}, either or both. KIND is one of ${kinds.join(', ')}; CHOICE one of ${choices.join(', ')}; LANGUAGE one of ${panelLanguages.join(', ')}.`,
    })
  return inTransaction(req, async (transactionReq) => {
    const { db } = transactionReq.payload
    const stored = await db.findOne<Row>({
      collection,
      req: transactionReq,
      where: { personId: { equals: personId } },
    })
    const row = {
      personId,
      language: wanted.data.language ?? stored?.language ?? null,
      choices: { ...stored?.choices, ...wanted.data.choices },
    }
    if (stored)
      await db.updateOne({
        collection,
        id: stored.id,
        data: row,
        req: transactionReq,
        returning: false,
      })
    else await db.create({ collection, data: row, req: transactionReq, returning: false })
    return complete(row)
  })
}

function complete(row: Pick<Row, 'choices' | 'language'> | undefined): PersonalSettings {
  const chosen = (kind: Kind) =>
    choices.find((choice) => choice === row?.choices?.[kind]) ?? rowFor(kind).usually
  return {
    language: panelLanguages.find((one) => one === row?.language) ?? 'en',
    choices: Object.fromEntries(kinds.map((kind) => [kind, chosen(kind)])) as Record<Kind, Choice>,
  }
}
