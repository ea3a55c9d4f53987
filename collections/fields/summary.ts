import type { Field } from 'payload'
import { words } from '../../src/locales.ts'

/** One sentence for tooltips, lists and search results. */
export function summaryField(): Field {
  return {
    name: 'summary',
    type: 'textarea',
    localized: true,
    required: true,
    maxLength: 240,
    label: words('In one sentence', 'En una frase'),
    admin: {
      description: words(
        'Shown in lists, in search results and on the map. At most 240 characters.',
        'Se muestra en listas, en búsquedas y en el mapa. Máximo 240 caracteres.',
      ),
      rows: 2,
    },
  }
}
