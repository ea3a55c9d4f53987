'use client'
import { getTranslation } from '@payloadcms/translations'
import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { Use, Uses } from '../../../workflow/uses.ts'
import { StateBadge } from '../workflow/state-badge.tsx'
import { usesWordsFor, type UsesWords } from './words.ts'
import './uses.css'

/** Beside the text: the documents that point at this one, each one click away. */
export function UsedIn() {
  const { collectionSlug, id } = useDocumentInfo()
  // What was never saved is used nowhere.
  return id === undefined || !collectionSlug ? null : (
    <List collection={collectionSlug} id={String(id)} key={`${collectionSlug}/${String(id)}`} />
  )
}

function List({ collection, id }: { collection: string; id: string }) {
  const { i18n } = useTranslation()
  const words = usesWordsFor(i18n.language)
  const heading = useId()
  const { found, hasFailed, lookUp } = useUses({ collection, id, language: i18n.language })
  const list = useRef<HTMLUListElement>(null)
  const left = found ? found.totalDocs - found.docs.length : 0

  const showMore = async () => {
    const before = found?.docs.length ?? 0
    await lookUp((found?.page ?? 0) + 1)
    // The button may be gone; whoever pressed it goes on with what it brought.
    list.current?.querySelectorAll('a')[before]?.focus()
  }
  return (
    <section aria-labelledby={heading} className="used-in">
      <h3 id={heading}>
        {words.usedIn}
        {found && found.totalDocs > 0 && <span> · {words.count(found.totalDocs)}</span>}
      </h3>
      <div role="status">
        {!found && !hasFailed && <p>{words.looking}</p>}
        {found?.totalDocs === 0 && <p>{words.nowhere}</p>}
      </div>
      {hasFailed && (
        <p role="alert">
          {words.failed}{' '}
          <button onClick={() => void lookUp((found?.page ?? 0) + 1)} type="button">
            {words.tryAgain}
          </button>
        </p>
      )}
      {found && found.docs.length > 0 && (
        <ul ref={list}>
          {found.docs.map((use) => (
            <OneUse key={`${use.collection}/${use.id}`} use={use} words={words} />
          ))}
        </ul>
      )}
      {left > 0 && !hasFailed && (
        <button onClick={() => void showMore()} type="button">
          {words.more(Math.min(left, 20))}
        </button>
      )}
    </section>
  )
}

function OneUse({ use, words }: { use: Use; words: UsesWords }) {
  const { config, getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const type = getEntityConfig({ collectionSlug: use.collection })?.labels.singular
  return (
    <li>
      <Link href={`${config.routes.admin}/collections/${use.collection}/${use.id}`}>
        {use.name}
      </Link>
      <p>
        {type ? getTranslation(type, i18n) : use.collection}{' '}
        <StateBadge language={i18n.language} state={use.state} />
      </p>
      <p>{where(use, words)}</p>
    </li>
  )
}

function where({ inLiveText, inNewestVersion }: Use, words: UsesWords): string {
  if (inLiveText && inNewestVersion) return words.both
  return inLiveText ? words.onlyLive : words.onlyNewest
}

/** The uses that were looked up so far: the first page at once, each further one when somebody asks. */
function useUses({
  collection,
  id,
  language,
}: {
  collection: string
  id: string
  language: string
}) {
  const { config } = useConfig()
  const [found, setFound] = useState<Uses | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const address = `${config.routes.api}/${collection}/${id}/uses`
  const locale = language.startsWith('es') ? 'es' : 'en'

  const lookUp = useCallback(
    async (page: number) => {
      const more = await pageOf(`${address}?page=${page}&locale=${locale}`)
      setFailed(more === null)
      if (more)
        setFound((before) => ({
          ...more,
          docs: page === 1 ? more.docs : [...(before?.docs ?? []), ...more.docs],
        }))
    },
    [address, locale],
  )
  useEffect(() => void lookUp(1), [lookUp])
  return { found, hasFailed, lookUp }
}

async function pageOf(address: string): Promise<Uses | null> {
  try {
    const response = await fetch(address, { cache: 'no-store', credentials: 'include' })
    return response.ok ? ((await response.json()) as Uses) : null
  } catch {
    return null
  }
}
