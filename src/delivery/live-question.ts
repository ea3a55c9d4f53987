import type {
  CollectionSlug,
  FindArgs,
  FindOneArgs,
  JoinQuery,
  Payload,
  SelectType,
  Where,
} from 'payload'
import { whatReadersMaySee } from '../../access/content.ts'

/** In what form a document is asked for: chosen fields, and lists of other documents in it. */
export interface Form {
  collection: CollectionSlug
  draftsEnabled?: boolean | undefined
  joins?: JoinQuery | undefined
  locale?: string | undefined
  select?: SelectType | undefined
}

/** A question for live documents: the access rule for readers, and what remains without it. */
export interface LiveQuestion {
  form: Form
  /** The documents, where they are named one by one. */
  ids?: string[]
  /** The value of a field that no two documents of a type have in common. */
  name?: { field: string; value: string }
}

/** What of the fields of a content type such questions depend on. */
export interface Fields {
  /** Names that no two documents of the type have in common. */
  unique: ReadonlySet<string>
}

/** Of every content type. */
export function fieldsOf({ collections }: Payload): Map<string, Fields> {
  return new Map(
    Object.values(collections).map(({ config }) => [
      config.slug,
      {
        unique: new Set(
          config.flattenedFields
            .filter((field) => field.type === 'text' && field.unique && !field.localized)
            .map(({ name }) => name),
        ),
      },
    ]),
  )
}

/**
 * Takes a question apart that is held to what is live by the access rule for readers.
 *
 * @returns null for any other: of staff, inside a transaction, of drafts or versions, or by which the platform
 * assures itself of what the database holds
 */
export async function liveQuestionIn(
  args: FindArgs | FindOneArgs,
  unique: ReadonlySet<string> | undefined,
): Promise<LiveQuestion | null> {
  const { collection, draftsEnabled, joins, locale, req, select, where } = args
  if (draftsEnabled || ('versions' in args && args.versions)) return null
  const rest = withoutRuleForReaders(where)
  if (!rest || (await req?.transactionID)) return null
  const form = { collection, draftsEnabled, joins, locale, select } as Form
  const condition = onlyCondition(rest)
  if (condition?.field === 'id') return { form, ids: [condition.value].flat().map(String) }
  if (
    typeof condition?.value === 'string' &&
    unique?.has(condition.field) &&
    (!('page' in args) || (args.page ?? 1) === 1)
  )
    return { form, name: { field: condition.field, value: condition.value } }
  return { form }
}

/**
 * What is asked beside the access rule for readers, as Payload combines the two.
 *
 * @returns null where the question is not held to that rule
 */
function withoutRuleForReaders(where: Where | undefined): Where[] | null {
  const parts = where?.and
  return parts?.at(-1) === whatReadersMaySee ? parts.slice(0, -1) : null
}

/** The one condition there is: a field and the value, or with `in` the values, it has to have. */
function onlyCondition(parts: readonly Where[]): { field: string; value: unknown } | null {
  const [part] = parts
  if (parts.length !== 1 || !part) return null
  const [[field, condition] = [], ...others] = Object.entries(part)
  if (field === undefined || others.length > 0) return null
  if (Array.isArray(condition)) return field === 'and' ? onlyCondition(condition) : null
  const [[operator, value] = [], ...more] = Object.entries(condition ?? {})
  if (more.length > 0) return null
  if (operator === 'equals' && typeof value === 'string') return { field, value }
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string')
  return operator === 'in' && field === 'id' && isList ? { field, value } : null
}
