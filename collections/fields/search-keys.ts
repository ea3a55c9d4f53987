import type { Field, FieldHook } from 'payload'
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
    // Two spellings of one number are the same number.
    custom: { unique: { reportedAt: main } },
    hooks: {
      beforeValidate: [(saved) => keysOf(valueAfter(saved, main))[0] ?? null],
      beforeDuplicate: [() => null],
    },
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
        beforeValidate: [(saved) => others.flatMap((other) => keysOf(valueAfter(saved, other)))],
      },
    },
  ]
}

/** A field's value once the save is done: as sent, or else as it was. */
function valueAfter({ siblingData, originalDoc }: Parameters<FieldHook>[0], name: string): unknown {
  const sent: unknown = siblingData[name]
  return sent === undefined ? (originalDoc as Record<string, unknown> | undefined)?.[name] : sent
}

function keysOf(value: unknown): string[] {
  const texts: unknown[] = Array.isArray(value) ? value : [value]
  return texts
    .filter((text) => typeof text === 'string')
    .map(searchKey)
    .filter(Boolean)
}
