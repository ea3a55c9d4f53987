import type { CollectionConfig } from 'payload'
import { words } from '../src/locales.ts'
import { editorial } from './editorial.ts'
import { sourcingField } from './fields/certainty.ts'
import { namedAsCopy } from './fields/named-as-copy.ts'
import { referencesField } from './fields/references.ts'
import { reverseField } from './fields/reverse.ts'
import { richTextField } from './fields/rich-text.ts'
import { slugField } from './fields/slug.ts'

/** What a person does next. A step is written once and used by many stations and notices. */
export const steps: CollectionConfig = editorial({
  slug: 'steps',
  labels: {
    singular: words('Step', 'Paso'),
    plural: words('Steps', 'Pasos'),
  },
  admin: {
    group: words('Shared content', 'Contenido compartido'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'follows', 'workflow', 'discussion', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    description: words(
      'Written once, used by many pages: a change here shows on all of them.',
      'Se escribe una vez y lo usan muchas páginas: un cambio aquí se ve en todas.',
    ),
  },
  defaultSort: 'title',
  defaultPopulate: {
    title: true,
    slug: true,
    follows: true,
    body: true,
    alternatives: true,
    forms: true,
    helpOrganizations: true,
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      index: true,
      maxLength: 160,
      label: words('Question or instruction', 'Pregunta o instrucción'),
      hooks: { beforeDuplicate: [namedAsCopy] },
      admin: {
        description: words(
          'Such as “Is it from the IRS?” or “Send copies of your records”.',
          'Por ejemplo «¿Es del IRS?» o «Envíe copias de sus documentos».',
        ),
      },
    },
    slugField({ from: 'title' }),
    {
      name: 'follows',
      type: 'select',
      required: true,
      defaultValue: 'then',
      label: words('Follows the one before', 'Sigue al anterior'),
      options: [
        { value: 'then', label: words('then: after it', 'luego: después de él') },
        { value: 'and', label: words('and: together with it', 'y: junto con él') },
        { value: 'or', label: words('or: instead of it', 'o: en lugar de él') },
      ],
      admin: { position: 'sidebar' },
    },
    richTextField({ name: 'body', required: true, label: words('What to do', 'Qué hacer') }),
    {
      name: 'alternatives',
      type: 'array',
      maxRows: 12,
      label: words('What to do, by situation', 'Qué hacer, según la situación'),
      labels: {
        singular: words('Alternative', 'Alternativa'),
        plural: words('Alternatives', 'Alternativas'),
      },
      admin: {
        description: words(
          'Put advice for each situation under its own heading, so that nobody reads advice meant for others.',
          'Ponga el consejo de cada situación bajo su propio título, para que nadie lea el de otros.',
        ),
      },
      fields: [
        {
          name: 'situation',
          type: 'select',
          required: true,
          label: words('Situation', 'Situación'),
          options: [
            { value: 'agree', label: words('Agrees', 'Está de acuerdo') },
            { value: 'disagree', label: words('Disagrees', 'No está de acuerdo') },
            { value: 'cannotPay', label: words('Cannot pay', 'No puede pagar') },
            { value: 'overpaid', label: words('Has paid too much', 'Pagó de más') },
            { value: 'noResponse', label: words('Does not respond', 'No responde') },
            { value: 'other', label: words('Another', 'Otra') },
          ],
        },
        {
          name: 'heading',
          type: 'text',
          localized: true,
          required: true,
          maxLength: 160,
          label: words('Heading', 'Título'),
        },
        richTextField({ name: 'body', required: true, label: words('What to do', 'Qué hacer') }),
        referencesField({ name: 'forms', to: 'forms', label: words('Forms', 'Formularios') }),
        referencesField({
          name: 'helpOrganizations',
          to: 'help-organizations',
          label: words('Organizations that help', 'Organizaciones que ayudan'),
        }),
      ],
    },
    referencesField({ name: 'forms', to: 'forms', label: words('Forms', 'Formularios') }),
    referencesField({
      name: 'helpOrganizations',
      to: 'help-organizations',
      label: words('Organizations that help', 'Organizaciones que ayudan'),
    }),
    sourcingField(),
    reverseField({
      name: 'stations',
      from: 'stations',
      on: 'steps',
      label: words('Stations that use it', 'Estaciones que lo usan'),
      columns: ['title', 'phase', 'workflow'],
    }),
    reverseField({
      name: 'notices',
      from: 'notices',
      on: 'steps',
      label: words('Notices that use it', 'Avisos que lo usan'),
      columns: ['code', 'title', 'workflow'],
    }),
  ],
})
