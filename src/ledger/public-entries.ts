import type { EntryType } from './entry.ts'

/** Entries that change what the public gets. */
export const publicEntryTypes = ['published', 'withdrawn'] as const satisfies EntryType[]

/** Whether an entry of this type changes what the public gets. */
export function changesWhatIsPublic(type: EntryType): boolean {
  return (publicEntryTypes as readonly EntryType[]).includes(type)
}
