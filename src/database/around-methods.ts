import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

/** A method of a database as what stands around it sees it. */
export type Method<Given, Answer> = (given: Given) => Promise<Answer>

/**
 * An adapter whose databases are changed as soon as they are made, before anything is asked of them.
 *
 * @param change puts something around methods of the database, or in their place
 */
export function changeDatabase<Database = BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
  change: (database: Database) => void,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      change(database as Database)
      return database
    },
  }
}

/**
 * Puts something around methods of a database: whoever asks for one of them from then on gets it with what stands around it.
 * What is not among its methods is left out.
 *
 * @param around what is done in place of a method; it is given the method, which needs no `this`, and its name
 */
export function aroundMethods<Given, Answer, Name extends string = string>(
  database: object,
  names: readonly Name[],
  around: (method: Method<Given, Answer>, name: Name) => Method<Given, Answer>,
): void {
  const methods = database as Record<string, Method<Given, Answer> | undefined>
  for (const name of names) {
    const method = methods[name]?.bind(database)
    if (method) methods[name] = around(method, name)
  }
}
