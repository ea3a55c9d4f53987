import Link from 'next/link.js'
import type { CollectionSlug, Payload, TypedUser, Where } from 'payload'
import { isEditor, isPublisher, isReviewer, isStaff, type Actor } from '../../../../access/roles.ts'
import { wordsFor, type PanelWords } from './words.ts'
import './workflow.css'

/** What waits for whoever looks at the dashboard, with the way to each list. */
export async function WaitingForYou({
  payload,
  user,
  i18n,
}: {
  payload: Payload
  user: TypedUser | null
  i18n: { language: string }
}) {
  const actor = user as Actor
  if (!isStaff(actor)) return null
  const words = wordsFor(i18n.language)
  const waiting: { text: string; where: Record<string, string> }[] = []
  for (const { field, value, isFor, text } of kinds) {
    if (!isFor(actor)) continue
    const where: Where = { [field]: { equals: value } }
    const { totalDocs } = await payload.count({
      collection: 'workflow-states' as CollectionSlug,
      overrideAccess: false,
      user: user!,
      where,
    })
    if (totalDocs > 0)
      waiting.push({ text: text(words)(totalDocs), where: { [field]: String(value) } })
  }
  return (
    <section aria-labelledby="waiting-for-you" className="workflow-waiting">
      <h2 id="waiting-for-you">{words.waitingForYou}</h2>
      {waiting.length === 0 && <p>{words.nothingWaits}</p>}
      <ul>
        {waiting.map(({ text, where }) => (
          <li key={text}>
            <Link href={queue(payload, where)}>{text}</Link>
          </li>
        ))}
      </ul>
      <p>
        <Link href={queue(payload, {})}>{words.wholeQueue}</Link>
      </p>
    </section>
  )
}

interface Kind {
  field: string
  value: string | boolean
  isFor: (actor: Actor) => boolean
  text: (words: PanelWords) => (count: number) => string
}

const kinds: readonly Kind[] = [
  { field: 'state', value: 'inReview', isFor: isReviewer, text: ({ toReview }) => toReview },
  { field: 'state', value: 'approved', isFor: isPublisher, text: ({ toPublish }) => toPublish },
  {
    field: 'state',
    value: 'changesRequested',
    isFor: isEditor,
    text: ({ toRevise }) => toRevise,
  },
  {
    field: 'scheduleFailed',
    value: true,
    isFor: isStaff,
    text: ({ failedSchedules }) => failedSchedules,
  },
  {
    field: 'openOverride',
    value: true,
    isFor: isStaff,
    text: ({ openOverrides }) => openOverrides,
  },
]

function queue({ config }: Payload, where: Record<string, string>): string {
  const query = new URLSearchParams(
    Object.entries(where).map(([field, value]) => [
      `where[or][0][and][0][${field}][equals]`,
      value,
    ]),
  )
  return `${config.routes.admin}/collections/workflow-states?${query.toString()}`
}
