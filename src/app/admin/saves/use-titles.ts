'use client'
import { useConfig, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { namedIn, type InWords, type Titles } from './shown-value.tsx'

/** Most documents of one type whose titles are looked up. */
const most = 200

/** The titles of the documents that values name; of one that is not known, nothing. */
export function useTitles(values: readonly InWords[]): Titles {
  const { config, getEntityConfig } = useConfig()
  const { code: locale } = useLocale()
  const [titles, setTitles] = useState<Titles>(new Map())
  const names = [...new Set(values.flatMap(namedIn))].sort().join(' ')

  useEffect(() => {
    if (names === '') return undefined
    const abort = new AbortController()
    const byType = new Map<string, string[]>()
    for (const name of names.split(' ')) {
      const [collection = '', id = ''] = name.split('/')
      byType.set(collection, [...(byType.get(collection) ?? []), id])
    }
    const look = async ([collection, ids]: [string, string[]]) => {
      const title = getEntityConfig({ collectionSlug: collection })?.admin.useAsTitle ?? 'id'
      const query = new URLSearchParams({
        depth: '0',
        draft: 'true',
        limit: String(most),
        locale,
        'where[id][in]': ids.slice(0, most).join(','),
        [`select[${title}]`]: 'true',
      })
      const response = await fetch(`${config.routes.api}/${collection}?${query.toString()}`, {
        credentials: 'include',
        signal: abort.signal,
      })
      const { docs = [] } = (await response.json()) as { docs?: Record<string, unknown>[] }
      return docs.map(
        (doc) => [`${collection}/${String(doc['id'])}`, String(doc[title] ?? '')] as const,
      )
    }
    void Promise.all([...byType].map(look)).then(
      (found) => setTitles(new Map(found.flat())),
      // Without titles, documents are called by their ids.
      () => undefined,
    )
    return () => abort.abort()
  }, [config.routes.api, getEntityConfig, locale, names])
  return titles
}
