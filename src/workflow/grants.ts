import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Contributor } from './contributors.ts'

/** Leave to change the live side of one document once, in one way. Only `transition()` hands it out. */
export interface Grant {
  readonly collection: CollectionSlug
  /** What the operation is called with: the id of a version when publishing, else of the document. */
  readonly id: string
  /** What the document is afterwards. */
  readonly makes: 'published' | 'draft'
  /** What the checks read in the same transaction, so that the write need not ask for it again. */
  readonly known?: KnownBeforeWrite
}

/** What was read before a version becomes public. */
export interface KnownBeforeWrite {
  /** Who contributed to the version, as it says itself. */
  readonly contributors: readonly Contributor[]
  /** Documents that the version leads to and that are there, as `collection/id`. */
  readonly existing: ReadonlySet<string>
}

const contextKey = 'workflowGrant'
const registryKey = Symbol.for('stationmaster.workflow-grants')

/** How far each grant is used up. An object nobody granted is not in here, however it looks. */
function registry(): WeakMap<Grant, 'unused' | 'passedGuard'> {
  const shared = globalThis as { [registryKey]?: WeakMap<Grant, 'unused' | 'passedGuard'> }
  return (shared[registryKey] ??= new WeakMap())
}

/**
 * Runs one write with leave to change the live side of a document. The leave ends with the write, used or
 * not.
 */
export async function withGrant<Result>(
  req: PayloadRequest,
  terms: Grant,
  write: () => Promise<Result>,
): Promise<Result> {
  const grant = Object.freeze({ ...terms })
  registry().set(grant, 'unused')
  req.context = { ...req.context, [contextKey]: grant }
  try {
    return await write()
  } finally {
    registry().delete(grant)
    Reflect.deleteProperty(req.context, contextKey)
  }
}

/** Uses up the grant of this request, if it has one for just this write. */
export function takeGrant(
  req: PayloadRequest,
  { collection, id }: Pick<Grant, 'collection' | 'id'>,
): boolean {
  const grant = req.context[contextKey] as Grant | undefined
  if (!grant || registry().get(grant) !== 'unused') return false
  if (grant.collection !== collection || grant.id !== id) return false
  registry().set(grant, 'passedGuard')
  return true
}

/** The grant whose write has passed the guard and is under way in this request. */
export function grantInUse(req: PayloadRequest): Grant | undefined {
  const grant = req.context[contextKey] as Grant | undefined
  return grant && registry().get(grant) === 'passedGuard' ? grant : undefined
}
