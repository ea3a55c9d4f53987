import type { CollectionConfig } from 'payload'
import { staffOnly } from '../access/content.ts'
import { locales, words } from '../src/locales.ts'
import { editorial } from './editorial.ts'
import { sortedAsWritten } from './fields/sort-key.ts'

/**
 * What editors decided about the terms under “Popular searches”. The live ones count. Readers get the pinned
 * terms with the list; the blocked ones are nobody's business but the team's.
 */
export const popularTerms: CollectionConfig = editorial({
  slug: 'popular-terms',
  labels: {
    singular: words('Popular search term', 'Búsqueda frecuente'),
    plural: words('Popular search terms', 'Búsquedas frecuentes'),
  },
  access: { read: staffOnly },
  admin: {
    group: words('Search', 'Búsqueda'),
    useAsTitle: 'term',
    defaultColumns: ['term', 'language', 'treatment', 'order', 'workflow', 'updatedAt'],
    description: words(
      'Terms that always stand in the list of popular searches, or never. The others are counted.',
      'Términos que siempre están en la lista de búsquedas frecuentes, o nunca. Los demás se cuentan.',
    ),
  },
  defaultSort: 'order',
  fields: [
    {
      name: 'term',
      type: 'text',
      custom: sortedAsWritten,
      required: true,
      index: true,
      maxLength: 50,
      label: words('Term', 'Término'),
    },
    {
      name: 'language',
      type: 'select',
      required: true,
      defaultValue: 'en',
      options: locales.map(({ code, label }) => ({ value: code, label })),
      label: words('Language', 'Idioma'),
    },
    {
      name: 'treatment',
      type: 'select',
      required: true,
      defaultValue: 'pinned',
      options: [
        { value: 'pinned', label: words('Always in the list', 'Siempre en la lista') },
        { value: 'blocked', label: words('Never in the list', 'Nunca en la lista') },
      ],
      label: words('In the list', 'En la lista'),
    },
    {
      name: 'order',
      type: 'number',
      min: 1,
      label: words('Place in the list', 'Lugar en la lista'),
      admin: { position: 'sidebar' },
    },
  ],
})
