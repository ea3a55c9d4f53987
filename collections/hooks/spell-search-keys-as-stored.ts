import type { CollectionBeforeOperationHook, Where } from 'payload'
import { searchKey } from '../../src/content/search-key.ts'

const keyFields = new Set(['searchKey', 'aliasKeys'])

/** A reader may ask for a search key in any spelling: `where[searchKey][equals]=CP 14` finds `cp14`. */
export const spellSearchKeysAsStored: CollectionBeforeOperationHook = ({ args }) => {
  if (!('where' in args) || !args.where) return args
  return { ...args, where: respelled(args.where as Where) }
}

function respelled(where: Where): Where {
  return Object.fromEntries(
    Object.entries(where).map(([field, condition]) => {
      if ((field === 'and' || field === 'or') && Array.isArray(condition))
        return [field, condition.map(respelled)]
      return keyFields.has(field) && isRecord(condition)
        ? [field, mapValues(condition, respellValue)]
        : [field, condition]
    }),
  ) as Where
}

function respellValue(value: unknown): unknown {
  if (typeof value === 'string') return value.split(',').map(searchKey).join(',')
  return Array.isArray(value) ? value.map(respellValue) : value
}

function mapValues(record: Record<string, unknown>, change: (value: unknown) => unknown) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
