import type { TypedUser } from 'payload'
import type { Actor } from '../../access/roles.ts'
import { nameOf } from './contributors.ts'
import type { LedgerEntry } from '../ledger/entry.ts'

/** Who acts, and whose name stands in the ledger: nobody's for the platform itself. */
export interface Agent {
  actor: Actor
  recorded: Pick<LedgerEntry, 'actorId' | 'actorName' | 'actorRoles'>
}

/** Who somebody is at this moment, as the ledger keeps it: accounts are renamed and removed later. */
export function inTheRecord(
  person: TypedUser,
): Pick<LedgerEntry, 'actorId' | 'actorName' | 'actorRoles'> {
  return {
    actorId: String(person.id),
    actorName: nameOf(person),
    actorRoles: [...((person as { roles?: string[] | null }).roles ?? [])],
  }
}
