import type { Field } from 'payload'
import { words } from '../../src/locales.ts'
import { wellFormed } from '../well-formed.ts'
import { certaintyField } from './certainty.ts'
import { referenceComponents } from './references.ts'
import { webAddress } from './web-address.ts'

/** Where the line goes from a station: to which stations, on which condition, and whether that changes lines. */
export function connectionsField(): Field {
  return {
    name: 'connections',
    type: 'array',
    maxRows: 40,
    label: words('Leads to', 'Lleva a'),
    labels: {
      singular: words('Connection', 'Conexión'),
      plural: words('Connections', 'Conexiones'),
    },
    custom: wellFormed(areConnections),
    fields: [
      {
        name: 'to',
        type: 'relationship',
        relationTo: 'stations',
        required: true,
        index: true,
        label: words('Station', 'Estación'),
        admin: { components: referenceComponents },
      },
      {
        name: 'condition',
        type: 'text',
        localized: true,
        maxLength: 160,
        label: words('On which condition', 'Con qué condición'),
        admin: {
          description: words(
            'What readers see on the arrow, such as “If you pay in full”. Empty: always.',
            'Lo que se lee en la flecha, como «Si paga todo». Vacío: siempre.',
          ),
        },
      },
      {
        name: 'transfer',
        type: 'checkbox',
        defaultValue: false,
        label: words('Changes to another line', 'Cambia a otra línea'),
      },
      certaintyField(),
      {
        name: 'source',
        type: 'text',
        label: words('Source address', 'Dirección de la fuente'),
        ...webAddress,
      },
    ],
  }
}

/** No station leads to itself, and no two connections of a station lead to the same place. */
function areConnections(rows: unknown, { id }: { id: string | undefined }): true | string {
  if (!Array.isArray(rows))
    return 'Connections must be a list of rows, each with “to”: the id of a station.'
  const destinations = rows
    .map((row: unknown) => destinationOf(row))
    .filter((destination) => destination !== undefined)
  if (id !== undefined && destinations.includes(id))
    return 'A station cannot lead to itself. Choose another station, or remove the connection.'
  const twice = destinations.findIndex((to, index) => destinations.indexOf(to) !== index)
  if (twice >= 0)
    return `Connection ${twice + 1} leads to the same station as connection ${destinations.indexOf(destinations[twice]!) + 1}. Keep one and put both conditions into it.`
  return true
}

function destinationOf(row: unknown): string | undefined {
  const to = (row as { to?: unknown } | null)?.to
  if (typeof to === 'string') return to
  const id = (to as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : undefined
}
