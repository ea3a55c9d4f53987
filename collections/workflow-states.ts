import type { CollectionConfig } from 'payload'
import { nobody, staffOnly } from '../access/content.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { tellStaffTheirRights } from '../src/http/document-rights.ts'
import { words } from '../src/locales.ts'
import { translationStandings } from '../src/translation/standing.ts'
import { states } from '../src/workflow/states.ts'
import { refuseAllWrites } from './hooks/refuse-all-writes.ts'
import { stateWords } from './state-words.ts'
import { translationWords } from './translation-words.ts'
import { queueFacts } from './fields/queue-facts.ts'
import { sortedAsWritten } from './fields/sort-key.ts'

/**
 * Where every document stands, one row each, for lists: what waits for review, what is scheduled, which
 * overrides nobody has confirmed. The review workflow keeps it up to date; it decides nothing by it, because
 * the ledger and the text alone say where a document stands.
 */
export const workflowStates: CollectionConfig = {
  slug: 'workflow-states',
  access: {
    read: staffOnly,
    readVersions: nobody,
    create: nobody,
    update: nobody,
    delete: nobody,
    unlock: nobody,
  },
  admin: {
    group: words('Review', 'Revisión'),
    useAsTitle: 'title',
    components: { beforeListTable: ['./admin/workflow/queue-filters.tsx#QueueFilters'] },
    defaultColumns: [
      ...['title', 'documentCollection', 'state', 'live', 'assigneeName', 'openOverride'],
      'changedAt',
    ],
    listSearchableFields: ['title'],
    description: words(
      'Where every document stands. Filter by state to see what waits for you.',
      'En qué punto está cada documento. Filtre por estado para ver lo que le espera.',
    ),
  },
  defaultSort: '-changedAt',
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [tellStaffTheirRights],
  graphQL: false,
  labels: {
    singular: words('Document under review', 'Documento en revisión'),
    plural: words('Review queue', 'Cola de revisión'),
  },
  fields: [
    { name: 'key', type: 'text', unique: true, index: true, admin: { hidden: true } },
    {
      name: 'title',
      type: 'text',
      custom: sortedAsWritten,
      label: words('Document', 'Documento'),
      admin: { components: { Cell: './admin/workflow/document-cell.tsx#DocumentCell' } },
    },
    {
      name: 'documentCollection',
      type: 'text',
      index: true,
      label: words('Type', 'Tipo'),
      admin: { components: { Cell: './admin/workflow/type-cell.tsx#TypeCell' } },
    },
    { name: 'documentId', type: 'text', index: true, admin: { hidden: true } },
    {
      name: 'state',
      type: 'select',
      index: true,
      options: states.map((value) => ({ value, label: stateWords[value] })),
      label: words('State', 'Estado'),
    },
    {
      name: 'live',
      type: 'checkbox',
      index: true,
      label: words('Live', 'Publicado'),
      admin: { components: { Cell: './admin/workflow/yes-no-cell.tsx#YesNoCell' } },
    },
    { name: 'contentHash', type: 'text', label: words('Content hash', 'Huella del contenido') },
    {
      name: 'openOverride',
      type: 'checkbox',
      index: true,
      label: words('Override to confirm', 'Publicación forzada por confirmar'),
      admin: { components: { Cell: './admin/workflow/yes-no-cell.tsx#YesNoCell' } },
    },
    { name: 'publishAt', type: 'date', index: true, label: words('Goes live', 'Se publica el') },
    {
      name: 'scheduleFailed',
      type: 'checkbox',
      index: true,
      label: words('Schedule failed', 'Falló la programación'),
      admin: { components: { Cell: './admin/workflow/yes-no-cell.tsx#YesNoCell' } },
    },
    {
      name: 'contributors',
      type: 'text',
      custom: sortedAsWritten,
      label: words('Contributors', 'Contribuyeron'),
    },
    { name: 'changedAt', type: 'date', index: true, label: words('Changed', 'Cambió') },
    // What the text points at, as ` collection/id ` in one line: rich text cannot be asked for its links, and
    // a row for each reference would make every save slow.
    { name: 'liveReferences', type: 'text', admin: { hidden: true } },
    { name: 'workingReferences', type: 'text', admin: { hidden: true } },
    { name: 'withdrawal', type: 'json', admin: { hidden: true } },
    {
      name: 'translation',
      type: 'select',
      index: true,
      options: translationStandings.map((value) => ({ value, label: translationWords[value] })),
      label: words('Translation', 'Traducción'),
    },
    // What each text was translated from, by language and path, as `src/translation/standing.ts` writes it.
    { name: 'translations', type: 'json', admin: { hidden: true } },
    ...queueFacts,
    // What the team finds the document by: see src/workflow/searched-words.ts.
    { name: 'names', type: 'json', hidden: true },
    { name: 'searchedNames', type: 'text', hidden: true },
    { name: 'searchedText', type: 'text', hidden: true },
  ],
  hooks: { beforeOperation: [refuseAllWrites, limitReads] },
  indexes: [{ fields: ['state', 'since'] }],
}
