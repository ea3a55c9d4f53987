import type { NamedPerson } from '../../../desk/assigned.ts'
import type { ErrorEntry } from '../../../errors.ts'
import type { ListedPreview, MadePreview } from '../../../previews/make.ts'
import type { Meanwhile } from '../../../saves/meanwhile.ts'
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
  /** What was saved since a version. */
  since: (place: Place, versionId: string) => Promise<Answer<Meanwhile>>
  /** Everybody who may approve the newest text. */
  reviewers: (place: Place) => Promise<Answer<{ reviewers: NamedPerson[] }>>
  /** @param body `{ assignee, due }`: an id or null, an instant or null */
  assign: (
    place: Place,
    body: { assignee: string | null; due: string | null },
  ) => Promise<Answer<WorkflowAnswer>>
  reschedule: (body: object) => Promise<Answer<{ documents: WorkflowAnswer[] }>>
  previews: (place: Place) => Promise<Answer<{ docs: ListedPreview[] }>>
  /** @param locale language of the link */
  makePreview: (place: Place, locale: string) => Promise<Answer<MadePreview>>
  revokePreview: (id: string) => Promise<Answer<ListedPreview>>
}

/**
 * @param api address of REST, such as `/api`
 * @param language of the panel, in which reasons are worded where they are
 */
export function workflowRequests(api: string, language: string): WorkflowRequests {
  const ask = <Wanted>(address: string, body?: object): Promise<Answer<Wanted>> =>
    send<Wanted>(`${api}${address}`, language, body ? { method: 'POST', body } : {})
  return {
    standing: ({ collection, id }) => ask(`/${collection}/${id}/workflow`),
    needs: ({ collection, id }, purpose) =>
      ask(`/${collection}/${id}/workflow/needs?for=${purpose}`),
    act: ({ collection, id }, action, body) => ask(`/${collection}/${id}/workflow/${action}`, body),
    actOnSet: (action, body) => ask(`/workflow/${action}`, body),
    since: ({ collection, id }, versionId) => ask(`/${collection}/${id}/saves?since=${versionId}`),
    reviewers: ({ collection, id }) => ask(`/${collection}/${id}/workflow/reviewers`),
    assign: ({ collection, id }, body) => ask(`/${collection}/${id}/workflow/assign`, body),
    reschedule: (body) => ask('/workflow/reschedule', body),
    previews: ({ collection, id }) => ask(`/previews?collection=${collection}&id=${id}`),
    makePreview: (place, locale) => ask('/previews', { documents: [place], locale }),
    revokePreview: (id) => send(`${api}/previews/${id}`, language, { method: 'DELETE' }),
  }
}

/**
 * Asks REST with the session of whoever is signed in.
 *
 * @param language of the panel, in which reasons are worded where they are
 */
export async function send<Wanted>(
  address: string,
  language: string,
  { method = 'GET', body }: { method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'; body?: object },
): Promise<Answer<Wanted>> {
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'include',
      headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const answer = (await response.json()) as Wanted & { errors?: ErrorEntry[] }
    return response.ok ? { ok: answer } : { refused: answer.errors ?? [] }
  } catch {
    // No connection, or an answer that is no JSON: something between here and the platform.
    return { unreachable: true }
  }
}
