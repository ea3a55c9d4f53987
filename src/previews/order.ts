import { z } from 'zod'
import { EditorialError } from '../errors.ts'
import { defaultLocale, locales, type Locale } from '../locales.ts'
import { longestPreview, mostPreviewed } from './limits.ts'

/** A request for a preview, checked for form. */
export interface PreviewOrder {
  /** Without doubles, in the order asked for. */
  documents: { collection: string; id: string }[]
  hours: number | undefined
  /** The language of the link. */
  locale: Locale
}

const order = z.strictObject(
  {
    documents: z
      .array(
        z.strictObject(
          {
            collection: z.string('Each document names its collection.').min(1).max(60),
            id: z.string('Each document names its id.').min(1).max(60),
          },
          'Each document is { collection, id } and nothing else.',
        ),
        'documents is required: a list of { collection, id }.',
      )
      .min(1, 'documents is empty. Name at least one.')
      .max(mostPreviewed, `A preview has at most ${mostPreviewed} documents.`),
    hours: z
      .int(`hours must be a whole number from 1 to ${longestPreview}.`)
      .min(1, `hours must be a whole number from 1 to ${longestPreview}.`)
      .max(longestPreview, `hours must be a whole number from 1 to ${longestPreview}.`)
      .optional(),
    locale: z
      .enum(
        locales.map(({ code }) => code),
        `locale must be one of: ${locales.map(({ code }) => code).join(', ')}.`,
      )
      .optional(),
  },
  'A preview is asked for with { documents: [{ collection, id }], hours } and nothing else.',
)

/** @throws EditorialError MALFORMED, with everything that is wrong */
export function readPreviewOrder(body: unknown): PreviewOrder {
  const parsed = order.safeParse(body)
  if (!parsed.success)
    throw new EditorialError({
      code: 'MALFORMED',
      message: [...new Set(parsed.error.issues.map(({ message }) => message))].join(' '),
    })
  const { documents, hours, locale } = parsed.data
  const seen = new Map(documents.map((one) => [`${one.collection}/${one.id}`, one]))
  return { documents: [...seen.values()], hours, locale: locale ?? defaultLocale }
}
