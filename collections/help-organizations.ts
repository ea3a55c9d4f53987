import type { CollectionConfig } from 'payload'
import { words } from '../src/locales.ts'
import { editorial } from './editorial.ts'
import { sourcingField } from './fields/certainty.ts'
import { languageOptions } from './fields/languages.ts'
import { namedAsCopy } from './fields/named-as-copy.ts'
import { phonesField } from './fields/phones.ts'
import { reverseField } from './fields/reverse.ts'
import { richTextField } from './fields/rich-text.ts'
import { slugField } from './fields/slug.ts'
import { webAddress } from './fields/web-address.ts'
import { sortedAsWritten } from './fields/sort-key.ts'

/** Organizations a person can turn to, with how to reach them. */
export const helpOrganizations: CollectionConfig = editorial({
  slug: 'help-organizations',
  labels: {
    singular: words('Help organization', 'Organización de ayuda'),
    plural: words('Help organizations', 'Organizaciones de ayuda'),
  },
  admin: {
    group: words('Shared content', 'Contenido compartido'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'abbreviation', 'workflow', 'discussion', 'updatedAt'],
    listSearchableFields: ['name', 'abbreviation'],
  },
  defaultSort: 'name',
  defaultPopulate: {
    name: true,
    slug: true,
    abbreviation: true,
    whatTheyDo: true,
    whoIsEligible: true,
    phones: true,
    hours: true,
    url: true,
    languages: true,
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      localized: true,
      required: true,
      index: true,
      maxLength: 160,
      label: words('Name', 'Nombre'),
      hooks: { beforeDuplicate: [namedAsCopy] },
    },
    slugField({ from: 'name' }),
    {
      name: 'abbreviation',
      type: 'text',
      custom: sortedAsWritten,
      maxLength: 30,
      label: words('Abbreviation', 'Sigla'),
      admin: { position: 'sidebar' },
    },
    richTextField({
      name: 'whatTheyDo',
      required: true,
      label: words('What they do', 'Qué hacen'),
    }),
    richTextField({
      name: 'whoIsEligible',
      label: words('Who is eligible', 'Quién puede recibir ayuda'),
    }),
    phonesField(),
    {
      name: 'hours',
      type: 'textarea',
      localized: true,
      label: words('Hours', 'Horario'),
    },
    {
      name: 'url',
      type: 'text',
      label: words('Web page', 'Página web'),
      ...webAddress,
    },
    {
      name: 'languages',
      type: 'select',
      hasMany: true,
      options: languageOptions,
      label: words('Languages they help in', 'Idiomas en que atienden'),
    },
    reverseField({
      name: 'stations',
      from: 'stations',
      on: 'helpOrganizations',
      label: words('Stations that name it', 'Estaciones que la nombran'),
      columns: ['title', 'phase', 'workflow'],
    }),
    reverseField({
      name: 'notices',
      from: 'notices',
      on: 'helpOrganizations',
      label: words('Notices that name it', 'Avisos que la nombran'),
      columns: ['code', 'title', 'workflow'],
    }),
    reverseField({
      name: 'steps',
      from: 'steps',
      on: 'helpOrganizations',
      label: words('Steps that name it', 'Pasos que la nombran'),
      columns: ['title', 'workflow'],
    }),
    reverseField({
      name: 'stepAlternatives',
      from: 'steps',
      on: 'alternatives.helpOrganizations',
      label: words('Steps that name it in one situation', 'Pasos que la nombran en una situación'),
      columns: ['title', 'workflow'],
    }),
    sourcingField(),
  ],
})
