import type { CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { previewEndpoints } from '../src/http/preview-endpoints.ts'
import { words } from '../src/locales.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'

/**
 * Who showed which drafts to whoever has the token, until when, and how often they were read. The token
 * itself is kept nowhere. Rows stay after a preview has ended, as a record.
 *
 * The platform alone writes here; `/api/previews` has rules of its own.
 */
export const previews: CollectionConfig = {
  slug: 'previews',
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
  endpoints: previewEndpoints,
  graphQL: false,
  labels: {
    singular: words('Preview', 'Vista previa'),
    plural: words('Previews', 'Vistas previas'),
  },
  fields: [
    // As text: the record of who showed what stays when an account goes.
    { name: 'makerId', type: 'text', required: true, index: true },
    { name: 'makerName', type: 'text', required: true },
    { name: 'documents', type: 'json', required: true },
    // Each as `collection/id`, to find the previews of one document.
    { name: 'documentKeys', type: 'text', hasMany: true },
    { name: 'contentHash', type: 'text', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'revokedAt', type: 'date' },
    { name: 'revokedById', type: 'text' },
    { name: 'timesUsed', type: 'number', required: true },
    { name: 'lastUsedAt', type: 'date' },
  ],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
}
