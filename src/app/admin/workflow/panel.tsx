'use client'
import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useRef } from 'react'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import { AssignmentLine } from '../desk/assignment.tsx'
import { ActionDialog } from './action-dialog.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { nextSteps } from './next-steps.ts'
import { Previews } from './previews.tsx'
import { Reasons } from './reasons.tsx'
import { ReloadButton } from './refusal.tsx'
import { TogetherDialog } from './together-dialog.tsx'
import { forget, useWorkflow, type Workflow } from './use-workflow.ts'
import '../desk/desk.css'
import './workflow.css'

/**
 * Where a document stands in the review workflow, what whoever looks may do with it and why not more, and
 * what happened to it. It stands beside the text, in the sidebar of every content type.
 */
export function WorkflowPanel() {
  const workflow = useWorkflow()
  const { place, share, words } = workflow
  const heading = useRef<HTMLHeadingElement>(null)
  const load = useLoading(workflow)

  return (
    <section aria-labelledby="workflow" className="workflow-panel">
      <h2 id="workflow" ref={heading} tabIndex={-1}>
        {words.review}
      </h2>
      <p className="workflow-panel__told" role="status">
        {workflow.told}
      </p>
      {!place && <p>{words.notSavedYet}</p>}
      {place && workflow.isLoading && !workflow.answer && <p>{words.loading}</p>}
      {workflow.hasFailed && (
        <div className="workflow-note workflow-note--error">
          <p>{words.failed}</p>
          <button className="workflow-small-button" onClick={load} type="button">
            {words.tryAgain}
          </button>
        </div>
      )}
      {workflow.answer && (
        <>
          <Standing answer={workflow.answer} load={load} workflow={workflow} />
          <Opened
            answer={workflow.answer}
            focusPanel={() => heading.current?.focus()}
            key={workflow.opened}
            load={load}
            share={share}
            workflow={workflow}
          />
        </>
      )}
    </section>
  )
}

/** Asks where the document stands when the page is loaded, and after each save. */
function useLoading({ place, requests, share }: Workflow): () => void {
  const { data } = useDocumentInfo()
  const collection = place?.collection
  const id = place?.id
  const load = () => {
    if (!place) return
    share({ isLoading: true, hasFailed: false })
    void requests.standing(place).then((result) =>
      share({
        isLoading: false,
        hasFailed: !('ok' in result),
        ...('ok' in result ? { answer: result.ok } : {}),
      }),
    )
  }
  // The text on the page decides when to ask, and nothing else does.
  useEffect(load, [collection, id, data?.updatedAt])
  useEffect(
    () => () => {
      if (collection && id) forget({ collection, id })
    },
    [collection, id],
  )
  return load
}

function Standing({
  answer,
  load,
  workflow,
}: {
  answer: WorkflowAnswer
  load: () => void
  workflow: Workflow
}) {
  const { user } = useAuth()
  const { isCurrent, isLoading, isModified, words } = workflow
  return (
    <>
      {!isCurrent && !isLoading && (
        <div className="workflow-note workflow-note--warning" role="alert">
          <p>{isModified ? words.pageIsOldTyped : words.pageIsOld}</p>
          {/* Loading the page anew would lose what was typed. */}
          {!isModified && <ReloadButton words={words} />}
        </div>
      )}
      {isModified && (
        <p className="workflow-note workflow-note--warning" id="workflow-save-first">
          {words.saveFirst}
        </p>
      )}
      <Facts answer={answer} personId={String(user?.id)} workflow={workflow} />
      {answer.state === 'inReview' && (
        <AssignmentLine
          canTakeOver={answer.actions.some(
            ({ action, allowed }) => action === 'approve' && allowed,
          )}
          document={answer}
          onChanged={load}
          personId={String(user?.id)}
        />
      )}
      <Actions answer={answer} workflow={workflow} />
      {workflow.place && <Previews place={workflow.place} workflow={workflow} />}
      <History answer={answer} workflow={workflow} />
    </>
  )
}

function Actions({ answer, workflow }: { answer: WorkflowAnswer; workflow: Workflow }) {
  const { canAct, isModified, share, words } = workflow
  const { available, elsewhere, needsOthers, primary, takesOthers, unavailable } = nextSteps(answer)
  const describedBy = isModified ? { 'aria-describedby': 'workflow-save-first' } : {}
  return (
    <>
      <section className="workflow-actions">
        <h3>{words.whatNow}</h3>
        {available.length === 0 && !needsOthers && !takesOthers && <p>{words.nothingNow}</p>}
        {available.map(({ action }) => (
          <Button
            buttonStyle={action === primary ? 'primary' : 'secondary'}
            disabled={!canAct}
            extraButtonProps={describedBy}
            key={action}
            margin={false}
            onClick={() => share({ opened: action, told: null })}
          >
            {words.actions[action]}
          </Button>
        ))}
        {needsOthers && (
          <>
            <Button
              buttonStyle={primary === 'publishTogether' ? 'primary' : 'secondary'}
              disabled={!canAct}
              extraButtonProps={describedBy}
              margin={false}
              onClick={() => share({ opened: 'publishTogether', told: null })}
            >
              {words.publishTogether}
            </Button>
            <p>{words.togetherHint}</p>
          </>
        )}
        {takesOthers && (
          <>
            <Button
              buttonStyle="secondary"
              disabled={!canAct}
              extraButtonProps={describedBy}
              margin={false}
              onClick={() => share({ opened: 'withdrawTogether', told: null })}
            >
              {words.withdrawTogether}
            </Button>
            <p>{words.withdrawTogetherHint}</p>
          </>
        )}
      </section>
      {unavailable.length > 0 && (
        <section>
          <h3>{words.whyNot}</h3>
          <Refused collection={answer.collection} offers={unavailable} words={words} />
        </section>
      )}
      {elsewhere.length > 0 && (
        <details>
          <summary>{words.otherStages(elsewhere.length)}</summary>
          <Refused collection={answer.collection} offers={elsewhere} words={words} />
        </details>
      )}
    </>
  )
}

function Refused({
  offers,
  collection,
  words,
}: {
  offers: WorkflowAnswer['actions']
  collection: string
  words: Workflow['words']
}) {
  return (
    <dl className="workflow-refused">
      {offers.map(({ action, reasons }) => (
        <div key={action}>
          <dt>{words.actions[action]}</dt>
          <dd>
            <Reasons collection={collection} reasons={reasons} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The dialog that is open, if one is, with the text that was on the page when it was opened. */
function Opened({
  answer,
  workflow,
  share,
  load,
  focusPanel,
}: {
  answer: WorkflowAnswer
  workflow: Workflow
  share: Workflow['share']
  load: () => void
  focusPanel: () => void
}) {
  const router = useRouter()
  // Kept as it was: nothing that is saved meanwhile gets into the dialog.
  const seen = useRef(answer).current
  const { opened, words } = workflow
  if (!opened) return null
  const close = () => share({ opened: null })
  // Publishing makes a new version of the same text; the page has to know it to be current.
  const finish = (told: string | null, now?: WorkflowAnswer) => {
    share({ opened: null, told, ...(now ? { answer: now, isLoading: isNewer(now, seen) } : {}) })
    if (!now) load()
    router.refresh()
    setTimeout(focusPanel)
  }
  return opened === 'publishTogether' || opened === 'withdrawTogether' ? (
    <TogetherDialog
      answer={seen}
      onClose={close}
      onDone={() => finish(null)}
      purpose={opened === 'withdrawTogether' ? 'withdraw' : 'publish'}
      workflow={workflow}
    />
  ) : (
    <ActionDialog
      action={opened}
      answer={seen}
      onClose={close}
      onDone={(now) => finish(words.done[opened], now)}
      workflow={workflow}
    />
  )
}

function isNewer(now: WorkflowAnswer, before: WorkflowAnswer): boolean {
  return now.updatedAt !== before.updatedAt
}
