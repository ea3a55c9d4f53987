import type { CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { words } from '../src/locales.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'

/**
 * How often a term was searched for on a day. The platform alone writes and reads it, and only terms that
 * were asked for five times are in it: see docs/decisions/0016-popular-terms-are-counted-without-people.md.
 */
export const searchCounts: CollectionConfig = {
  slug: 'search-counts',
  access: {
    read: nobody,
    readVersions: nobody,
    create: nobody,
    update: nobody,
    delete: nobody,
    unlock: nobody,
  },
  admin: { hidden: true },
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: false,
  graphQL: false,
  labels: {
    singular: words('Search count', 'Recuento de búsquedas'),
    plural: words('Search counts', 'Recuentos de búsquedas'),
  },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'term', type: 'text', required: true },
    { name: 'language', type: 'text', required: true },
    { name: 'day', type: 'text', required: true, index: true },
    { name: 'count', type: 'number', required: true },
  ],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
  timestamps: false,
}
