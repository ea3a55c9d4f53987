'use client'
import { useConfig, useDocumentInfo, useForm, useLocale } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useCallback } from 'react'
import type { Sides } from '../../../merge/merge.ts'
import type { Values } from '../../../merge/same.ts'
import type { Meanwhile } from '../../../saves/meanwhile.ts'
import { useFormStateOf } from './use-form-state-of.ts'
import { writtenValues } from './written-values.ts'

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
  const { collectionSlug, id, setData } = info
  const { fields } = getEntityConfig({ collectionSlug: collectionSlug! })

  const stateOf = useFormStateOf()

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
        writtenValues(reduceFieldsToValues(await stateOf(data, false), true) as Values, fields)
      return {
        newest,
        sides: {
          base: await valuesOf(before),
          mine: writtenValues(getData() as Values, fields),
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
