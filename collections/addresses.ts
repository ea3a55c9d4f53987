import type { CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { words } from '../src/locales.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'

/**
 * Which document bore a name last: one row for every slug, code or number under which something ever was
 * public, so that an address that people kept still leads somewhere. The platform alone writes and reads it,
 * and it can be made again from the ledger; see docs/decisions/0024-addresses-last.md.
 */
export const addresses: CollectionConfig = {
  slug: 'addresses',
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
    singular: words('Address', 'Dirección'),
    plural: words('Addresses', 'Direcciones'),
  },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'documentCollection', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true },
    { name: 'name', type: 'text', required: true },
    { name: 'isAlias', type: 'checkbox', required: true },
    { name: 'sequence', type: 'number', required: true, index: true },
    { name: 'at', type: 'date', required: true },
    { name: 'contentHash', type: 'text', required: true },
  ],
  // A document's last name is found at once, also after thousands of them.
  indexes: [{ fields: ['documentId', 'sequence'] }],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
  timestamps: false,
}
