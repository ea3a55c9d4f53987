'use client'
import { Button, Link } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import type { NeededDocument, Needs } from '../../../workflow/needs.ts'
import { Dialog } from './dialog.tsx'
import { InstantField, noInstant, type Chosen } from './instant-field.tsx'
import { Reasons, useDocumentAddress } from './reasons.tsx'
import { Refusal } from './refusal.tsx'
import type { Answer } from './requests.ts'
import { StateBadge } from './state-badge.tsx'
import { TextArea } from './text-area.tsx'
import type { Workflow } from './use-workflow.ts'

/**
 * Publishes a document with everything not yet public that it leads to, all of it or nothing. Shows what
 * each of them still lacks.
 */
export function TogetherDialog({
  answer,
  workflow,
  onClose,
  onDone,
}: {
  answer: WorkflowAnswer
  workflow: Workflow
  onClose: () => void
  onDone: () => void
}) {
  const { language, place, requests, words } = workflow
  const name = useId()
  const [gathered, setGathered] = useState<Answer<Needs> | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [isLater, setLater] = useState(false)
  const [chosen, setChosen] = useState<Chosen>(noInstant(words))
  const [comment, setComment] = useState('')
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState<Answer<{ documents: WorkflowAnswer[] }> | null>(null)

  useEffect(() => {
    // Once, when the dialog opens: what is listed is what is sent.
    void requests.needs(place!).then((needs) => {
      setGathered(needs)
      if ('ok' in needs)
        setTicked(new Set(needs.ok.documents.filter(({ ready }) => ready).map(keyOf)))
    })
  }, [])

  const documents = gathered && 'ok' in gathered ? gathered.ok.documents : []
  const going = documents.filter((document) => ticked.has(keyOf(document)))
  const mayPublish = !documents.some(({ reasons }) =>
    reasons.some(({ code }) => code === 'NOT_PERMITTED'),
  )

  const submit = async () => {
    setTried(true)
    if (isBusy || going.length === 0 || (isLater && !('instant' in chosen))) return
    setBusy(true)
    const body = {
      documents: going.map(({ collection, contentHash, id }) => ({
        collection,
        id,
        // Of the document on the page, the text that was on the page.
        contentHash: id === answer.id ? answer.contentHash : contentHash,
      })),
      ...(comment.trim() ? { comment } : {}),
      ...(isLater && 'instant' in chosen ? { publishAt: chosen.instant } : {}),
    }
    setResult(await requests.actOnSet(isLater ? 'schedule' : 'publish', body))
    setBusy(false)
  }

  if (result && 'ok' in result)
    return (
      <Dialog
        footer={
          <Button margin={false} type="submit">
            {words.close}
          </Button>
        }
        onClose={onDone}
        onSubmit={onDone}
        title={isLater ? words.nowScheduled : words.nowPublic}
      >
        <Became documents={result.ok.documents} language={language} />
      </Dialog>
    )

  return (
    <Dialog
      footer={
        <>
          {mayPublish && (
            <Button disabled={isBusy || going.length === 0} margin={false} type="submit">
              {isBusy
                ? words.working
                : (isLater ? words.scheduleCount : words.publishCount)(going.length)}
            </Button>
          )}
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {words.cancel}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void submit()}
      title={words.togetherTitle}
    >
      <p>{words.togetherExplained}</p>
      <p role="status">{gathered ? '' : words.gathering}</p>
      {gathered && !('ok' in gathered) && (
        <Refusal answer={gathered} collection={answer.collection} words={words} />
      )}
      <ul className="workflow-set">
        {documents.map((document) => (
          <Needed
            document={document}
            isHere={document.id === answer.id}
            isTicked={ticked.has(keyOf(document))}
            key={keyOf(document)}
            onTick={(isTicked) =>
              setTicked(
                new Set(
                  isTicked
                    ? [...ticked, keyOf(document)]
                    : [...ticked].filter((key) => key !== keyOf(document)),
                ),
              )
            }
            workflow={workflow}
          />
        ))}
      </ul>
      {gathered && 'ok' in gathered && gathered.ok.more && <p>{words.moreThanShown}</p>}
      {!mayPublish && <p className="workflow-note">{words.onlyPublishers}</p>}
      {mayPublish && documents.length > 0 && (
        <>
          <fieldset className="workflow-choices">
            <legend className="workflow-hidden">{words.when}</legend>
            {[false, true].map((later) => (
              <label key={String(later)}>
                <input
                  checked={isLater === later}
                  name={name}
                  onChange={() => setLater(later)}
                  type="radio"
                />
                {later ? words.publishLater : words.publishNow}
              </label>
            ))}
          </fieldset>
          {isLater && (
            <InstantField
              language={language}
              onChange={setChosen}
              problem={isTried && 'problem' in chosen ? chosen.problem : undefined}
              words={words}
            />
          )}
          <TextArea
            hint={words.commentFor}
            label={words.commentOptional}
            onChange={setComment}
            value={comment}
          />
        </>
      )}
      <Refusal answer={result} collection={answer.collection} words={words} />
    </Dialog>
  )
}

function Needed({
  document,
  isHere,
  isTicked,
  onTick,
  workflow: { language, words },
}: {
  document: NeededDocument
  isHere: boolean
  isTicked: boolean
  onTick: (isTicked: boolean) => void
  workflow: Workflow
}) {
  const addressOf = useDocumentAddress()
  return (
    <li>
      <label>
        <input
          checked={isTicked}
          disabled={!document.ready}
          onChange={(event) => onTick(event.target.checked)}
          type="checkbox"
        />
        <span>{document.title || document.id}</span>
      </label>
      <div className="workflow-set__facts">
        <StateBadge language={language} state={document.state} />
        {document.ready && <span>{words.ready}</span>}
        <code>{document.contentHash.slice(0, 12)}</code>
        {isHere ? (
          <span>({words.thisDocument})</span>
        ) : (
          <Link href={addressOf(document)} target="_blank">
            {words.open(document.title || document.id)}
          </Link>
        )}
      </div>
      {!document.ready && (
        <>
          <p>{words.notReady}</p>
          <Reasons collection={document.collection} reasons={document.reasons} />
        </>
      )}
    </li>
  )
}

function Became({ documents, language }: { documents: WorkflowAnswer[]; language: string }) {
  const addressOf = useDocumentAddress()
  return (
    <ul className="workflow-set">
      {documents.map((document) => (
        <li key={keyOf(document)}>
          <Link href={addressOf(document)}>{document.title}</Link>{' '}
          <StateBadge language={language} state={document.state} />
        </li>
      ))}
    </ul>
  )
}

function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`
}
