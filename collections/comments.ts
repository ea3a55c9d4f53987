import type { CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { commentEndpoints } from '../src/http/comment-endpoints.ts'
import { tellStaffTheirRights } from '../src/http/document-rights.ts'
import { words } from '../src/locales.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'

/**
 * What the team says about documents, in threads: of a whole document, of a field, or of a passage. No reader
 * gets any of it, and no content hash covers it.
 *
 * The platform alone writes here; `/api/{collection}/{id}/comments` and `/api/comments` have rules of their own.
 */
export const comments: CollectionConfig = {
  slug: 'comments',
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
  endpoints: [...commentEndpoints, tellStaffTheirRights],
  graphQL: false,
  lockDocuments: false,
  labels: {
    singular: words('Comment', 'Comentario'),
    plural: words('Comments', 'Comentarios'),
  },
  fields: [
    { name: 'documentCollection', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true },
    // As text, like every id here: what was said stays when an account goes.
    { name: 'threadId', type: 'text', index: true },
    { name: 'place', type: 'json' },
    { name: 'text', type: 'textarea' },
    { name: 'authorId', type: 'text', required: true, index: true },
    { name: 'authorName', type: 'text', required: true },
    { name: 'mentions', type: 'text', hasMany: true },
    { name: 'versionId', type: 'text', required: true },
    { name: 'contentHash', type: 'text', required: true },
    { name: 'entry', type: 'number' },
    { name: 'writtenAt', type: 'date', required: true, index: true },
    { name: 'editedAt', type: 'date' },
    { name: 'removedAt', type: 'date' },
    { name: 'resolvedAt', type: 'date' },
    { name: 'resolvedById', type: 'text' },
    { name: 'resolvedByName', type: 'text' },
    // Every time the thread was resolved and reopened: see src/comments/resolutions.ts.
    { name: 'resolutions', type: 'json' },
  ],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
  indexes: [{ fields: ['documentCollection', 'documentId'] }],
}
