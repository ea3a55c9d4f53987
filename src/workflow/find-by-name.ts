import type { PayloadRequest } from 'payload'
import { searchKey } from '../content/search-key.ts'
import { EditorialError } from '../errors.ts'
import type { Locale } from '../locales.ts'
import { checkSearchLength } from '../text/search-pattern.ts'
import { foldedWords, havingName } from './searched-words.ts'
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
 * @returns at most 20; none for a text without a letter or digit
 * @throws EditorialError MALFORMED for a text of more than 200 characters or 12 words
 */
export async function findByName({
  collections,
  locale,
  req,
  typed,
}: {
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
  const { docs } = await req.payload.db.find<NamingRow & { searchedNames?: string }>({
    collection: 'workflow-states',
    limit: mostLookedAt,
    pagination: false,
    req,
    select: { ...namingColumns, searchedNames: true },
    sort: ['title', 'documentCollection'],
    where: { and: [{ documentCollection: { in: [...collections] } }, having] },
  })
  const wanted = { key: searchKey(typed), words: ` ${foldedWords(typed).join(' ')}` }
  return docs
    .map((row) => ({ row, rank: rankOf(row.searchedNames ?? '', wanted) }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, mostGiven)
    .map(({ row }) => namedDocument(row, locale))
}

/** What one document is called, or nothing where there is none. @param key such as `notices/ID` */
export async function nameOfDocument({
  key,
  locale,
  req,
}: {
  key: string
  locale: Locale
  req: PayloadRequest
}): Promise<NamedDocument[]> {
  const row = await req.payload.db.findOne<NamingRow>({
    collection: 'workflow-states',
    req,
    select: namingColumns,
    where: { key: { equals: key.slice(0, 200) } },
  })
  return row ? [namedDocument(row, locale)] : []
}

function rankOf(names: string, { key, words }: { key: string; words: string }): number {
  if (key !== '' && names.includes(` ${key} `)) return 0
  if (names.startsWith(words)) return 1
  return names.includes(words) ? 2 : 3
}
