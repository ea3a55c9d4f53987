'use client'
import { useConfig, useDocumentInfo, useForm, useLocale, useServerFunctions } from '@payloadcms/ui'
import type { ClientField, FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { useCallback } from 'react'
import type { JsonValue } from '../../../content/canonical-json.ts'
import { isRecord } from '../../../content/plain-values.ts'
import type { Sides } from '../../../merge/merge.ts'
import type { Values } from '../../../merge/same.ts'
import type { Meanwhile } from '../../../saves/meanwhile.ts'
import { named } from './fields-of.ts'

/** Kept by the platform about a document, and nothing that anybody writes. */
const bookkeeping = [
  'id',
  'createdAt',
  'updatedAt',
  '_status',
  'contributors',
  'savedBy',
  'versionId',
]

/** What stands in the form, what it was made of, and what somebody else has made of that, in one language. */
export interface TwoTexts {
  sides: Sides<Values>
  /** The newest version as REST gives it. */
  newest: Values
}

/** The means to compare the text in a form with the newest one, and to put both together in the form. */
export function useTwoTexts() {
  const { config, getEntityConfig } = useConfig()
  const info = useDocumentInfo()
  const { code: locale } = useLocale()
  const { getData, replaceState, setModified } = useForm()
  const { getFormState } = useServerFunctions()
  const { collectionSlug, docPermissions, getDocPreferences, id, setData } = info
  const { fields } = getEntityConfig({ collectionSlug: collectionSlug! })

  const stateOf = useCallback(
    async (data: Values, renderAllFields: boolean): Promise<FormState> => {
      const { state } = (await getFormState({
        id: id!,
        collectionSlug: collectionSlug!,
        data,
        docPermissions: docPermissions!,
        docPreferences: await getDocPreferences(),
        locale,
        operation: 'update',
        renderAllFields,
        schemaPath: collectionSlug!,
        skipValidation: true,
      })) as { state: FormState }
      return state
    },
    [collectionSlug, docPermissions, getDocPreferences, getFormState, id, locale],
  )

  /** @throws when one of the versions cannot be had */
  const read = useCallback(
    async ({ base, versionId }: Meanwhile): Promise<TwoTexts> => {
      const versionOf = async (version: string): Promise<Values> => {
        const address = `${config.routes.api}/${collectionSlug}/versions/${version}`
        const response = await fetch(`${address}?depth=0&locale=${locale}&fallback-locale=null`, {
          cache: 'no-store',
          credentials: 'include',
        })
        if (!response.ok) throw new Error(`There is no version ${version}.`)
        const { version: document } = (await response.json()) as { version: Values }
        return { ...document, id: String(id) }
      }
      const newest = await versionOf(versionId)
      const before = base ? await versionOf(base.versionId) : {}
      const valuesOf = async (data: Values) =>
        written(reduceFieldsToValues(await stateOf(data, false), true) as Values, fields)
      return {
        newest,
        sides: {
          base: await valuesOf(before),
          mine: written(getData() as Values, fields),
          theirs: await valuesOf(newest),
        },
      }
    },
    [collectionSlug, config.routes.api, fields, getData, id, locale, stateOf],
  )

  /** Puts values into the form, as changes to the newest version that are not saved yet. */
  const write = useCallback(
    async (values: Values, { newest, versionId }: { newest: Values; versionId: string }) => {
      const state = await stateOf({ ...newest, ...values }, true)
      setData({ ...newest, versionId } as never)
      replaceState(state)
      setModified(true)
    },
    [replaceState, setData, setModified, stateOf],
  )
  return { read, write }
}

function written(values: Values, fields: readonly ClientField[]): Values {
  const own = Object.entries(withLists(values, fields))
  return Object.fromEntries(own.filter(([name]) => !bookkeeping.includes(name)))
}

/** A form has the number 0 for a list without rows. */
function withLists(values: Values, fields: readonly ClientField[]): Values {
  const lists = named(fields).flatMap((field): [string, JsonValue][] => {
    const value = values[field.name]
    if (!('fields' in field)) return []
    const inner = field.fields as ClientField[]
    if (field.type === 'group' && isRecord(value))
      return [[field.name, withLists(value as Values, inner)]]
    if (field.type !== 'array') return []
    const rows = Array.isArray(value) ? value : []
    return [[field.name, rows.map((row) => withLists(row as Values, inner))]]
  })
  return { ...values, ...Object.fromEntries(lists) }
}
