import type { Field } from 'payload'
import { staffField } from '../../access/users.ts'
import { words } from '../../src/locales.ts'
import { certainties } from './certainties.ts'
import { webAddress } from './web-address.ts'

/** How sure the team is of a fact, from the page itself down to unverified. Staff see it, readers do not. */
export function certaintyField(): Field {
  return {
    name: 'certainty',
    type: 'select',
    label: words('How sure we are', 'Qué tan seguro es'),
    options: [...certainties],
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
        name: 'reviewOn',
        type: 'date',
        label: words('Check again on', 'Volver a verificar el'),
        index: true,
        access: { read: staffField },
        admin: {
          date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' },
          description: words(
            'Editors are told when this day has come. Readers never see it.',
            'Ese día se avisa a quienes editan. Los lectores nunca lo ven.',
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
