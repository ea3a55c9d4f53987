'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import type { Needs, SetPurpose } from '../../../workflow/needs.ts'
import type { Replacement } from '../../../workflow/order.ts'
import { isForOlderTranslation, OlderTranslation } from '../translation/older-translation.tsx'
import { Became } from './became.tsx'
import { Dialog } from './dialog.tsx'
import { InstantField, noInstant, type Chosen } from './instant-field.tsx'
import { keyOf, Needed } from './needed-document.tsx'
import { Refusal } from './refusal.tsx'
import { ReplacementField } from './replacement-field.tsx'
import type { Answer } from './requests.ts'
import { TextArea } from './text-area.tsx'
import type { Workflow } from './use-workflow.ts'

/**
 * Takes a document together with others, all of them or none: publishes it, now or at a set time, with
 * everything not yet public that it leads to, or withdraws it with everything public that leads to it.
 * Shows what each of them still lacks.
 */
export function TogetherDialog({
  answer,
  purpose,
  workflow,
  onClose,
  onDone,
}: {
  answer: WorkflowAnswer
  purpose: SetPurpose
  workflow: Workflow
  onClose: () => void
  onDone: () => void
}) {
  const { language, place, requests, words } = workflow
  const isWithdrawal = purpose === 'withdraw'
  const [gathered, setGathered] = useState<Answer<Needs> | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [isLater, setLater] = useState(false)
  const [chosen, setChosen] = useState<Chosen>(noInstant(words))
  const [replacement, setReplacement] = useState<Replacement | null>(null)
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState<Answer<{ documents: WorkflowAnswer[] }> | null>(null)
  const [acceptsOlder, setAcceptsOlder] = useState(false)
  const action = isWithdrawal ? 'withdraw' : isLater ? 'schedule' : 'publish'

  useEffect(() => {
    // Once, when the dialog opens: what is listed is what is sent.
    void requests.needs(place!, purpose).then((needs) => {
      setGathered(needs)
      if (!('ok' in needs)) return
      const ready = needs.ok.documents.filter((document) => document.ready)
      // What somebody came to publish needs the others. What is to go takes others along only when it is said.
      setTicked(new Set(ready.filter(({ id }) => !isWithdrawal || id === answer.id).map(keyOf)))
    })
  }, [])

  const documents = gathered && 'ok' in gathered ? gathered.ok.documents : []
  const ready = documents.filter((document) => document.ready)
  const going = documents.filter((document) => ticked.has(keyOf(document)))
  const isPermitted = !documents.some(({ reasons }) =>
    reasons.some(({ code }) => code === 'NOT_PERMITTED'),
  )
  const isComplete = isWithdrawal
    ? replacement !== null && text.trim() !== ''
    : !isLater || 'instant' in chosen

  const submit = async () => {
    setTried(true)
    if (isBusy || going.length === 0 || !isComplete) return
    setBusy(true)
    const body = {
      documents: going.map(({ collection, contentHash, id }) => ({
        collection,
        id,
        // Of the document on the page, the text that was on the page.
        contentHash: id === answer.id ? seenHash(answer, purpose) : contentHash,
      })),
      ...(text.trim() ? { [isWithdrawal ? 'reason' : 'comment']: text } : {}),
      ...(action === 'schedule' && 'instant' in chosen ? { publishAt: chosen.instant } : {}),
      ...(isWithdrawal ? { replacement } : { acceptOlderTranslation: acceptsOlder }),
    }
    setResult(await requests.actOnSet(action, body))
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
        title={words.setIsDone[action]}
      >
        <Became documents={result.ok.documents} language={language} />
      </Dialog>
    )

  return (
    <Dialog
      footer={
        <>
          {isPermitted && (
            <Button disabled={isBusy || going.length === 0} margin={false} type="submit">
              {isBusy ? words.working : words.setCount[action](going.length)}
            </Button>
          )}
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {words.cancel}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void submit()}
      title={words.setTitle[purpose]}
    >
      <p>{words.setExplained[purpose]}</p>
      <p role="status">{gathered ? '' : words.setGathering[purpose]}</p>
      {gathered && !('ok' in gathered) && (
        <Refusal answer={gathered} collection={answer.collection} words={words} />
      )}
      {ready.length > 2 && (
        <button
          className="workflow-small-button"
          onClick={() => setTicked(new Set(going.length < ready.length ? ready.map(keyOf) : []))}
          type="button"
        >
          {going.length < ready.length ? words.tickAll(ready.length) : words.tickNone}
        </button>
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
      {gathered && 'ok' in gathered && gathered.ok.more && <p>{words.moreThanShown[purpose]}</p>}
      {!isPermitted && <p className="workflow-note">{words.onlyPublishers[purpose]}</p>}
      {isPermitted && documents.length > 0 && (
        <>
          {isWithdrawal ? (
            <ReplacementField
              onChange={setReplacement}
              problem={isTried && !replacement ? words.chooseOne : undefined}
              sentenceProblem={isTried && !replacement ? words.fillIn : undefined}
            />
          ) : (
            <NowOrLater isLater={isLater} onChange={setLater} words={words} />
          )}
          {action === 'schedule' && (
            <InstantField
              language={language}
              onChange={setChosen}
              problem={isTried && 'problem' in chosen ? chosen.problem : undefined}
              words={words}
            />
          )}
          <TextArea
            hint={isWithdrawal ? `${words.reasonForReaders} ${words.reasonFor}` : words.commentFor}
            label={isWithdrawal ? words.reason : words.commentOptional}
            onChange={setText}
            problem={isTried && isWithdrawal && text.trim() === '' ? words.fillIn : undefined}
            required={isWithdrawal}
            value={text}
          />
        </>
      )}
      {isForOlderTranslation(result) ? (
        <OlderTranslation
          accepted={acceptsOlder}
          collection={answer.collection}
          language={language}
          onChange={setAcceptsOlder}
          refusal={result}
        />
      ) : (
        <Refusal answer={result} collection={answer.collection} words={words} />
      )}
    </Dialog>
  )
}

function NowOrLater({
  isLater,
  onChange,
  words,
}: {
  isLater: boolean
  onChange: (isLater: boolean) => void
  words: Workflow['words']
}) {
  const name = useId()
  return (
    <fieldset className="workflow-choices">
      <legend className="workflow-hidden">{words.when}</legend>
      {[false, true].map((later) => (
        <label key={String(later)}>
          <input
            checked={isLater === later}
            name={name}
            onChange={() => onChange(later)}
            type="radio"
          />
          {later ? words.publishLater : words.publishNow}
        </label>
      ))}
    </fieldset>
  )
}

function seenHash({ contentHash, liveContentHash }: WorkflowAnswer, purpose: SetPurpose): string {
  return purpose === 'withdraw' ? (liveContentHash ?? contentHash) : contentHash
}
