import type { CollectionConfig, Field } from 'payload'
import { words, type Words } from '../src/locales.ts'
import { editorial } from './editorial.ts'
import { sortedAsWritten } from './fields/sort-key.ts'

/** Words people type, and the words of the pages they look for. Search reads the live ones. */
export const synonyms: CollectionConfig = editorial({
  slug: 'synonyms',
  labels: {
    singular: words('Synonym', 'Sinónimo'),
    plural: words('Synonyms', 'Sinónimos'),
  },
  admin: {
    group: words('Search', 'Búsqueda'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'typed', 'meant', 'workflow', 'updatedAt'],
    description: words(
      'Whoever searches for the first words also finds pages with the second ones. It counts once it is published.',
      'Quien busca las primeras palabras encuentra también las páginas que tienen las segundas. Vale desde que se publica.',
    ),
  },
  defaultSort: 'name',
  fields: [
    {
      name: 'name',
      type: 'text',
      custom: sortedAsWritten,
      required: true,
      index: true,
      maxLength: 80,
      label: words('Name for the team', 'Nombre para el equipo'),
    },
    phrases({
      name: 'typed',
      label: words('Words people type', 'Palabras que la gente escribe'),
      description: words(
        'Such as “owe money”. In any form: “owed money” counts too. Press Enter after each.',
        'Por ejemplo, «debo dinero», en cualquiera de sus formas. Pulse Intro después de cada una.',
      ),
    }),
    phrases({
      name: 'meant',
      label: words('Words on the pages', 'Palabras de las páginas'),
      description: words(
        'Such as “balance due”. Press Enter after each.',
        'Por ejemplo, «saldo adeudado». Pulse Intro después de cada una.',
      ),
    }),
  ],
})

function phrases({
  name,
  label,
  description,
}: {
  name: string
  label: Words
  description: Words
}): Field {
  return {
    name,
    type: 'text',
    hasMany: true,
    localized: true,
    required: true,
    maxRows: 20,
    maxLength: 80,
    label,
    admin: { description },
  }
}
