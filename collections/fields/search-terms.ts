import type { Field } from 'payload'
import { words } from '../../src/locales.ts'

/** Words people type to find this page that do not stand on it. Search matches them; pages do not show them. */
export function searchTermsField(): Field {
  return {
    name: 'searchTerms',
    type: 'text',
    hasMany: true,
    localized: true,
    maxRows: 40,
    maxLength: 80,
    label: words('Hidden search terms', 'Términos de búsqueda ocultos'),
    admin: {
      position: 'sidebar',
      description: words(
        'Words people search for that are not on the page. Press Enter after each.',
        'Palabras que la gente busca y no están en la página. Pulse Intro después de cada una.',
      ),
    },
  }
}
