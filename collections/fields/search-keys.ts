import type { Field } from 'payload'
import { searchKey } from '../../src/content/search-key.ts'
import { words } from '../../src/locales.ts'

/**
 * The keys a document is found by, whatever way its number is written. `searchKey` belongs to the first
 * field of `from`, `aliasKeys` to the others. Worked out on every save; what a client sends is ignored.
 */
export function searchKeysField({ from }: { from: [string, ...string[]] }): Field[] {
  const [main, ...others] = from
  const keyField: Field = {
    name: 'searchKey',
    type: 'text',
    index: true,
    label: words('Search key', 'Clave de búsqueda'),
    admin: { hidden: true },
    hooks: { beforeValidate: [({ siblingData }) => keysOf(siblingData[main])[0]] },
  }
  if (others.length === 0) return [keyField]
  return [
    keyField,
    {
      name: 'aliasKeys',
      type: 'text',
      hasMany: true,
      index: true,
      label: words('Search keys of other codes', 'Claves de otros códigos'),
      admin: { hidden: true },
      hooks: {
        beforeValidate: [
          ({ siblingData }) => others.flatMap((other) => keysOf(siblingData[other])),
        ],
      },
    },
  ]
}

function keysOf(value: unknown): string[] {
  const texts: unknown[] = Array.isArray(value) ? value : [value]
  return texts
    .filter((text) => typeof text === 'string')
    .map(searchKey)
    .filter(Boolean)
}
