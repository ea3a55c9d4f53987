import type { CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { administrators } from '../access/users.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { tellStaffTheirRights } from '../src/http/document-rights.ts'
import { retryDelivery } from '../src/http/retry-delivery.ts'
import { words } from '../src/locales.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'

/** What receivers of webhooks were told, or could not be told. The platform alone writes it. */
export const webhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  access: {
    read: administrators,
    readVersions: nobody,
    create: nobody,
    update: nobody,
    delete: nobody,
    unlock: nobody,
  },
  admin: {
    group: words('Record', 'Registro'),
    useAsTitle: 'key',
    defaultColumns: ['webhook', 'sequence', 'status', 'attempts', 'problem', 'lastAttemptAt'],
    description: words(
      'Filter by “Given up” to see what never arrived.',
      'Filtre por «Abandonada» para ver lo que nunca llegó.',
    ),
    hidden: ({ user }) =>
      !((user as { roles?: string[] } | null)?.roles ?? []).includes('administrator'),
  },
  defaultSort: '-sequence',
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [tellStaffTheirRights, retryDelivery],
  graphQL: false,
  labels: {
    singular: words('Webhook delivery', 'Entrega de webhook'),
    plural: words('Webhook deliveries', 'Entregas de webhooks'),
  },
  fields: [
    { name: 'key', type: 'text', unique: true, index: true, admin: { hidden: true } },
    {
      name: 'webhook',
      type: 'relationship',
      relationTo: 'webhooks',
      index: true,
      label: words('Webhook', 'Webhook'),
    },
    { name: 'sequence', type: 'number', index: true, label: words('Ledger entry', 'Asiento') },
    {
      name: 'status',
      type: 'select',
      index: true,
      label: words('Status', 'Estado'),
      options: [
        { value: 'waiting', label: words('Waiting', 'En espera') },
        { value: 'delivered', label: words('Delivered', 'Entregada') },
        { value: 'dead', label: words('Given up', 'Abandonada') },
      ],
    },
    { name: 'attempts', type: 'number', label: words('Tries', 'Intentos') },
    { name: 'lastStatus', type: 'number', label: words('Last answer', 'Última respuesta') },
    { name: 'problem', type: 'text', label: words('Problem', 'Problema') },
    { name: 'lastAttemptAt', type: 'date', label: words('Last try', 'Último intento') },
    {
      name: 'nextAttemptAt',
      type: 'date',
      index: true,
      label: words('Next try', 'Próximo intento'),
    },
    { name: 'change', type: 'json', label: words('Change', 'Cambio') },
  ],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
}
