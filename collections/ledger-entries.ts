import type { CollectionConfig } from 'payload'
import { nobody, staffOnly } from '../access/content.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { tellStaffTheirRights } from '../src/http/document-rights.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'
import { words } from '../src/locales.ts'

/**
 * What happened, in order. Staff read it; no door writes, changes or deletes an entry. The review workflow
 * appends to it in the transaction of the change it records.
 */
export const ledgerEntries: CollectionConfig = {
  slug: 'ledger-entries',
  access: {
    read: staffOnly,
    readVersions: nobody,
    create: nobody,
    update: nobody,
    delete: nobody,
    unlock: nobody,
  },
  admin: {
    group: words('Record', 'Registro'),
    useAsTitle: 'sequence',
    components: {
      beforeListTable: ['./admin/workflow/queue-filters.tsx#LedgerFilters'],
      // An entry is read and never edited, so its page takes the place of the form.
      views: { edit: { root: { Component: './admin/ledger/to-entry.tsx#ToEntry' } } },
    },
    defaultColumns: ['sequence', 'told', 'actorName', 'at'],
  },
  defaultSort: '-sequence',
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [tellStaffTheirRights],
  labels: {
    singular: words('Ledger entry', 'Asiento'),
    plural: words('Ledger', 'Libro de registro'),
  },
  fields: [
    { name: 'format', type: 'number', required: true, label: words('Format', 'Formato') },
    {
      name: 'sequence',
      type: 'number',
      required: true,
      unique: true,
      index: true,
      label: words('Number', 'Número'),
    },
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: words('When', 'Cuándo'),
      admin: { components: { Cell: './admin/ledger/list-cells.tsx#MomentCell' } },
    },
    {
      name: 'told',
      type: 'ui',
      label: words('In one sentence', 'En una frase'),
      admin: {
        components: {
          Cell: './admin/ledger/list-cells.tsx#ToldCell',
          // Payload wants one, and there is no form that would show it.
          Field: './admin/ledger/list-cells.tsx#NoField',
        },
      },
    },
    {
      name: 'type',
      type: 'text',
      required: true,
      index: true,
      label: words('What', 'Qué'),
      admin: { components: { Cell: './admin/workflow/entry-cells.tsx#EntryTypeCell' } },
    },
    { name: 'actorId', type: 'text', index: true, label: words('Person', 'Persona') },
    { name: 'actorName', type: 'text', label: words('Name', 'Nombre') },
    { name: 'actorRoles', type: 'text', hasMany: true, label: words('Roles', 'Funciones') },
    {
      name: 'documentCollection',
      type: 'text',
      index: true,
      label: words('Type', 'Tipo'),
      admin: { components: { Cell: './admin/workflow/type-cell.tsx#TypeCell' } },
    },
    {
      name: 'documentId',
      type: 'text',
      index: true,
      label: words('Document', 'Documento'),
      admin: { components: { Cell: './admin/workflow/entry-cells.tsx#EntryDocumentCell' } },
    },
    { name: 'versionId', type: 'text', label: words('Version', 'Versión') },
    { name: 'contentHash', type: 'text', label: words('Content hash', 'Huella del contenido') },
    { name: 'comment', type: 'textarea', label: words('Comment or reason', 'Comentario o motivo') },
    { name: 'details', type: 'json', label: words('Details', 'Detalles') },
    { name: 'snapshot', type: 'json', label: words('Snapshot', 'Copia') },
    { name: 'previousHash', type: 'text', label: words('Hash before', 'Huella anterior') },
    { name: 'hash', type: 'text', unique: true, label: words('Hash', 'Huella') },
  ],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
  indexes: [{ fields: ['documentCollection', 'documentId'] }],
}
