import type { LedgerEntry } from './entry.ts'

/** An entry as a database row gives it: absent values may be null or missing, dates may be dates. */
export type EntryRow = { id: string } & { [Name in keyof LedgerEntry]?: unknown }

/** A row as the entry that was sealed, whichever database it comes from. */
export function toEntry(row: EntryRow): LedgerEntry {
  return {
    format: row.format as 1,
    sequence: row.sequence as number,
    at: isoTime(row.at),
    type: row.type as LedgerEntry['type'],
    actorId: (row.actorId ?? null) as string | null,
    actorName: (row.actorName ?? null) as string | null,
    actorRoles: (row.actorRoles ?? []) as string[],
    documentCollection: row.documentCollection as string,
    documentId: row.documentId as string,
    versionId: (row.versionId ?? null) as string | null,
    contentHash: row.contentHash as string,
    comment: (row.comment ?? null) as string | null,
    details: (row.details ?? {}) as LedgerEntry['details'],
    snapshot: (row.snapshot ?? null) as LedgerEntry['snapshot'],
    previousHash: (row.previousHash ?? null) as string | null,
    hash: row.hash as string,
  }
}

/** An entry as the database stores it. */
export function toRow(entry: LedgerEntry): Record<string, unknown> {
  return { ...entry }
}

/** A time that cannot be read stays as it is: whoever verifies has to see it. */
function isoTime(stored: unknown): string {
  const time = new Date(stored as string)
  return Number.isNaN(time.getTime()) ? String(stored) : time.toISOString()
}
