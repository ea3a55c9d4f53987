'use client'
import { Button, Link } from '@payloadcms/ui'
import { useState } from 'react'
import { locales } from '../../../locales.ts'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import type { Replacement } from '../../../workflow/order.ts'
import { transitionFor, type Action, type Need } from '../../../workflow/states.ts'
import { isForOlderTranslation, OlderTranslation } from '../translation/older-translation.tsx'
import { askedOf, bodyOf, problemOf, ReviewerFields } from '../desk/reviewer-fields.tsx'
import { deskWordsFor } from '../desk/words.ts'
import { ContentHash } from './content-hash.tsx'
import { Dialog } from './dialog.tsx'
import { InstantField, noInstant, type Chosen } from './instant-field.tsx'
import { momentIn } from './moments.ts'
import { Refusal } from './refusal.tsx'
import { ReplacementField } from './replacement-field.tsx'
import type { Answer } from './requests.ts'
import { StateBadge } from './state-badge.tsx'
import { TextArea } from './text-area.tsx'
import { useReviewAddress } from './version-addresses.ts'
import type { Workflow } from './use-workflow.ts'

/**
 * Asks once more before an action, in plain words, with what it will be about: the text as it was when the
 * page was loaded. That text's hash is what is sent, so that nothing newer is acted on unread.
 */
export function ActionDialog({
  action,
  answer,
  workflow,
  onClose,
  onDone,
}: {
  action: Action
  answer: WorkflowAnswer
  workflow: Workflow
  onClose: () => void
  onDone: (answer: WorkflowAnswer) => void
}) {
  const { language, place, requests, words } = workflow
  const needs: readonly Need[] = transitionFor(action).needs
  const review = useReviewAddress(answer)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Chosen>(noInstant(words))
  const [replacement, setReplacement] = useState<Replacement | null>(null)
  const [asked, setAsked] = useState(askedOf(null))
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Answer<WorkflowAnswer> | null>(null)
  const [acceptsOlder, setAcceptsOlder] = useState(false)
  const isAboutPublic = action === 'withdraw' || action === 'confirm'
  const contentHash = isAboutPublic
    ? (answer.liveContentHash ?? answer.contentHash)
    : answer.contentHash
  const isElsewhere = contentHash !== answer.contentHash

  const needsText = needs.includes('comment') || needs.includes('reason')
  const deskWords = deskWordsFor(language)
  const askingProblem = action === 'submit' ? problemOf(asked, deskWords) : undefined
  const isComplete =
    !askingProblem &&
    (!needsText || text.trim() !== '') &&
    (!needs.includes('publishAt') || 'instant' in chosen) &&
    (!needs.includes('replacement') || replacement !== null)

  const submit = async () => {
    setTried(true)
    if (!isComplete || isBusy) return
    setBusy(true)
    const body = {
      contentHash,
      ...(text.trim() ? { [needs.includes('reason') ? 'reason' : 'comment']: text } : {}),
      ...('instant' in chosen ? { publishAt: chosen.instant } : {}),
      ...(replacement ? { replacement } : {}),
      ...(needs.includes('translation') ? { acceptOlderTranslation: acceptsOlder } : {}),
      ...(action === 'submit' ? bodyOf(asked) : {}),
    }
    const result = await requests.act(place!, action, body)
    setBusy(false)
    if ('ok' in result) onDone(result.ok)
    else setRefusal(result)
  }

  return (
    <Dialog
      footer={
        <>
          <Button disabled={isBusy} margin={false} type="submit">
            {isBusy ? words.working : words.actions[action]}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {words.cancel}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void submit()}
      title={`${words.actions[action]}: ${answer.title}`}
    >
      <p>{words.consequences[action]}</p>
      <section className="workflow-seen">
        <h3>{words.actOn}</h3>
        <dl>
          <dt>{words.contentHash}</dt>
          <dd>
            <ContentHash hash={contentHash} words={words} />
          </dd>
          {!isElsewhere && (
            <>
              <dt>{words.thisText}</dt>
              <dd>
                <StateBadge language={language} state={answer.state} />
              </dd>
              <dt>{words.version}</dt>
              <dd>{momentIn(language, answer.updatedAt)}</dd>
              {answer.contributors.length > 0 && (
                <>
                  <dt>{words.contributors}</dt>
                  <dd>{answer.contributors.map(({ name }) => name).join(', ')}</dd>
                </>
              )}
            </>
          )}
        </dl>
        <p>{words.inAllLanguages(languageNames(language))}</p>
        {isElsewhere && <p className="workflow-note workflow-note--warning">{words.actOnPublic}</p>}
        {review && (
          <Link href={review} target="_blank">
            {words.seeWhatChanges}
          </Link>
        )}
      </section>
      {needs.includes('publishAt') && (
        <InstantField
          language={language}
          onChange={setChosen}
          problem={isTried && 'problem' in chosen ? chosen.problem : undefined}
          words={words}
        />
      )}
      {needs.includes('replacement') && (
        <ReplacementField
          onChange={setReplacement}
          problem={isTried && !replacement ? words.chooseOne : undefined}
          sentenceProblem={isTried && !replacement ? words.fillIn : undefined}
        />
      )}
      {action === 'submit' && (
        <ReviewerFields
          asked={asked}
          label={deskWords.askSomebody}
          onChange={setAsked}
          place={place!}
          problem={isTried ? askingProblem : undefined}
          requests={requests}
          words={deskWords}
        />
      )}
      <TextArea
        hint={hintFor(action, needs, words)}
        label={
          needs.includes('comment')
            ? words.changesWanted
            : needs.includes('reason')
              ? words.reason
              : words.commentOptional
        }
        onChange={setText}
        problem={isTried && needsText && text.trim() === '' ? words.fillIn : undefined}
        required={needsText}
        value={text}
      />
      {isForOlderTranslation(refusal) ? (
        <OlderTranslation
          accepted={acceptsOlder}
          collection={answer.collection}
          language={language}
          onChange={setAcceptsOlder}
          refusal={refusal}
        />
      ) : (
        <Refusal answer={refusal} collection={answer.collection} words={words} />
      )}
    </Dialog>
  )
}

/** The languages content is written in, as the panel's language calls them. */
function languageNames(language: string): string {
  return locales.map(({ label }) => label[language.startsWith('es') ? 'es' : 'en']).join(', ')
}

function hintFor(action: Action, needs: readonly Need[], words: Workflow['words']): string {
  if (action === 'withdraw') return `${words.reasonForReaders} ${words.reasonFor}`
  if (needs.includes('comment')) return words.changesWantedFor
  return needs.includes('reason') ? words.reasonFor : words.commentFor
}
