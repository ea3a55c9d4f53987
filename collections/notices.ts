import type { CollectionConfig } from 'payload'
import { words } from '../src/locales.ts'
import { editorial } from './editorial.ts'
import { deadlineField } from './fields/deadline.ts'
import { sourcingField } from './fields/certainty.ts'
import { freeCopy } from './fields/free-copy.ts'
import { questionFields } from './fields/questions.ts'
import { referenceField, referencesField } from './fields/references.ts'
import { reverseField } from './fields/reverse.ts'
import { richTextField } from './fields/rich-text.ts'
import { searchKeysField } from './fields/search-keys.ts'
import { searchTermsField } from './fields/search-terms.ts'
import { sortedAsWritten } from './fields/sort-key.ts'
import { summaryField } from './fields/summary.ts'
import { webAddress } from './fields/web-address.ts'
import { spellSearchKeysAsStored } from './hooks/spell-search-keys-as-stored.ts'
import { wellFormed } from './well-formed.ts'

/** The letters and notices a person may receive, found by the code printed on them in any spelling. */
export const notices: CollectionConfig = editorial({
  slug: 'notices',
  labels: {
    singular: words('Notice', 'Aviso'),
    plural: words('Notices', 'Avisos'),
  },
  admin: {
    group: words('Roadmap', 'Mapa'),
    useAsTitle: 'code',
    defaultColumns: ['code', 'title', 'phase', 'workflow', 'discussion', 'updatedAt'],
    listSearchableFields: ['code', 'title'],
    description: words(
      'A letter or notice people receive, with what it means and how long they have.',
      'Una carta o aviso que la gente recibe, con lo que significa y el plazo que da.',
    ),
  },
  defaultSort: 'code',
  defaultPopulate: {
    code: true,
    kind: true,
    title: true,
    summary: true,
    deadline: true,
    officialUrl: true,
  },
  fields: [
    {
      name: 'code',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: words('Code', 'Código'),
      custom: { ...wellFormed(isNoticeCode), ...sortedAsWritten, unique: true },
      hooks: {
        beforeValidate: [
          ({ value }) => (typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : value),
        ],
        beforeDuplicate: [
          (saved) => freeCopy(saved, (value, copy) => `${value} copy${copy > 1 ? ` ${copy}` : ''}`),
        ],
      },
      admin: {
        description: words(
          'As printed on the notice, such as CP14 or Letter 1058.',
          'Como aparece impreso en el aviso, por ejemplo CP14 o Letter 1058.',
        ),
      },
    },
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      index: true,
      maxLength: 200,
      label: words('Title', 'Título'),
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'notice',
      label: words('Kind', 'Tipo'),
      options: [
        { value: 'notice', label: words('Notice', 'Aviso') },
        { value: 'letter', label: words('Letter', 'Carta') },
      ],
      admin: { position: 'sidebar' },
    },
    referenceField({ name: 'phase', to: 'phases', label: words('Phase', 'Fase') }),
    {
      name: 'aliases',
      type: 'text',
      hasMany: true,
      maxRows: 20,
      label: words('Other codes of the same letter', 'Otros códigos de la misma carta'),
      // A code leads to one letter, which is not the copy.
      hooks: { beforeDuplicate: [() => []] },
      admin: {
        description: words(
          'Letter 1058 is another code of LT11, for example. Press Enter after each.',
          'Por ejemplo, Letter 1058 es otro código de LT11. Pulse Intro después de cada uno.',
        ),
      },
    },
    ...searchKeysField({ from: ['code', 'aliases'] }),
    searchTermsField(),
    {
      type: 'tabs',
      tabs: [
        {
          label: words('Page', 'Página'),
          fields: [
            summaryField(),
            richTextField({
              name: 'overview',
              required: true,
              label: words('Overview', 'Resumen'),
            }),
            ...questionFields(),
          ],
        },
        {
          label: words('Deadline', 'Plazo'),
          fields: [deadlineField()],
        },
        {
          label: words('Stations and forms', 'Estaciones y formularios'),
          fields: [
            referencesField({
              name: 'stations',
              to: 'stations',
              label: words('Stations where it is received', 'Estaciones donde se recibe'),
              description: words(
                'A notice may appear at several stations.',
                'Un aviso puede aparecer en varias estaciones.',
              ),
            }),
            referencesField({
              name: 'forms',
              to: 'forms',
              label: words('Forms it may need', 'Formularios que puede necesitar'),
            }),
            referencesField({
              name: 'relatedNotices',
              to: 'notices',
              label: words('Related letters and notices', 'Cartas y avisos relacionados'),
            }),
            reverseField({
              name: 'relatedFrom',
              from: 'notices',
              on: 'relatedNotices',
              label: words('Notices related to this one', 'Avisos relacionados con este'),
              columns: ['code', 'title', 'workflow'],
            }),
            reverseField({
              name: 'relatedStations',
              from: 'stations',
              on: 'relatedNotices',
              label: words('Stations that name it', 'Estaciones que lo nombran'),
              columns: ['title', 'phase', 'workflow'],
            }),
            reverseField({
              name: 'exampleStations',
              from: 'stations',
              on: 'examples.notices',
              label: words(
                'Stations that name it in an example',
                'Estaciones que lo nombran en un ejemplo',
              ),
              columns: ['title', 'phase', 'workflow'],
            }),
          ],
        },
        {
          label: words('Sources', 'Fuentes'),
          fields: [
            {
              name: 'officialUrl',
              type: 'text',
              label: words('Official page', 'Página oficial'),
              ...webAddress,
            },
            sourcingField(),
          ],
        },
      ],
    },
  ],
  hooks: { beforeOperation: [spellSearchKeysAsStored] },
})

function isNoticeCode(value: unknown): true | string {
  if (
    typeof value === 'string' &&
    value.length <= 40 &&
    /^[A-Za-z]+[A-Za-z0-9 -]*\d[A-Za-z0-9 -]*$/.test(value)
  )
    return true
  return `“${String(value).slice(0, 60)}” is not a notice code. Write it as printed: letters, then a number, such as CP14, LT11 or Letter 226-J; spaces and hyphens are fine, at most 40 characters.`
}
