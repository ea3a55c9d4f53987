import { Sqlite3Client } from '@libsql/client/sqlite3'
import { expandConfig } from '@libsql/core/config'
import Database from 'libsql'
import { LRUCache } from 'lru-cache'

/** Most text of statements that a connection keeps, in characters. */
const longestTogether = 400_000

/** What changes no table's columns. Anything else may, so all that is kept is let go of before it. */
const leavesTables = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback)\b/i

type Statement = Database.Statement<unknown[]>
type Column = Pick<Database.ColumnDefinition, 'name' | 'type'>

/**
 * A statement as the SQLite client uses it: it says each time how it wants the rows and asks which columns there are, and
 * runs the statement to its end before it does anything else.
 */
class KeptStatement {
  readonly #columns: Column[] = []
  readonly #failed: () => void
  readonly #statement: Statement
  /** What SQLite says when it is asked for the rows of a statement that gives none. */
  readonly #withoutRows: { error: unknown } | undefined

  /** @param failed called when it failed; it is not to be used again then */
  constructor(statement: Statement, failed: () => void) {
    this.#statement = statement.safeIntegers(true)
    this.#failed = failed
    try {
      this.#columns = statement.raw(true).columns()
    } catch (error) {
      this.#withoutRows = { error }
    }
  }

  safeIntegers(): this {
    return this
  }

  /** Throws when the statement gives no rows, by which the client tells. */
  raw(): this {
    if (this.#withoutRows) throw this.#withoutRows.error
    return this
  }

  columns(): Column[] {
    return this.#columns
  }

  all(values: unknown): unknown[] {
    return this.#orFail(() => this.#statement.all(values))
  }

  run(values: unknown): Database.RunResult {
    return this.#orFail(() => this.#statement.run(values))
  }

  #orFail<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      this.#failed()
      throw error
    }
  }
}

/** A connection that reads each statement once, as long as it is asked for again and again. */
class KeepingDatabase extends Database {
  readonly #kept = new LRUCache<string, KeptStatement>({
    maxSize: longestTogether,
    sizeCalculation: (_statement, sql) => sql.length,
  })

  // What it returns is all that the client uses of a statement, and not all that the library's type promises.
  override prepare(sql: string): never {
    const kept = this.#kept.get(sql)
    if (kept) return kept as never
    const isKept = leavesTables.test(sql)
    if (!isKept) this.#kept.clear()
    const statement = new KeptStatement(super.prepare(sql), () => this.#kept.delete(sql))
    if (isKept) this.#kept.set(sql, statement)
    return statement as never
  }
}

/**
 * Opens a connection to an SQLite file that keeps its statements. The client reads each statement anew whenever it is
 * executed, which takes about as long as to execute it: Payload asks for a document with all that belongs to it in one
 * statement of some thousand characters.
 *
 * @param url a `file:` URL
 */
export function openSqlite(url: string): Sqlite3Client {
  const { intMode, path } = expandConfig({ url }, true)
  return new Sqlite3Client(path, {}, new KeepingDatabase(path), intMode)
}
