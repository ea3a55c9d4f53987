'use client'
import { Button, useLocale } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { ListedPreview, MadePreview } from '../../../previews/make.ts'
import { exactMomentIn } from './moments.ts'
import { Refusal } from './refusal.tsx'
import type { Answer, Place } from './requests.ts'
import type { Workflow } from './use-workflow.ts'

/**
 * Shows this document's newest draft to people who have no account: makes the link, and lists those that have
 * not ended, to revoke them.
 */
export function Previews({ place, workflow }: { place: Place; workflow: Workflow }) {
  const { words } = workflow
  const heading = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const { isBusy, made, make, previews, refused, revoke, told } = usePreviews(place, workflow)
  return (
    <section aria-labelledby={heading} className="workflow-previews">
      <h3 id={heading} ref={title} tabIndex={-1}>
        {words.previews}
      </h3>
      <p>{words.previewMeans}</p>
      <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={() => void make()}>
        {words.preview}
      </Button>
      <p className="workflow-panel__told" role="status">
        {told}
      </p>
      <Refusal answer={refused} collection={place.collection} words={words} />
      {made && <NewPreview made={made} workflow={workflow} />}
      {previews.length > 0 && (
        <ActivePreviews
          isBusy={isBusy}
          onRevoke={(id) => void revoke(id).then(() => title.current?.focus())}
          previews={previews}
          workflow={workflow}
        />
      )}
    </section>
  )
}

function usePreviews({ collection, id }: Place, { language, requests, words }: Workflow) {
  const { code: locale } = useLocale()
  const [previews, setPreviews] = useState<ListedPreview[]>([])
  const [made, setMade] = useState<MadePreview | null>(null)
  const [refused, setRefused] = useState<Answer<unknown> | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const list = useCallback(async () => {
    const answer = await requests.previews({ collection, id })
    if ('ok' in answer) setPreviews(answer.ok.docs)
  }, [collection, id, requests])
  useEffect(() => void list(), [list])

  const attempt = async <Wanted,>(ask: Promise<Answer<Wanted>>, done: (ok: Wanted) => void) => {
    setBusy(true)
    setTold(null)
    const answer = await ask
    setRefused('ok' in answer ? null : answer)
    if ('ok' in answer) done(answer.ok)
    await list()
    setBusy(false)
  }
  return {
    isBusy,
    made,
    previews,
    refused,
    told,
    make: () =>
      attempt(requests.makePreview({ collection, id }, locale), (preview) => {
        setMade(preview)
        setTold(words.previewReady(exactMomentIn(language, preview.expiresAt)))
      }),
    revoke: (previewId: string) =>
      attempt(requests.revokePreview(previewId), () => {
        if (made?.id === previewId) setMade(null)
        setTold(words.previewRevoked)
      }),
  }
}

/** What was just made. Its token is shown nowhere else, and never again. */
function NewPreview({ made, workflow }: { made: MadePreview; workflow: Workflow }) {
  const { words } = workflow
  const [isCopied, setCopied] = useState(false)
  const first = useRef<HTMLAnchorElement & HTMLButtonElement>(null)
  useEffect(() => {
    setCopied(false)
    first.current?.focus()
  }, [made.id])
  const copy = () =>
    void navigator.clipboard.writeText(made.url ?? made.token).then(() => setCopied(true))
  return (
    <div className="workflow-note">
      {made.url ? (
        <a href={made.url} ref={first} rel="noreferrer" target="_blank">
          {words.openPreview}
        </a>
      ) : (
        <p>{words.previewWithoutLink}</p>
      )}
      <p>
        <button
          className="workflow-small-button"
          onClick={copy}
          ref={made.url ? null : first}
          type="button"
        >
          {made.url ? words.copyLink : words.copyToken}
        </button>{' '}
        <span role="status">{isCopied ? words.copied : ''}</span>
      </p>
      <p>{words.previewOnce}</p>
    </div>
  )
}

function ActivePreviews({
  isBusy,
  onRevoke,
  previews,
  workflow,
}: {
  isBusy: boolean
  onRevoke: (id: string) => void
  previews: ListedPreview[]
  workflow: Workflow
}) {
  const { language, words } = workflow
  const heading = useId()
  return (
    <>
      <h4 id={heading}>{words.activePreviews}</h4>
      <ul aria-labelledby={heading}>
        {previews.map((preview) => {
          const ends = words.previewEnds(exactMomentIn(language, preview.expiresAt))
          return (
            <li key={preview.id}>
              <p>{ends}</p>
              <p>
                {words.previewBy(preview.by.name)} {words.previewUsed(preview.timesUsed)}
              </p>
              <button
                className="workflow-small-button"
                disabled={isBusy}
                onClick={() => onRevoke(preview.id)}
                type="button"
              >
                {words.revoke}
                <span className="workflow-hidden"> ({ends})</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
