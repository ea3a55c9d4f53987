import type { CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { notificationEndpoints } from '../src/http/notification-endpoints.ts'
import { words } from '../src/locales.ts'
import { kinds } from '../src/notifications/kinds.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'

/**
 * What people are told, one row for each person and event, written in the transaction of what happened. At the
 * same time it says what is still to be mailed.
 *
 * The platform alone writes here; `/api/notifications` gives everybody their own.
 */
export const notifications: CollectionConfig = {
  slug: 'notifications',
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
  endpoints: notificationEndpoints,
  graphQL: false,
  lockDocuments: false,
  labels: {
    singular: words('Notification', 'Notificación'),
    plural: words('Notifications', 'Notificaciones'),
  },
  fields: [
    { name: 'personId', type: 'text', required: true, index: true },
    { name: 'kind', type: 'select', required: true, options: [...kinds] },
    // As the event has them: a document that is gone is still named.
    { name: 'documents', type: 'json', required: true },
    { name: 'more', type: 'number' },
    { name: 'byName', type: 'text' },
    { name: 'detail', type: 'textarea' },
    { name: 'link', type: 'text' },
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'isRead', type: 'checkbox', required: true },
    {
      name: 'mail',
      type: 'select',
      required: true,
      options: ['none', 'atOnce', 'digest', 'made', 'spared'],
    },
    { name: 'mailDueAt', type: 'date' },
  ],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
  indexes: [{ fields: ['personId', 'isRead', 'at'] }, { fields: ['mail', 'mailDueAt'] }],
}
