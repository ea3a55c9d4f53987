'use client'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import type { NeededDocument } from '../../../workflow/needs.ts'
import type { SetAction } from '../../../workflow/states.ts'
import { isForOlderTranslation, OlderTranslation } from '../translation/older-translation.tsx'
import { Became } from './became.tsx'
import { Dialog } from './dialog.tsx'
import { InstantField, noInstant, type Chosen } from './instant-field.tsx'
import { keyOf, Needed } from './needed-document.tsx'
import { Refusal } from './refusal.tsx'
import { workflowRequests, type Answer, type Place } from './requests.ts'
import { TextArea } from './text-area.tsx'
import { wordsFor } from './words.ts'

/** What is done with several documents of a list. */
export type SelectedAction = SetAction & ('submit' | 'publish' | 'schedule')

/** So many documents are asked about at a time. */
const atOnce = 4

/** Takes documents that were ticked in a list the same step, all of them or none, with what each still lacks. */
export function SelectedDialog({
  action,
  onClose,
  onDone,
  places,
}: {
  action: SelectedAction
  onClose: () => void
  onDone: () => void
  places: readonly Place[]
}) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { language } = i18n
  const words = wordsFor(language)
  const requests = useMemo(
    () => workflowRequests(config.routes.api, language),
    [config.routes.api, language],
  )
  const [documents, setDocuments] = useState<NeededDocument[] | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<Chosen>(noInstant(words))
  const [comment, setComment] = useState('')
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState<Answer<{ documents: WorkflowAnswer[] }> | null>(null)
  const [acceptsOlder, setAcceptsOlder] = useState(false)

  useEffect(() => {
    // Once, when the dialog opens: what is listed is what is sent.
    void (async () => {
      const found: NeededDocument[] = []
      for (let at = 0; at < places.length; at += atOnce) {
        const answers = await Promise.all(places.slice(at, at + atOnce).map(requests.standing))
        for (const answer of answers) if ('ok' in answer) found.push(asNeeded(answer.ok, action))
      }
      const together = withoutEachOther(found)
      setDocuments(together)
      setTicked(new Set(together.filter(({ ready }) => ready).map(keyOf)))
    })()
  }, [])

  const going = (documents ?? []).filter((document) => ticked.has(keyOf(document)))
  const submit = async () => {
    setTried(true)
    if (isBusy || going.length === 0 || (action === 'schedule' && !('instant' in chosen))) return
    setBusy(true)
    const body = {
      documents: going.map(({ collection, contentHash, id }) => ({ collection, id, contentHash })),
      ...(comment.trim() ? { comment } : {}),
      ...(action === 'schedule' && 'instant' in chosen ? { publishAt: chosen.instant } : {}),
      ...(action === 'submit' ? {} : { acceptOlderTranslation: acceptsOlder }),
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
          <Button disabled={isBusy || going.length === 0} margin={false} type="submit">
            {isBusy ? words.working : words.setCount[action](going.length)}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {words.cancel}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void submit()}
      title={words.actions[action]}
    >
      <p>{words.selectedExplained}</p>
      <p role="status">{documents ? '' : words.loading}</p>
      <ul className="workflow-set">
        {(documents ?? []).map((document) => (
          <Needed
            document={document}
            isHere={false}
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
            workflow={{ language, words }}
          />
        ))}
      </ul>
      {action === 'schedule' ? (
        <InstantField
          language={language}
          onChange={setChosen}
          problem={isTried && 'problem' in chosen ? chosen.problem : undefined}
          words={words}
        />
      ) : null}
      <TextArea
        hint={words.commentFor}
        label={words.commentOptional}
        onChange={setComment}
        value={comment}
      />
      {isForOlderTranslation(result) ? (
        <OlderTranslation
          accepted={acceptsOlder}
          collection={places[0]?.collection ?? ''}
          language={language}
          onChange={setAcceptsOlder}
          refusal={result}
        />
      ) : (
        <Refusal answer={result} collection={places[0]?.collection ?? ''} words={words} />
      )}
    </Dialog>
  )
}

function asNeeded(answer: WorkflowAnswer, wanted: SelectedAction): NeededDocument {
  const { collection, contentHash, id, live, state, title } = answer
  const reasons = answer.actions.find(({ action }) => action === wanted)?.reasons ?? []
  return { collection, contentHash, id, live, state, title, reasons, ready: reasons.length === 0 }
}

/** What only waits for another document of the set is ready with it. The platform looks again when they go. */
function withoutEachOther(documents: readonly NeededDocument[]): NeededDocument[] {
  const together = new Set(documents.map(keyOf))
  return documents.map((document) => {
    const reasons = document.reasons.filter(({ about }) => !about || !together.has(keyOf(about)))
    return { ...document, reasons, ready: reasons.length === 0 }
  })
}
