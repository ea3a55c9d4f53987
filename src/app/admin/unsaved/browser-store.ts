import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { outdated, type KeptWords } from './kept.ts'

interface Schema extends DBSchema {
  words: { key: string; value: KeptWords; indexes: { person: string } }
}

/** Where a browser keeps what was not saved, for everybody who uses it. */
export interface BrowserStore {
  keep: (words: KeptWords) => Promise<void>
  forget: (keys: readonly string[]) => Promise<void>
  /** Everything of one person. */
  of: (person: string) => Promise<KeptWords[]>
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

/**
 * The store of this browser. What is too old goes when it is opened.
 *
 * @throws where the browser keeps nothing, such as in some private windows
 */
export async function browserStore(): Promise<BrowserStore> {
  opened ??= open()
  const database = await opened
  return {
    keep: async (words) => {
      await database.put('words', words)
    },
    forget: async (keys) => {
      const { done, store } = database.transaction('words', 'readwrite')
      await Promise.all([...keys.map((key) => store.delete(key)), done])
    },
    of: (person) => database.getAllFromIndex('words', 'person', person),
  }
}

async function open(): Promise<IDBPDatabase<Schema>> {
  try {
    const database = await openDB<Schema>('stationmaster-unsaved', 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('words', { keyPath: 'key' }).createIndex('person', 'person')
      },
      // Browsers close it when they are short of room, or another tab has a newer panel.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => (opened = undefined),
    })
    const { done, store } = database.transaction('words', 'readwrite')
    const gone = outdated(await store.getAll(), Date.now())
    await Promise.all([...gone.map((key) => store.delete(key)), done])
    return database
  } catch (error) {
    // The next form tries again.
    opened = undefined
    throw error
  }
}
