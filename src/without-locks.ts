import type { CollectionConfig } from 'payload'

/**
 * A content type without Payload's document lock. The lock is a word of the panel to the panel: it holds nobody off
 * over the APIs, it can be taken over, and whoever had it loses what they typed. What keeps one person from
 * overwriting another is the base that a save names: see `docs/workflow.md`.
 */
export function withoutLocks(collection: CollectionConfig): CollectionConfig {
  return { ...collection, lockDocuments: false }
}
