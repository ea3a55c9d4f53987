import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/roles.ts'
import { reasonsAgainst } from '../workflow/checks.ts'
import type { Situation } from '../workflow/situation.ts'
import type { Action } from '../workflow/states.ts'
import { holdsRoleOf, rowFor, type Audience, type Kind } from './kinds.ts'
import { everybody, type Colleague } from './people.ts'
import { tell, tellEach, type Doer } from './tell.ts'
import type { ToldDocument } from './rows.ts'

/** What an action is told as. Of an action that is not here nobody is told. */
const toldAs: Partial<Record<Action, readonly Kind[]>> = {
  submit: ['submitted'],
  approve: ['approved'],
  return: ['returned'],
  publish: ['published'],
  override: ['overridden', 'published'],
}

/** A step that documents took together, or one alone. */
interface Step {
  action: Action
  /** Each document before and after it. */
  documents: readonly { before: Situation; after: Situation }[]
  /** Who took it; null for the platform, as scheduled. */
  by: Doer | null
  comment: string | null
  /** In the transaction of the step. */
  req: PayloadRequest
}

/**
 * Tells of a step of the workflow, each person of those documents that concern them, and nobody twice of the same
 * step.
 */
export async function tellOfStep({ action, by, comment, documents, req }: Step): Promise<void> {
  const kinds = toldAs[action] ?? []
  if (kinds.length === 0) return
  const team = await everybody(req)
  const told = new Set<string>()
  for (const kind of kinds) {
    const shares = new Map<string, ToldDocument[]>()
    for (const document of documents)
      for (const id of await concerned({ kind, document, team, req }))
        if (!told.has(id)) shares.set(id, [...(shares.get(id) ?? []), document.after])
    await tellEach({ kind, shares, by, detail: comment, req, team })
    for (const id of shares.keys()) told.add(id)
  }
}

/** Tells of a scheduled publication that failed, in the transaction that marks it. */
export async function tellOfFailedSchedule({
  documents,
  reasons,
  scheduledBy,
  req,
}: {
  documents: readonly ToldDocument[]
  /** Why, in sentences. */
  reasons: readonly string[]
  /** The account that scheduled it. */
  scheduledBy: string
  req: PayloadRequest
}): Promise<void> {
  const publishers = (await everybody(req)).filter((one) => holdsRoleOf('publishers', one))
  await tell({
    kind: 'scheduleFailed',
    document: documents,
    people: [...new Set([scheduledBy, ...publishers.map(({ id }) => String(id))])],
    by: null,
    detail: [...new Set(reasons)].join('\n'),
    req,
  })
}

interface Concern {
  kind: Kind
  document: { before: Situation; after: Situation }
  team: readonly Colleague[]
  req: PayloadRequest
}

/** Ids of everybody in the audiences of a kind, as far as a step of the workflow knows them. */
async function concerned({ kind, ...concern }: Concern): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const audience of rowFor(kind).to)
    for (const id of await membersOf(audience, concern)) ids.add(id)
  return ids
}

async function membersOf(
  audience: Audience,
  { document: { after, before }, req, team }: Omit<Concern, 'kind'>,
): Promise<string[]> {
  if (audience === 'contributors') return before.working.contributors.map(({ id }) => id)
  const holders = team.filter((one) => holdsRoleOf(audience, one))
  if (audience !== 'approvers') return holders.map(({ id }) => String(id))
  const approvers: string[] = []
  for (const { id, ...reviewer } of holders) {
    const actor = { id, ...reviewer } as Actor
    const against = await reasonsAgainst({ action: 'approve', actor, situation: after, req })
    if (against.length === 0) approvers.push(String(id))
  }
  return approvers
}
