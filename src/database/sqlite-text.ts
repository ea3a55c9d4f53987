import {
  and,
  isNull,
  like,
  not,
  or,
  sql,
  type Column,
  type SQL,
} from '@payloadcms/db-sqlite/drizzle'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { changeDatabase } from './around-methods.ts'
import { fold } from '../text/fold.ts'
import { globPattern } from '../text/search-pattern.ts'

type Operator = (column: Column, value: unknown) => SQL | undefined

interface SqliteAdapter {
  operators: Record<'contains' | 'like' | 'not_like', Operator>
}

/** Columns in which Payload looks for a place inside a document with `%`, and never for words. */
const placeColumns = new Set(['path', '_path'])

/** Columns with the keys of documents in one line: no words, so case and accents are no question there. */
const keyColumns = new Set(['live_references', 'working_references'])

/**
 * Has SQLite compare text as people write it. Its own LIKE knows upper and lower case of ASCII only, so
 * `conyuge` and `CÓNYUGE` would not find each other, and it takes `%` and `_` in a word for anything.
 */
export function compareTextAsWritten(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return changeDatabase<SqliteAdapter>(adapter, ({ operators }) => {
    Object.assign(operators, { contains: hasWithin, like: hasWithin, not_like: hasNoWord })
  })
}

/** Payload puts the text between two `%`; what is inside is text, also when it has a `%` of its own. */
const hasWithin: Operator = (column, value) => {
  if (placeColumns.has(column.name)) return like(column, String(value))
  const text = String(value).replace(/^%/, '').replace(/%$/, '')
  return keyColumns.has(column.name) ? sql`instr(${column}, ${text}) > 0` : has(column, text)
}

/** None of the words is there, which is also true of a text that is not there. */
const hasNoWord: Operator = (column, value) =>
  or(isNull(column), and(sql`true`, ...words(value).map((word) => not(has(column, word)))))

/**
 * Texts of ASCII alone, as most in English are, have no accents: LIKE, which knows their case, finds the same many
 * times faster. They have as many characters as bytes.
 */
function has(column: Column, text: string): SQL {
  const [glob, plain] = [globPattern(text), `%${fold(text).replace(/[\\%_]/g, '\\$&')}%`]
  return sql`CASE WHEN length(${column}) = length(CAST(${column} AS BLOB))
    THEN ${column} LIKE ${plain} ESCAPE '\\' ELSE ${column} GLOB ${glob} END`
}

function words(value: unknown): string[] {
  return String(value).split(' ').filter(Boolean)
}
