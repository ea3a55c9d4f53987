import type { ErrorEntry } from '../../../errors.ts'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import type { Needs, SetPurpose } from '../../../workflow/needs.ts'
import type { Action, SetAction } from '../../../workflow/states.ts'

/** Which document, as addresses name it. */
export interface Place {
  collection: string
  id: string
}

/** What the platform answered: what was asked for, or every reason why not. */
export type Answer<Wanted> = { ok: Wanted } | { refused: ErrorEntry[] } | { unreachable: true }

/** Asks the workflow's REST interface with the session of whoever is signed in. */
export interface WorkflowRequests {
  standing: (place: Place) => Promise<Answer<WorkflowAnswer>>
  needs: (place: Place, purpose: SetPurpose) => Promise<Answer<Needs>>
  act: (place: Place, action: Action, body: object) => Promise<Answer<WorkflowAnswer>>
  actOnSet: (action: SetAction, body: object) => Promise<Answer<{ documents: WorkflowAnswer[] }>>
}

/**
 * @param api address of REST, such as `/api`
 * @param language of the panel, in which reasons are worded where they are
 */
export function workflowRequests(api: string, language: string): WorkflowRequests {
  const ask = <Wanted>(address: string, body?: object): Promise<Answer<Wanted>> =>
    send<Wanted>(`${api}${address}`, language, body)
  return {
    standing: ({ collection, id }) => ask(`/${collection}/${id}/workflow`),
    needs: ({ collection, id }, purpose) =>
      ask(`/${collection}/${id}/workflow/needs?for=${purpose}`),
    act: ({ collection, id }, action, body) => ask(`/${collection}/${id}/workflow/${action}`, body),
    actOnSet: (action, body) => ask(`/workflow/${action}`, body),
  }
}

async function send<Wanted>(
  address: string,
  language: string,
  body: object | undefined,
): Promise<Answer<Wanted>> {
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'include',
      headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    const answer = (await response.json()) as Wanted & { errors?: ErrorEntry[] }
    return response.ok ? { ok: answer } : { refused: answer.errors ?? [] }
  } catch {
    // No connection, or an answer that is no JSON: something between here and the platform.
    return { unreachable: true }
  }
}
