import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { KeptComment } from '../comments/kept-comments.ts'
import { outdated, type KeptWords } from './kept.ts'

interface Schema extends DBSchema {
  words: { key: string; value: KeptWords; indexes: { person: string } }
  comments: { key: string; value: KeptComment; indexes: { person: string } }
}

/** What a browser keeps: the words of forms, and comments that wait for a request for changes. */
const kinds = ['words', 'comments'] as const

type Kind = (typeof kinds)[number]

/** Where a browser keeps what was not saved or sent, for everybody who uses it. */
export interface BrowserStore<Kept> {
  keep: (kept: Kept) => Promise<void>
  forget: (keys: readonly string[]) => Promise<void>
  /** Everything of one person. */
  of: (person: string) => Promise<Kept[]>
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

/**
 * The store of this browser for one kind of thing. What is too old goes when it is opened.
 *
 * @throws where the browser keeps nothing, such as in some private windows
 */
export async function browserStore<Of extends Kind>(
  kind: Of,
): Promise<BrowserStore<Schema[Of]['value']>> {
  opened ??= open()
  const database = await opened
  return {
    keep: async (kept) => {
      await database.put(kind, kept)
    },
    forget: async (keys) => {
      const { done, store } = database.transaction(kind, 'readwrite')
      await Promise.all([...keys.map((key) => store.delete(key)), done])
    },
    of: (person) => database.getAllFromIndex(kind, 'person', person as never),
  }
}

async function open(): Promise<IDBPDatabase<Schema>> {
  try {
    const database = await openDB<Schema>('stationmaster-unsaved', 2, {
      upgrade: (present) => {
        for (const kind of kinds)
          if (!present.objectStoreNames.contains(kind))
            present.createObjectStore(kind, { keyPath: 'key' }).createIndex('person', 'person')
      },
      // Browsers close it when they are short of room, or another tab has a newer panel.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => (opened = undefined),
    })
    for (const kind of kinds) {
      const { done, store } = database.transaction(kind, 'readwrite')
      const gone = outdated(await store.getAll(), Date.now())
      await Promise.all([...gone.map((key) => store.delete(key)), done])
    }
    return database
  } catch (error) {
    // The next form tries again.
    opened = undefined
    throw error
  }
}
