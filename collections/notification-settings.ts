import type { CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { words } from '../src/locales.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'

/**
 * How each person wants to be told, where they chose anything, and the language they last used the panel in.
 * `/api/notifications/settings` gives everybody their own.
 */
export const notificationSettings: CollectionConfig = {
  slug: 'notification-settings',
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
    singular: words('Notification settings', 'Ajustes de notificaciones'),
    plural: words('Notification settings', 'Ajustes de notificaciones'),
  },
  fields: [
    { name: 'personId', type: 'text', required: true, unique: true, index: true },
    { name: 'language', type: 'text' },
    // By kind: one of the ways of being told.
    { name: 'choices', type: 'json' },
  ],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
}
