import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { NamedDocument } from '../../../workflow/uses.ts'
import { nameOf } from './name-of.ts'

/**
 * What a document is called.
 *
 * @param document such as `notices/ID`
 * @returns undefined while that is looked up, null where there is no such document or no answer
 */
export function useName(document: string, locale: string): NamedDocument | null | undefined {
  const { config } = useConfig()
  const { api } = config.routes
  const [name, setName] = useState<NamedDocument | null>()
  useEffect(() => {
    let isWanted = true
    void nameOf(api, { document, locale }).then((found) => isWanted && setName(found))
    return () => {
      isWanted = false
    }
  }, [api, document, locale])
  return name
}
