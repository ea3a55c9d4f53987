'use client'
import { Link } from '@payloadcms/ui'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import { defaultLocale } from '../../../locales.ts'
import { ContentHash } from './content-hash.tsx'
import { exactMomentIn, momentIn } from './moments.ts'
import { Reasons, useDocumentAddress } from './reasons.tsx'
import { StateBadge } from './state-badge.tsx'
import type { Workflow } from './use-workflow.ts'
import { useReviewAddress, useVersionAddress } from './version-addresses.ts'

/** What is known of a document: its text, what the public has, and who did what with it. */
export function Facts({
  answer,
  personId,
  workflow: { language, words },
}: {
  answer: WorkflowAnswer
  personId: string
  workflow: Workflow
}) {
  const review = useReviewAddress(answer)
  const version = useVersionAddress(answer)
  const nameOf = ({ id, name }: { id: string; name: string }) =>
    id === personId ? `${name} (${words.you})` : name
  const { contributors, publishAt } = answer
  const approvals = approvalsOf(answer)
  return (
    <>
      <Alarms answer={answer} language={language} words={words} />
      <dl className="workflow-facts">
        <dt>{words.thisText}</dt>
        <dd>
          <StateBadge language={language} state={answer.state} />
          {publishAt && <p>{words.goesLive(exactMomentIn(language, publishAt))}</p>}
        </dd>
        <dt>{words.publicText}</dt>
        <dd>
          <LiveSide answer={answer} language={language} words={words} />
          {review ? (
            <Link href={review}>{words.seeWhatChanges}</Link>
          ) : (
            <Link href={version}>{words.lookAtVersion}</Link>
          )}
        </dd>
        <dt>{words.contributors}</dt>
        <dd>
          {contributors.length === 0 ? (
            words.noContributors
          ) : (
            <>
              <Names names={contributors.map(nameOf)} />
              {words.contributorsCannotApprove}
            </>
          )}
        </dd>
        <dt>{words.approvals}</dt>
        <dd>
          {approvals.length === 0 ? (
            words.noApprovals
          ) : (
            <Names
              names={approvals.map(
                ({ at, by, contentHash }) =>
                  `${nameOf(by)}, ${momentIn(language, at)}: ${
                    contentHash === answer.contentHash ? words.approvalCounts : words.approvalLapsed
                  }`,
              )}
            />
          )}
        </dd>
        <dt>{words.version}</dt>
        <dd>{momentIn(language, answer.updatedAt)}</dd>
        <dt>{words.contentHash}</dt>
        <dd>
          <ContentHash hash={answer.contentHash} words={words} />
          <p>{words.hashMeans}</p>
        </dd>
      </dl>
    </>
  )
}

/** Approvals since the document was last public, and the one that this text became public by. */
function approvalsOf({ approvals, contentHash, history }: WorkflowAnswer) {
  const behind = history.find(
    (entry) => entry.type === 'approved' && entry.contentHash === contentHash,
  )
  if (approvals.length > 0 || !behind) return approvals
  return [
    { at: behind.at, by: { id: behind.actorId ?? '', name: behind.actorName ?? '' }, contentHash },
  ]
}

/** What somebody has to look at, before everything else. */
function Alarms({ answer: { collection, override, scheduleFailed }, language, words }: Part) {
  return (
    <>
      {scheduleFailed && (
        <div className="workflow-note workflow-note--error">
          <h3>{words.scheduleFailedTitle}</h3>
          <p>{words.scheduleFailed(momentIn(language, scheduleFailed.at))}</p>
          <Reasons collection={collection} reasons={scheduleFailed.reasons} />
        </div>
      )}
      {override && (
        <div
          className={`workflow-note ${override.confirmedBy ? '' : 'workflow-note--warning'}`.trim()}
        >
          <h3>{words.overrideTitle}</h3>
          <p>{words.overrideBy(override.by.name, momentIn(language, override.at))}</p>
          <p>
            {words.overrideReason} <q>{override.reason}</q>
          </p>
          <p>
            {override.confirmedBy
              ? words.overrideConfirmed(override.confirmedBy.name)
              : words.overrideOpen}
          </p>
        </div>
      )}
    </>
  )
}

function LiveSide({ answer, language, words }: Part) {
  const { contentHash, history, live, liveContentHash, withdrawal } = answer
  const publication = history.find(({ type }) => type === 'published')
  if (live)
    return (
      <>
        <p>
          {publication ? words.isPublicSince(momentIn(language, publication.at)) : words.isPublic}
        </p>
        <p>
          <strong>
            {contentHash === liveContentHash ? words.sameAsPublic : words.differsFromPublic}
          </strong>
        </p>
      </>
    )
  if (!withdrawal) return <p>{words.neverPublic}</p>
  return (
    <>
      <p>{words.isWithdrawn(momentIn(language, withdrawal.at), withdrawal.reason)}</p>
      <ReplacementFor language={language} replacement={withdrawal.replacement} words={words} />
    </>
  )
}

function ReplacementFor({
  replacement,
  language,
  words,
}: {
  replacement: unknown
  language: string
  words: Workflow['words']
}) {
  const addressOf = useDocumentAddress()
  if (typeof replacement !== 'object' || replacement === null) return null
  const { collection, id, sentence } = replacement as {
    collection?: string
    id?: string
    sentence?: Record<string, string>
  }
  if (collection && id)
    return (
      <p>
        {words.replacementIs}{' '}
        <Link href={addressOf({ collection, id })}>
          {collection}/{id.slice(0, 8)}
        </Link>
      </p>
    )
  const said = sentence?.[language.slice(0, 2)] ?? sentence?.[defaultLocale]
  return said ? <blockquote>{said}</blockquote> : null
}

interface Part {
  answer: WorkflowAnswer
  language: string
  words: Workflow['words']
}

function Names({ names }: { names: string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}
