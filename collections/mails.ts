import type { CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { administrators } from '../access/users.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { tellStaffTheirRights } from '../src/http/document-rights.ts'
import { retryMail } from '../src/http/retry-mail.ts'
import { words } from '../src/locales.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'

/**
 * Mails about notifications: those that wait, those that were sent, and without a mail server those that would have
 * been. Mails with links that set a password are not here. The platform alone writes it.
 */
export const mails: CollectionConfig = {
  slug: 'mails',
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
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'personName', 'to', 'status', 'attempts', 'problem', 'createdAt'],
    listSearchableFields: ['subject', 'to', 'personName'],
    description: words(
      'Mails about notifications: those that were sent, or would have been with a mail server (SMTP_URL). Filter by “Given up” to see what never left.',
      'Lo que se envió por correo sobre notificaciones, o se habría enviado con un servidor de correo (SMTP_URL). Filtre por «Abandonado» para ver lo que nunca salió.',
    ),
    hidden: ({ user }) =>
      !((user as { roles?: string[] } | null)?.roles ?? []).includes('administrator'),
  },
  defaultSort: '-createdAt',
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [tellStaffTheirRights, retryMail],
  graphQL: false,
  lockDocuments: false,
  labels: {
    singular: words('Mail', 'Correo'),
    plural: words('Mails', 'Correos'),
  },
  fields: [
    { name: 'key', type: 'text', unique: true, index: true, admin: { hidden: true } },
    { name: 'personId', type: 'text', index: true, admin: { hidden: true } },
    { name: 'subject', type: 'text', label: words('Subject', 'Asunto') },
    { name: 'personName', type: 'text', label: words('Person', 'Persona') },
    { name: 'to', type: 'text', label: words('Address', 'Dirección') },
    {
      name: 'status',
      type: 'select',
      index: true,
      label: words('Status', 'Estado'),
      options: [
        { value: 'waiting', label: words('Waiting', 'En espera') },
        { value: 'sent', label: words('Sent', 'Enviado') },
        {
          value: 'written',
          label: words('No mail server, in the log', 'Sin servidor, en el registro'),
        },
        {
          value: 'spared',
          label: words('Not sent, no role any more', 'No enviado, ya sin función'),
        },
        { value: 'dead', label: words('Given up', 'Abandonado') },
      ],
    },
    { name: 'text', type: 'textarea', label: words('Text', 'Texto') },
    { name: 'html', type: 'textarea', admin: { hidden: true } },
    { name: 'attempts', type: 'number', label: words('Tries', 'Intentos') },
    { name: 'problem', type: 'text', label: words('Problem', 'Problema') },
    { name: 'lastAttemptAt', type: 'date', label: words('Last try', 'Último intento') },
    {
      name: 'nextAttemptAt',
      type: 'date',
      index: true,
      label: words('Next try', 'Próximo intento'),
    },
  ],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
}
