import type { CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { words } from '../src/locales.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'

/** Up to when work was done that is done once a day, so that several processes do it once. */
export const dailyLooks: CollectionConfig = {
  slug: 'daily-looks',
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
  graphQL: false,
  lockDocuments: false,
  labels: {
    singular: words('Daily look', 'Revisión diaria'),
    plural: words('Daily looks', 'Revisiones diarias'),
  },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, index: true },
    { name: 'through', type: 'date', required: true },
  ],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
}
