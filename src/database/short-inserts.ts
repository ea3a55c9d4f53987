import {
  DrizzleQueryError,
  getTableColumns,
  getTableName,
  is,
  SQL,
  type Column,
  type Table,
} from '@payloadcms/db-sqlite/drizzle'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { changeDatabase } from './around-methods.ts'

/** What Payload asks the adapter to write: rows by the names that its fields have. */
interface Insertion {
  db: Queries
  onConflictDoUpdate?: { set: Row; target: unknown; where?: unknown }
  tableName: string
  values: Row | Row[]
}

type Row = Record<string, unknown>

/** Queries of drizzle, and the connection that they are bound to. A transaction that drizzle began itself names none. */
interface Queries {
  $client?: {
    execute: (statement: { sql: string; args: unknown[] }) => Promise<{ rows: Row[] }>
  }
}

interface SqliteAdapter {
  insert: (insertion: Insertion) => Promise<Row[]>
  tables: Record<string, Table>
}

/** Most values that are handed to one statement. SQLite takes 32,766. */
const mostValues = 30_000

/**
 * Writes rows with statements that are put together once for each table, and has SQLite give back no more of them than
 * Payload looks at, which is their ids. Payload's adapter has drizzle build each statement anew out of one object for
 * each value, and reads all that it has written.
 *
 * A row is written as drizzle would write it. What this does not know how to write is left to drizzle.
 */
export function insertShortly(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return changeDatabase<SqliteAdapter>(adapter, (database) => {
    const insertAtLength = database.insert.bind(database)
    const known = new WeakMap<Table, TableForInserts>()
    database.insert = async (insertion) => {
      const table = database.tables[insertion.tableName]!
      if (!known.has(table)) known.set(table, new TableForInserts(table))
      return (await known.get(table)!.insert(insertion)) ?? insertAtLength(insertion)
    }
  })
}

/** A table, and what there is to know of it for writing rows. */
class TableForInserts {
  readonly #columns: [name: string, column: Column][]
  readonly #hasUuid: boolean
  readonly #idColumn: Column | undefined
  readonly #start: string
  readonly #oneRow: string

  constructor(table: Table) {
    const columns = getTableColumns(table)
    this.#columns = Object.entries(columns)
    this.#hasUuid = '_uuid' in columns
    this.#idColumn = columns['id']
    const names = this.#columns.map(([, column]) => quoted(column.name)).join(', ')
    this.#start = `insert into ${quoted(getTableName(table))} (${names}) values `
    this.#oneRow = `(${this.#columns.map(() => '?').join(', ')})`
  }

  /** The ids of the rows, once they are written; null, and nothing is written, where drizzle has to do it. */
  async insert({ db, onConflictDoUpdate, values }: Insertion): Promise<Row[] | null> {
    const rows = Array.isArray(values) ? values : [values]
    const onConflict = onConflictDoUpdate ? this.#onConflict(onConflictDoUpdate, values) : ''
    const connection = db.$client
    if (!connection || rows.length === 0 || onConflict === null) return null
    const written = rows.map((row) => this.#valuesOf(row))
    if (written.includes(null)) return null
    const returning = this.#returning(rows)
    const ids: Row[] = []
    const mostRows = Math.max(1, Math.floor(mostValues / this.#columns.length))
    for (let at = 0; at < rows.length; at += mostRows) {
      const some = written.slice(at, at + mostRows) as unknown[][]
      const sql = `${this.#start}${some.map(() => this.#oneRow).join(', ')}${onConflict}${returning}`
      const answer = await execute(connection, sql, some.flat())
      ids.push(...answer.map(({ id, _uuid }) => (this.#hasUuid ? { id, _uuid } : { id })))
    }
    return ids
  }

  /** What a row is for SQLite, in the order of the columns; null where SQL is to work some of it out. */
  #valuesOf(row: Row): unknown[] | null {
    const values: unknown[] = []
    for (const [name, column] of this.#columns) {
      const given = row[name]
      const value = given === undefined ? (column.default ?? column.defaultFn?.()) : given
      if (is(value, SQL)) return null
      const driverValue = value == null ? null : column.mapToDriverValue(value)
      if (is(driverValue, SQL)) return null
      values.push(driverValue)
    }
    return values
  }

  /** The row that is there already gets what the new one says; null where something else is asked for. */
  #onConflict(
    { set, target, where }: NonNullable<Insertion['onConflictDoUpdate']>,
    values: unknown,
  ): string | null {
    const id = this.#idColumn
    if (!id || target !== id || set !== values || where !== undefined) return null
    const changes = this.#columns
      .filter(([name]) => set[name] !== undefined)
      .map(([, { name }]) => `${quoted(name)} = excluded.${quoted(name)}`)
    return ` on conflict (${quoted(id.name)}) do update set ${changes.join(', ')}`
  }

  /**
   * Payload goes on with the ids of documents and of rows that others belong to. Rows that belong to one and have a
   * number for an id, without a name that others know it by, are the end of that.
   */
  #returning(rows: readonly Row[]): string {
    if (!this.#idColumn) return ''
    const isLast =
      this.#idColumn.getSQLType() === 'integer' &&
      !this.#hasUuid &&
      ('parent' in rows[0]! || '_parentID' in rows[0]!)
    if (isLast) return ''
    const names = this.#hasUuid ? ['id', '_uuid'] : ['id']
    return ` returning ${names.map(quoted).join(', ')}`
  }
}

async function execute(
  connection: NonNullable<Queries['$client']>,
  sql: string,
  args: unknown[],
): Promise<Row[]> {
  try {
    return (await connection.execute({ sql, args })).rows
  } catch (error) {
    // As drizzle says it: Payload and the platform look there for what is taken.
    throw new DrizzleQueryError(sql, args, error as Error)
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
