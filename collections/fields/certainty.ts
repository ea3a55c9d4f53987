import type { Field } from 'payload'
import { staffField } from '../../access/users.ts'
import { words } from '../../src/locales.ts'
import { webAddress } from './web-address.ts'

const options = [
  { value: 'page', label: words('The cited page was read', 'Se leyó la página citada') },
  { value: 'stated', label: words('Stated by the cited source', 'Lo dice la fuente citada') },
  {
    value: 'statedByThirdParty',
    label: words('Stated by a third party', 'Lo dice un tercero'),
  },
  {
    value: 'thirdPartyRecord',
    label: words('Only a third party’s record was read', 'Solo se leyó el registro de un tercero'),
  },
  {
    value: 'citedInSource',
    label: words('Number cited in a source', 'Número citado en una fuente'),
  },
  { value: 'listed', label: words('Listed in a source', 'Aparece en una fuente') },
  { value: 'implied', label: words('Implied by a source', 'Lo da a entender una fuente') },
  { value: 'inferred', label: words('Inferred by us', 'Deducido por nosotros') },
  {
    value: 'generalKnowledge',
    label: words('General knowledge, unchecked', 'Conocimiento general, sin verificar'),
  },
  { value: 'unverified', label: words('Unverified', 'Sin verificar') },
]

/** How sure the team is of a fact, from the page itself down to unverified. Staff see it, readers do not. */
export function certaintyField(): Field {
  return {
    name: 'certainty',
    type: 'select',
    label: words('How sure we are', 'Qué tan seguro es'),
    options,
    enumName: 'certainty',
    index: true,
    access: { read: staffField },
    admin: {
      description: words(
        'Check anything that is not “The cited page was read” before you rely on it.',
        'Verifique todo lo que no diga «Se leyó la página citada» antes de confiar en ello.',
      ),
    },
  }
}

/** Where the facts of a document come from, when that was last checked, and what is still in doubt. */
export function sourcingField(): Field {
  return {
    name: 'sourcing',
    type: 'group',
    label: words('Sources', 'Fuentes'),
    fields: [
      certaintyField(),
      {
        name: 'source',
        type: 'text',
        label: words('Source address', 'Dirección de la fuente'),
        ...webAddress,
      },
      {
        name: 'checkedOn',
        type: 'date',
        label: words('Source checked on', 'Fuente verificada el'),
        admin: {
          date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' },
          description: words(
            'The day somebody last read the source and compared it with this text.',
            'El día en que alguien leyó la fuente y la comparó con este texto.',
          ),
        },
      },
      {
        name: 'note',
        type: 'textarea',
        label: words('Doubts and notes for the team', 'Dudas y notas para el equipo'),
        access: { read: staffField },
        admin: {
          description: words('Readers never see this.', 'Los lectores nunca ven esto.'),
        },
      },
    ],
  }
}
