'use client'
import { Button, Link, useConfig } from '@payloadcms/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { SectionPage } from '../../../desk/answer.ts'
import type { DeskRow } from '../../../desk/row.ts'
import type { ReviewAnswer } from '../../../review/answer.ts'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import { asSent } from '../comments/requests.ts'
import { KeptComments } from '../comments/kept-comments-list.tsx'
import { keptFor, type ReviewComments } from '../comments/use-review-comments.ts'
import { ContentHash } from '../workflow/content-hash.tsx'
import { Reasons } from '../workflow/reasons.tsx'
import { Refusal } from '../workflow/refusal.tsx'
import { workflowRequests, type Answer } from '../workflow/requests.ts'
import { TextArea } from '../workflow/text-area.tsx'
import { wordsFor } from '../workflow/words.ts'
import { answerOf, keyOf } from './use-review.ts'
import type { ReviewWords } from './words.ts'

/** What somebody is about to do. */
export type Deciding = 'approve' | 'return' | null

interface DecisionProps {
  /** Those that were kept go with a request for changes. */
  comments: ReviewComments
  deciding: Deciding
  /** Whether other texts are compared, so that there is nothing to decide. */
  isOther: boolean
  /** Whether what is shown is not the newest text any more. */
  isStale: boolean
  language: string
  onDone: () => void
  /** What is decided about: all of it, or none. */
  reviews: readonly ReviewAnswer[]
  setDeciding: (deciding: Deciding) => void
  words: ReviewWords
}

/** Approves exactly the text that is shown, or sends it back. */
export function Decision(props: DecisionProps) {
  const { deciding, isOther, isStale, language, reviews, setDeciding, words } = props
  const [told, setTold] = useState<string | null>(null)
  const workflows = reviews.map(({ workflow }) => workflow)
  const isAllowed = (action: 'approve' | 'return') =>
    workflows.every((workflow) => offerOf(workflow, action)?.allowed)
  const done = (sentence: string, action: 'approve' | 'return') => {
    if (action === 'return') props.comments.kept.forget(props.comments.kept.here)
    setTold(sentence)
    setDeciding(null)
    props.onDone()
  }
  return (
    <section aria-labelledby="review-decide" className="review-part review-decide">
      <h2 id="review-decide">{words.decide}</h2>
      <p role="status">{told}</p>
      {isOther ? (
        <p>{words.comparesOther}</p>
      ) : (
        <>
          {isStale ? <p className="review-note">{words.otherText}</p> : null}
          {(['approve', 'return'] as const).map((action) => {
            if (!isAllowed(action)) return null
            return deciding === action ? (
              <Act
                {...props}
                action={action}
                key={action}
                onDone={() => done(action === 'approve' ? words.approved : words.returned, action)}
              />
            ) : (
              <Button
                buttonStyle={action === 'approve' ? 'primary' : 'secondary'}
                disabled={isStale}
                key={action}
                margin={false}
                onClick={() => setDeciding(action)}
              >
                {action === 'approve' && workflows.length > 1
                  ? words.approveAll(workflows.length)
                  : words[action]}
              </Button>
            )
          })}
          {workflows
            .filter((workflow) => !offerOf(workflow, 'approve')?.allowed)
            .map((workflow) => (
              <div key={keyOf(workflow)}>
                <p>{workflows.length > 1 ? words.cannotAll(workflow.title) : words.cannot}</p>
                <Reasons
                  collection={workflow.collection}
                  reasons={offerOf(workflow, 'approve')?.reasons ?? []}
                />
              </div>
            ))}
        </>
      )}
      <NextInQueue language={language} seen={workflows.map(keyOf)} words={words} />
    </section>
  )
}

function offerOf({ actions }: WorkflowAnswer, wanted: 'approve' | 'return') {
  return actions.find(({ action }) => action === wanted)
}

function Act({
  action,
  comments,
  isStale,
  language,
  onDone,
  reviews,
  setDeciding,
  words,
}: DecisionProps & { action: 'approve' | 'return'; onDone: () => void }) {
  const { config } = useConfig()
  const requests = useMemo(
    () => workflowRequests(config.routes.api, language),
    [config.routes.api, language],
  )
  const [comment, setComment] = useState('')
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Answer<unknown> | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea, button')?.focus()
  }, [])
  const approval = reviews.length > 1 ? words.approveTheseTexts(reviews.length) : words.approveThis
  const isComplete = action === 'approve' || comment.trim() !== ''
  const seen = reviews.map(({ workflow: { collection, contentHash, id } }) => ({
    collection,
    id,
    contentHash,
    ...(action === 'return'
      ? { comments: keptFor(comments.kept, { collection, id }).map(asSent) }
      : {}),
  }))
  const [first] = seen
  const submit = async () => {
    setTried(true)
    if (!isComplete || isBusy || isStale) return
    setBusy(true)
    const said = comment.trim() ? { comment } : {}
    const result =
      seen.length > 1
        ? await requests.actOnSet(action, { documents: seen, ...said })
        : await requests.act(first!, action, {
            contentHash: first!.contentHash,
            ...(first!.comments ? { comments: first!.comments } : {}),
            ...said,
          })
    setBusy(false)
    if ('ok' in result) onDone()
    else setRefusal(result)
  }
  return (
    <form
      className="review-act"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDeciding(null)
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      ref={form}
    >
      {action === 'return' ? (
        <TextArea
          hint=""
          label={words.returnWords}
          onChange={setComment}
          problem={isTried && !isComplete ? words.fillIn : undefined}
          required
          value={comment}
        />
      ) : null}
      {action === 'return' ? (
        <div className="comments">
          <KeptComments comments={comments} />
        </div>
      ) : null}
      <Button disabled={isBusy || isStale} margin={false} type="submit">
        {isBusy ? words.working : action === 'return' ? words.send : approval}
      </Button>
      <Button buttonStyle="secondary" margin={false} onClick={() => setDeciding(null)}>
        {words.cancel}
      </Button>
      {seen.length > 1 ? (
        <>
          <p>{words.theseHashes}</p>
          <ul>
            {reviews.map(({ workflow }) => (
              <li key={keyOf(workflow)}>
                {workflow.title}:{' '}
                <ContentHash hash={workflow.contentHash} words={wordsFor(language)} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {words.hash} <ContentHash hash={first!.contentHash} words={wordsFor(language)} />
        </p>
      )}
      <Refusal answer={refusal} collection={first!.collection} words={wordsFor(language)} />
    </form>
  )
}

/** The way to the document that comes first on the desk of whoever reviews, those on the screen aside. */
function NextInQueue({
  language,
  seen,
  words,
}: Pick<DecisionProps, 'language' | 'words'> & { seen: readonly string[] }) {
  const { config } = useConfig()
  const [next, setNext] = useState<DeskRow | null>(null)
  const here = seen.join(',')
  useEffect(() => {
    const known = here.split(',')
    const asked = `/api/desk?section=review&limit=${known.length + 1}`
    void answerOf<SectionPage>(asked, language).then((answer) =>
      setNext(answer?.rows.find((row) => !known.includes(keyOf(row))) ?? null),
    )
  }, [here, language])
  return (
    <p className="review-next">
      {next ? (
        <Link href={`${config.routes.admin}/review/${keyOf(next)}`} id="review-next">
          {words.nextInQueue(next.title)}
        </Link>
      ) : (
        words.noNext
      )}
    </p>
  )
}
