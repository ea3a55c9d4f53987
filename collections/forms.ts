import type { CollectionConfig } from 'payload'
import { words } from '../src/locales.ts'
import { editorial } from './editorial.ts'
import { sourcingField } from './fields/certainty.ts'
import { freeCopy } from './fields/free-copy.ts'
import { languageOptions } from './fields/languages.ts'
import { referenceField } from './fields/references.ts'
import { reverseField } from './fields/reverse.ts'
import { searchKeysField } from './fields/search-keys.ts'
import { webAddress } from './fields/web-address.ts'
import { spellSearchKeysAsStored } from './hooks/spell-search-keys-as-stored.ts'
import { wellFormed } from './well-formed.ts'
import { sortedAsWritten } from './fields/sort-key.ts'

/** Forms, publications and printed inserts that steps and notices send people to. */
export const forms: CollectionConfig = editorial({
  slug: 'forms',
  labels: {
    singular: words('Form', 'Formulario'),
    plural: words('Forms', 'Formularios'),
  },
  admin: {
    group: words('Shared content', 'Contenido compartido'),
    useAsTitle: 'number',
    defaultColumns: ['number', 'title', 'kind', 'workflow', 'discussion', 'updatedAt'],
    listSearchableFields: ['number', 'title'],
  },
  defaultSort: 'number',
  defaultPopulate: { number: true, title: true, kind: true, purpose: true, urls: true },
  fields: [
    {
      name: 'number',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 60,
      label: words('Number', 'Número'),
      custom: { ...sortedAsWritten, unique: true },
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
          'With its kind, as people say it: Form 843, Publication 5.',
          'Con su tipo, como se dice: Form 843, Publication 5.',
        ),
      },
    },
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      index: true,
      maxLength: 240,
      label: words('Title', 'Título'),
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'form',
      label: words('Kind', 'Tipo'),
      options: [
        { value: 'form', label: words('Form', 'Formulario') },
        { value: 'publication', label: words('Publication', 'Publicación') },
        { value: 'notice', label: words('Notice', 'Aviso') },
        { value: 'instructions', label: words('Instructions', 'Instrucciones') },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'purpose',
      type: 'textarea',
      localized: true,
      required: true,
      maxLength: 400,
      label: words('What people use it for', 'Para qué se usa'),
    },
    ...searchKeysField({ from: ['number'] }),
    {
      name: 'urls',
      type: 'array',
      label: words('Where to get it', 'Dónde obtenerlo'),
      labels: {
        singular: words('Address', 'Dirección'),
        plural: words('Addresses', 'Direcciones'),
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'language',
              type: 'select',
              required: true,
              options: languageOptions,
              label: words('Language', 'Idioma'),
            },
            {
              name: 'url',
              type: 'text',
              required: true,
              label: words('Address', 'Dirección'),
              ...webAddress,
            },
          ],
        },
      ],
    },
    {
      name: 'revision',
      type: 'text',
      label: words('Revision', 'Revisión'),
      custom: wellFormed(isRevision),
      admin: {
        description: words(
          'Year and month of the edition these facts were read from, such as 2024-11.',
          'Año y mes de la edición de la que se leyeron estos datos, como 2024-11.',
        ),
      },
    },
    referenceField({
      name: 'supersededBy',
      to: 'forms',
      label: words('Superseded by', 'Sustituido por'),
    }),
    {
      name: 'retiredOn',
      type: 'date',
      label: words('Retired on', 'Retirado el'),
      admin: {
        date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' },
        description: words(
          'Readers are told not to use it from this day.',
          'Desde este día se dice a los lectores que no lo usen.',
        ),
      },
    },
    reverseField({
      name: 'supersedes',
      from: 'forms',
      on: 'supersededBy',
      label: words('Supersedes', 'Sustituye a'),
      columns: ['number', 'title', 'workflow'],
    }),
    reverseField({
      name: 'steps',
      from: 'steps',
      on: 'forms',
      label: words('Steps that need it', 'Pasos que lo necesitan'),
      columns: ['title', 'workflow'],
    }),
    reverseField({
      name: 'stepAlternatives',
      from: 'steps',
      on: 'alternatives.forms',
      label: words(
        'Steps that need it in one situation',
        'Pasos que lo necesitan en una situación',
      ),
      columns: ['title', 'workflow'],
    }),
    reverseField({
      name: 'notices',
      from: 'notices',
      on: 'forms',
      label: words('Notices that need it', 'Avisos que lo necesitan'),
      columns: ['code', 'title', 'workflow'],
    }),
    sourcingField(),
  ],
  hooks: { beforeOperation: [spellSearchKeysAsStored] },
})

function isRevision(value: unknown): true | string {
  return typeof value === 'string' && /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(value)
    ? true
    : `“${String(value).slice(0, 30)}” is not a revision. Write the year, or year and month: 2024-11.`
}
