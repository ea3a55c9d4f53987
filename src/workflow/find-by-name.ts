import type { PayloadRequest, Where } from 'payload'
import { searchKey } from '../content/search-key.ts'
import { EditorialError } from '../errors.ts'
import type { Locale } from '../locales.ts'
import { checkSearchLength } from '../text/search-pattern.ts'
import { foldedWords, havingName, havingWords } from './searched-words.ts'
import { namedDocument, namingColumns, type NamedDocument, type NamingRow } from './uses.ts'

/** Most documents of an answer, and most that are looked at to choose them. */
const mostGiven = 20
const mostLookedAt = 100

/** Most words of one question. */
const mostWords = 12

/**
 * Documents that are called what somebody types, in any language, codes and numbers in any spelling: those first
 * whose name or code is exactly that, then those whose name begins with it.
 *
 * @param alsoByText whether those whose text has the words come behind them
 * @returns at most 20; none for a text without a letter or digit
 * @throws EditorialError MALFORMED for a text of more than 200 characters or 12 words
 */
export async function findByName({
  alsoByText = false,
  collections,
  locale,
  req,
  typed,
}: {
  alsoByText?: boolean
  collections: readonly string[]
  locale: Locale
  req: PayloadRequest
  typed: string
}): Promise<NamedDocument[]> {
  checkSearchLength(typed)
  if (foldedWords(typed).length > mostWords)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `This name has more than ${mostWords} words. Type a part of it.`,
    })
  const having = havingName(typed)
  if (having === null) return []
  const called = await rowsWith(having, { collections, most: mostLookedAt, req })
  const wanted = { key: searchKey(typed), words: ` ${foldedWords(typed).join(' ')}` }
  const closest = called
    .map((row) => ({ row, rank: rankOf(row.searchedNames ?? '', wanted) }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, mostGiven)
    .map(({ row }) => row)
  const room = mostGiven - closest.length
  const others =
    alsoByText && room > 0
      ? await rowsWith(havingWords(typed)!, { collections, most: room, not: closest, req })
      : []
  return [...closest, ...others].map((row) => namedDocument(row, locale))
}

/** Most documents that are named at once. */
const mostNamed = 50

/**
 * What documents are called, those that there are, by title.
 *
 * @param keys such as `notices/ID`
 * @throws EditorialError MALFORMED for more than 50
 */
export async function namesOfDocuments({
  keys,
  locale,
  req,
}: {
  keys: readonly string[]
  locale: Locale
  req: PayloadRequest
}): Promise<NamedDocument[]> {
  if (keys.length > mostNamed)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `These are more than ${mostNamed} documents. Ask for fewer at once.`,
    })
  const { docs } = await req.payload.db.find<NamingRow>({
    collection: 'workflow-states',
    limit: mostNamed,
    pagination: false,
    req,
    select: namingColumns,
    sort: ['title', 'documentCollection'],
    where: { key: { in: keys.map((key) => key.slice(0, 200)) } },
  })
  return docs.map((row) => namedDocument(row, locale))
}

async function rowsWith(
  having: Where,
  {
    collections,
    most,
    not = [],
    req,
  }: {
    collections: readonly string[]
    most: number
    not?: readonly NamingRow[]
    req: PayloadRequest
  },
): Promise<(NamingRow & { searchedNames?: string })[]> {
  const { docs } = await req.payload.db.find<NamingRow & { searchedNames?: string }>({
    collection: 'workflow-states',
    limit: most,
    pagination: false,
    req,
    select: { ...namingColumns, searchedNames: true },
    sort: ['title', 'documentCollection'],
    where: {
      and: [
        { documentCollection: { in: [...collections] } },
        ...(not.length > 0 ? [{ id: { not_in: not.map(({ id }) => id) } }] : []),
        having,
      ],
    },
  })
  return docs
}

function rankOf(names: string, { key, words }: { key: string; words: string }): number {
  if (key !== '' && names.includes(` ${key} `)) return 0
  if (names.startsWith(words)) return 1
  return names.includes(words) ? 2 : 3
}
