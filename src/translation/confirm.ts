import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { isEditor, type Actor } from '../../access/roles.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { EditorialError } from '../errors.ts'
import type { Locale } from '../locales.ts'
import { recordState } from '../workflow/record-state.ts'
import { readSituation } from '../workflow/situation.ts'
import { keepTranslations, keptTranslations } from './kept-rows.ts'
import { fingerprint } from './texts.ts'
import { standingTexts } from './document-translation.ts'

/** Most texts that are confirmed at once. */
const most = 500

const shape = z.object({
  contentHash: z
    .string('contentHash is required: the one you saw, from GET …/translation.')
    .regex(/^[0-9a-f]{64}$/, 'contentHash must be 64 lower-case hexadecimal digits.'),
  paths: z
    .array(z.string(), 'paths is required: a list of the texts that are right, by their “path”.')
    .min(1, 'paths is empty. Name at least one text.')
    .max(most, `At most ${most} texts are confirmed at once.`),
})

/**
 * Notes that translations are right as they are, although their source has changed: a comma in English changes
 * nothing in Spanish. The text stays the same, and so does its content hash.
 *
 * @param body `contentHash` that was seen, and `paths` of the texts
 * @throws EditorialError MALFORMED, NOT_PERMITTED, NOT_FOUND, or STALE_CONTENT when the text has changed since
 */
export async function confirmTranslations({
  collection,
  id,
  locale,
  body,
  req,
}: {
  collection: string
  id: string
  locale: Locale
  body: unknown
  req: PayloadRequest
}): Promise<void> {
  if (!isEditor(req.user as Actor))
    throw new EditorialError({
      code: 'NOT_PERMITTED',
      message: 'Only an editor can say that a translation is right. Ask one.',
    })
  const { contentHash, paths } = read(body)
  await inTransaction(req, async (own) => {
    const situation = await readSituation({ collection, id, req: own })
    if (situation.working.contentHash !== contentHash)
      throw new EditorialError({
        code: 'STALE_CONTENT',
        message:
          'The text changed since you saw it. Read the translation again, then say which texts are right.',
      })
    const kept = (await keptTranslations(situation, own)) ?? {}
    const texts = new Map(
      standingTexts(situation, locale, kept, own).map((text) => [text.path, text]),
    )
    const confirmed = { ...kept[locale] }
    for (const path of paths) {
      const text = texts.get(path)
      if (!text || text.text === null)
        throw new EditorialError({
          code: 'MALFORMED',
          message: `There is no translation at “${path.slice(0, 80)}” that could be right. Name texts as GET …/translation does.`,
        })
      confirmed[path] = { source: fingerprint(text.source), text: fingerprint(text.text) }
    }
    await keepTranslations(situation, { ...kept, [locale]: confirmed }, own)
    await recordState(situation, own)
  })
}

function read(body: unknown): z.infer<typeof shape> {
  const result = shape.safeParse(body ?? {})
  if (result.success) return result.data
  throw new EditorialError({
    code: 'MALFORMED',
    message: result.error.issues.map(({ message }) => message).join(' '),
  })
}
