import { regexPattern } from '../text/search-pattern.ts'

/** What of a mongoose query is used here. */
interface Query {
  getQuery: () => object
  setQuery: (query: object) => void
}

interface Aggregation {
  pipeline: () => object[]
}

/** What of a mongoose schema is used here. */
interface Schema {
  pre: (
    methods: string | readonly string[],
    options: { query: boolean; document: boolean },
    before: (this: never) => void,
  ) => unknown
}

const questions = [
  'countDocuments',
  'deleteMany',
  'deleteOne',
  'distinct',
  'find',
  'findOne',
  'findOneAndDelete',
  'findOneAndUpdate',
  'updateMany',
  'updateOne',
] as const

/**
 * A mongoose plugin that has MongoDB compare text as people write it. For `like`, `contains` and `not_like`
 * Payload asks for a regular expression that knows upper and lower case and no accents; it becomes one that
 * knows both. It also ends every order of an aggregation with the id: Payload orders the lists inside
 * documents by one field alone.
 */
export function compareTextAsWritten(schema: Schema): void {
  const ofQueries = { query: true, document: false }
  schema.pre(questions, ofQueries, function (this: Query) {
    this.setQuery(withPatterns(this.getQuery()) as object)
  })
  schema.pre('aggregate', ofQueries, function (this: Aggregation) {
    const pipeline = this.pipeline()
    pipeline.splice(0, pipeline.length, ...pipeline.map((stage) => withPatterns(stage) as object))
  })
}

/** The same question, in which each of Payload's regular expressions knows accents. */
function withPatterns(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withPatterns)
  if (!isPlain(part)) return part
  if (isSearch(part)) return { $regex: regexPattern(unescaped(part.$regex)) }
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key === '$sort' && isPlain(value)) return [key, endingWithId(value)]
      if (key === '$not' && isSearch(value) && value.$regex === '') return [key, nothing]
      return [key, withPatterns(value)]
    }),
  )
}

/** What `not_like` makes of two spaces: a word of no letters, which every text has and nobody asked for. */
const nothing = { $regex: '(?!)' }

function isSearch(part: unknown): part is { $regex: string } {
  return isPlain(part) && typeof part['$regex'] === 'string' && part['$options'] === 'i'
}

function endingWithId(order: Record<string, unknown>): object {
  return '_id' in order ? order : { ...order, _id: Object.values(order).at(-1) ?? 1 }
}

/** Payload escapes the text that was asked for, and nothing else is in its regular expressions. */
function unescaped(regex: string): string {
  return regex.replace(/\\([\\^$*+?.()|[\]{}])/g, '$1')
}

/** Ids, dates and sessions are left as they are. */
function isPlain(part: unknown): part is Record<string, unknown> {
  return (
    typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype
  )
}
