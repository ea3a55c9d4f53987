import { z } from 'zod'
import { unstorable } from '../content/storable-text.ts'
import { EditorialError } from '../errors.ts'
import { locales } from '../locales.ts'
import {
  longestPassage,
  longestText,
  longestWithReturn,
  mostMentions,
  mostWithReturn,
} from './limits.ts'

/** Where somebody wants to pin a comment, as they say it. */
export interface AskedPlace {
  /** As `path` or `pathNow` of a place of the document; undefined for words that are looked for in all of it. */
  path?: string | undefined
  /** The language of the words, or of the field. */
  locale?: string | undefined
  /** The words themselves. */
  quote?: { exact: string; prefix: string; suffix: string } | undefined
}

/** What somebody says. */
export interface NewText {
  text: string
  /** Ids of accounts, each once. */
  mentions: string[]
}

/** What somebody says, and about what; `place` is null for the whole document. */
export interface NewThread extends NewText {
  place: AskedPlace | null
}

/** Text that is kept. */
const kept = (message: string) =>
  z
    .string(message)
    .normalize()
    .superRefine((text, { addIssue }) => {
      const problem = unstorable(text)
      if (problem) addIssue({ code: 'custom', message: problem })
    })

const saysSomething = /[\p{L}\p{N}\p{P}\p{S}]/u

const text = kept('text is required: what you want to say.')
  .trim()
  .max(longestText, `text has at most ${longestText} characters.`)
  .refine((words) => saysSomething.test(words), 'text is empty. Say something.')

const mentions = z
  .array(
    z.string('mentions is a list of ids of people.').min(1).max(60),
    'mentions is a list of ids of people, as GET /api/comments/people gives them.',
  )
  .max(mostMentions, `mentions has at most ${mostMentions} people.`)
  .default([])
  .transform((ids) => [...new Set(ids)])

const surrounding = kept('prefix and suffix are the text before and after the words.')
  .max(1_000, 'prefix and suffix have at most 1000 characters.')
  .default('')

const quote = z.strictObject(
  {
    exact: kept('quote.exact is required: the words you comment on.')
      .max(
        longestPassage,
        `quote.exact has at most ${longestPassage} characters. Choose fewer words, or comment on the field.`,
      )
      .refine((words) => words.trim() !== '', 'quote.exact is empty. Choose some words.'),
    prefix: surrounding,
    suffix: surrounding,
  },
  'quote is { exact, prefix, suffix }: the words, and some of the text before and after them.',
)

const place = z
  .strictObject(
    {
      path: z.string('path is the path of a field.').min(1).max(300).optional(),
      locale: z
        .enum(
          locales.map(({ code }) => code),
          `locale must be one of: ${locales.map(({ code }) => code).join(', ')}.`,
        )
        .optional(),
      quote: quote.optional(),
    },
    'place is { path, locale, quote }, or null for the whole document.',
  )
  .refine(
    ({ path, quote: words }) => path !== undefined || words !== undefined,
    'place names a path, or words in quote. Leave place out to comment on the whole document.',
  )
  .nullish()
  .transform((given) => given ?? null)

const reply = z.strictObject({ text, mentions }, 'A reply is { text, mentions }.')
const thread = z.strictObject(
  { text, mentions, place },
  'A comment is { text, place, mentions } and nothing else.',
)

/** Comments that go with a return. */
export const withReturn = z
  .array(thread, 'comments is a list of { text, place, mentions }.')
  .max(mostWithReturn, `comments has at most ${mostWithReturn} comments.`)
  .refine(
    (all) => all.reduce((sum, one) => sum + one.text.length, 0) <= longestWithReturn,
    `comments have at most ${longestWithReturn} characters together.`,
  )

/** @throws EditorialError MALFORMED, with everything that is wrong */
export function readNewThread(body: unknown): NewThread {
  return parsed(thread, body)
}

/** A reply, or another text for a comment. @throws EditorialError MALFORMED, with everything that is wrong */
export function readNewText(body: unknown): NewText {
  return parsed(reply, body)
}

function parsed<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const result = shape.safeParse(body)
  if (result.success) return result.data
  throw malformed(result.error.issues.map(({ message }) => message))
}

export function malformed(problems: readonly string[]): EditorialError {
  return new EditorialError({ code: 'MALFORMED', message: [...new Set(problems)].join(' ') })
}
