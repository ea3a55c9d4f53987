import { randomBytes } from 'node:crypto'
import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { administrators } from '../access/users.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { tellStaffTheirRights } from '../src/http/document-rights.ts'
import { ledgerHead } from '../src/ledger/append.ts'
import { words } from '../src/locales.ts'
import { receiverAddress } from './fields/receiver-address.ts'
import { refuseMalformed } from './hooks/refuse-malformed.ts'
import { refuseMisshapen } from './hooks/refuse-misshapen.ts'
import { sortedAsWritten } from './fields/sort-key.ts'

/** Bytes of a secret: as many as the hash that is made with it has. */
const secretLength = 32

/** A new receiver is told of what happens from now on, and signs with a secret that nobody thought up. */
const beginNow: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const fields = data as Record<string, unknown>
  if (operation !== 'create')
    return { ...fields, secret: (originalDoc as { secret?: string } | undefined)?.secret }
  const head = await ledgerHead(req)
  return {
    ...fields,
    secret: `whsec_${randomBytes(secretLength).toString('base64')}`,
    after: head?.sequence ?? 0,
  }
}

/** Other systems that are told when something becomes public or is withdrawn. */
export const webhooks: CollectionConfig = {
  slug: 'webhooks',
  access: {
    read: administrators,
    readVersions: nobody,
    create: administrators,
    update: administrators,
    delete: administrators,
    unlock: nobody,
  },
  admin: {
    group: words('Record', 'Registro'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'url', 'active'],
    description: words(
      'Other systems that are told when something becomes public or is withdrawn, such as a builder of static pages.',
      'Otros sistemas a los que se avisa cuando algo se publica o se retira, como un generador de páginas estáticas.',
    ),
    hidden: ({ user }) =>
      !((user as { roles?: string[] } | null)?.roles ?? []).includes('administrator'),
  },
  defaultSort: 'name',
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [tellStaffTheirRights],
  graphQL: false,
  labels: { singular: words('Webhook', 'Webhook'), plural: words('Webhooks', 'Webhooks') },
  fields: [
    {
      name: 'name',
      type: 'text',
      custom: sortedAsWritten,
      required: true,
      maxLength: 120,
      label: words('Name', 'Nombre'),
    },
    receiverAddress,
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['published', 'withdrawn'],
      label: words('Told of', 'Se le avisa de'),
      options: [
        { value: 'published', label: words('What becomes public', 'Lo que se publica') },
        { value: 'withdrawn', label: words('What is withdrawn', 'Lo que se retira') },
      ],
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      index: true,
      label: words('Active', 'Activo'),
      admin: {
        description: words(
          'Switched off, nothing is sent; what was missed is sent when it is switched on again.',
          'Si está apagado no se envía nada; lo pendiente se envía al encenderlo de nuevo.',
        ),
      },
    },
    {
      name: 'secret',
      type: 'text',
      label: words('Secret', 'Secreto'),
      admin: {
        readOnly: true,
        description: words(
          'Made by the platform. The receiver checks the signature with it.',
          'Lo crea la plataforma. El receptor comprueba la firma con él.',
        ),
      },
    },
    {
      name: 'after',
      type: 'number',
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    },
  ],
  hooks: {
    beforeOperation: [limitReads, refuseMisshapen],
    beforeValidate: [refuseMalformed],
    beforeChange: [beginNow],
  },
}
