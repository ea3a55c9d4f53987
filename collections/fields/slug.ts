import type { Field } from 'payload'
import { words } from '../../src/locales.ts'
import { wellFormed } from '../well-formed.ts'
import { freeCopy } from './free-copy.ts'

/**
 * The last part of a document's address, the same in every language and never reused.
 * Left empty, it is made from the field named `from`.
 */
export function slugField({ from }: { from: 'title' | 'name' }): Field {
  return {
    name: 'slug',
    type: 'text',
    label: words('Address', 'Dirección'),
    required: true,
    unique: true,
    index: true,
    custom: { ...wellFormed(isSlug), unique: true },
    admin: {
      position: 'sidebar',
      description: words(
        'Last part of the web address, such as balance-paid. Leave it empty to make it from the title. When it changes, the old one leads to the new one.',
        'Última parte de la dirección web, como balance-paid. Déjela vacía para formarla a partir del título. Si cambia, la anterior lleva a la nueva.',
      ),
    },
    hooks: {
      beforeValidate: [
        ({ value, data, operation }) => {
          if (typeof value === 'string' && value.trim() !== '') return value.trim()
          const source: unknown = data?.[from]
          const derived =
            operation === 'create' && typeof source === 'string' ? slugify(source) : ''
          // No address is none, and not an empty one that two drafts could not share.
          return derived || (value === '' ? null : value)
        },
      ],
      beforeDuplicate: [
        (saved) =>
          freeCopy(
            saved,
            (value, copy) => `${value.slice(0, 90)}-copy${copy > 1 ? `-${copy}` : ''}`,
          ),
      ],
    },
  }
}

function isSlug(value: unknown): true | string {
  if (typeof value === 'string' && value.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value))
    return true
  return `“${String(value).slice(0, 80)}” cannot be an address. Use lower-case letters without accents, digits and single hyphens, at most 100 characters: ${slugify(String(value)) || 'balance-paid'}.`
}

/** Lower case, without accents, words joined by hyphens, at most 100 characters. */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '')
}
