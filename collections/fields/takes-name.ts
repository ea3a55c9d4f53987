import type { Field } from 'payload'
import { staffField } from '../../access/users.ts'
import { words } from '../../src/locales.ts'

/**
 * An editor's word that the document may take over a name that leads to another one. It holds until the text
 * is public, readers never get it, and it is no part of what is approved.
 */
export function takesNameField(): Field {
  return {
    name: 'takesName',
    type: 'checkbox',
    label: words('Takes over an address', 'Asume una dirección'),
    access: { read: staffField },
    hooks: { beforeDuplicate: [() => false] },
    admin: {
      position: 'sidebar',
      description: words(
        'Only where you were told that the address, code or number leads to another page: from then on it leads here.',
        'Solo si se le dijo que la dirección, el código o el número lleva a otra página: desde entonces llevará aquí.',
      ),
    },
  }
}
