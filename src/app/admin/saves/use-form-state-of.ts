'use client'
import { useDocumentInfo, useLocale, useServerFunctions } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useCallback } from 'react'
import type { Values } from '../../../merge/same.ts'

/**
 * Makes of a document what its form would hold.
 *
 * @param renderAllFields whether it is to be put into the form, and not only to be looked at
 * @throws when the server does not say
 */
export function useFormStateOf(): (data: Values, renderAllFields: boolean) => Promise<FormState> {
  const { code: locale } = useLocale()
  const { getFormState } = useServerFunctions()
  const { collectionSlug, docPermissions, getDocPreferences, id } = useDocumentInfo()
  return useCallback(
    async (data, renderAllFields) => {
      const { state } = (await getFormState({
        ...(id === undefined ? {} : { id }),
        collectionSlug: collectionSlug!,
        data,
        docPermissions: docPermissions!,
        docPreferences: await getDocPreferences(),
        locale,
        operation: id === undefined ? 'create' : 'update',
        renderAllFields,
        schemaPath: collectionSlug!,
        skipValidation: true,
      })) as { state: FormState | null }
      if (!state) throw new Error('The form could not be made.')
      return state
    },
    [collectionSlug, docPermissions, getDocPreferences, getFormState, id, locale],
  )
}
