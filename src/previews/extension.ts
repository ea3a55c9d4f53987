import type { PayloadRequest } from 'payload'
import { mayShowDrafts } from '../../access/previews.ts'
import { EditorialError } from '../errors.ts'

/**
 * What a GraphQL question brings along in one of its `extensions` that only the team may use; undefined for every
 * other question.
 *
 * @param told what the extension shows, for whoever may not
 * @throws EditorialError NOT_SIGNED_IN for whoever may not show drafts
 */
export async function teamExtension(
  name: 'drafts' | 'unsaved',
  { request, req, told }: { request: Request; req: PayloadRequest; told: string },
): Promise<unknown> {
  if (request.method !== 'POST') return undefined
  const body = await request.clone().text()
  // Most questions bring none, and are not read a second time.
  if (!body.includes(`"${name}"`)) return undefined
  const given = extensionIn(body, name)
  if (given === undefined) return undefined
  if (!mayShowDrafts(req.user as Parameters<typeof mayShowDrafts>[0]))
    throw new EditorialError({
      code: 'NOT_SIGNED_IN',
      message: `${told} are shown to people of the team. Sign in with a role.`,
    })
  return given
}

function extensionIn(body: string, name: string): unknown {
  try {
    const { extensions } = JSON.parse(body) as { extensions?: Record<string, unknown> }
    return extensions?.[name]
  } catch {
    // What is no JSON is refused by whoever reads the question.
    return undefined
  }
}
