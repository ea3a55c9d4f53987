import type { CollectionConfig } from 'payload'
import { words } from '../src/locales.ts'
import { editorial } from './editorial.ts'
import { sourcingField } from './fields/certainty.ts'
import { namedAsCopy } from './fields/named-as-copy.ts'
import { reverseField } from './fields/reverse.ts'
import { slugField } from './fields/slug.ts'
import { summaryField } from './fields/summary.ts'
import { wellFormed } from './well-formed.ts'

/** The lines of the map. */
export const phases: CollectionConfig = editorial({
  slug: 'phases',
  labels: {
    singular: words('Phase', 'Fase'),
    plural: words('Phases', 'Fases'),
  },
  admin: {
    group: words('Roadmap', 'Mapa'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'order', 'workflow', 'discussion', 'updatedAt'],
  },
  defaultSort: 'order',
  defaultPopulate: { name: true, slug: true, order: true, colour: true, marker: true },
  fields: [
    {
      name: 'name',
      type: 'text',
      localized: true,
      required: true,
      index: true,
      maxLength: 80,
      label: words('Name', 'Nombre'),
      hooks: { beforeDuplicate: [namedAsCopy] },
    },
    slugField({ from: 'name' }),
    {
      name: 'order',
      type: 'number',
      required: true,
      min: 1,
      index: true,
      label: words('Order on the map', 'Orden en el mapa'),
      admin: { position: 'sidebar' },
    },
    summaryField(),
    {
      type: 'row',
      fields: [
        {
          name: 'colour',
          type: 'text',
          label: words('Line colour', 'Color de la línea'),
          custom: wellFormed(isColour),
          admin: { description: '#005ea2' },
        },
        {
          name: 'marker',
          type: 'text',
          maxLength: 3,
          label: words('Line letter', 'Letra de la línea'),
          admin: {
            description: words(
              'Tells the line apart where colours cannot.',
              'Distingue la línea donde los colores no bastan.',
            ),
          },
        },
      ],
    },
    reverseField({
      name: 'stations',
      from: 'stations',
      on: 'phase',
      sort: 'order',
      label: words('Stations on this line', 'Estaciones de esta línea'),
      columns: ['title', 'order', 'workflow'],
    }),
    reverseField({
      name: 'notices',
      from: 'notices',
      on: 'phase',
      label: words('Notices of this phase', 'Avisos de esta fase'),
      columns: ['code', 'title', 'workflow'],
    }),
    sourcingField(),
  ],
})

function isColour(value: unknown): true | string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)
    ? true
    : `“${String(value).slice(0, 30)}” is not a colour. Write # and six digits or letters a to f, such as #005ea2.`
}
