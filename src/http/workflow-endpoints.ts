import type { Endpoint, PayloadRequest } from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { tagOf } from '../saves/base.ts'
import { assign } from '../workflow/assign.ts'
import { workflowAnswer, type WorkflowAnswer } from '../workflow/answer.ts'
import { readPurpose, whatItNeeds } from '../workflow/needs.ts'
import { reviewersOf } from '../workflow/reviewers.ts'
import { readSituation, type Situation } from '../workflow/situation.ts'
import { actions, isAction, isSetAction, setActions } from '../workflow/states.ts'
import { reschedule, transition, transitionSet } from '../workflow/transition.ts'

/** The workflow of one document, below the address of its content type. */
export const documentWorkflowEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/:id/workflow',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req)
      return standing(await workflowAnswer(await readSituation({ ...placeOf(req), req }), req))
    },
  },
  {
    path: '/:id/workflow/needs',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req)
      const purpose = readPurpose(req.searchParams?.get('for'))
      return Response.json(await whatItNeeds({ ...placeOf(req), purpose, req }))
    },
  },
  {
    path: '/:id/workflow/reviewers',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req)
      const situation = await readSituation({ ...placeOf(req), req })
      return Response.json({ reviewers: await reviewersOf(situation, req) })
    },
  },
  {
    path: '/:id/workflow/assign',
    method: 'post',
    handler: async (req) => {
      const { situation } = await assign({ ...placeOf(req), body: await bodyOf(req), req })
      return Response.json(await workflowAnswer(situation, req))
    },
  },
  {
    path: '/:id/workflow/:action',
    method: 'post',
    handler: async (req) => {
      const action = String(req.routeParams?.['action'])
      if (!isAction(action)) throw unknownAction(action, actions)
      const situation = await transition({
        action,
        ...placeOf(req),
        body: await bodyOf(req),
        req,
      })
      return standing(await workflowAnswer(situation, req))
    },
  },
]

/** The workflow of sets of documents, and the proof that the ledger is whole. */
export const rootWorkflowEndpoints: Endpoint[] = [
  {
    path: '/workflow/reschedule',
    method: 'post',
    handler: async (req) => setAnswer(await reschedule({ body: await bodyOf(req), req }), req),
  },
  {
    path: '/workflow/:action',
    method: 'post',
    handler: async (req) => {
      const action = String(req.routeParams?.['action'])
      if (!isSetAction(action)) throw unknownAction(action, setActions)
      return setAnswer(await transitionSet({ action, body: await bodyOf(req), req }), req)
    },
  },
  {
    path: '/ledger/verify',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req)
      return Response.json(await verifyLedger(req))
    },
  },
]

/** The newest version is the entity tag, to name as the base of a save. */
function standing(answer: WorkflowAnswer): Response {
  return Response.json(answer, { headers: { ETag: tagOf(answer.versionId) } })
}

async function setAnswer(situations: readonly Situation[], req: PayloadRequest): Promise<Response> {
  const documents = []
  for (const situation of situations) documents.push(await workflowAnswer(situation, req))
  return Response.json({ documents })
}

/** The document that the address of a request names. */
export function placeOf({ routeParams }: PayloadRequest): { collection: string; id: string } {
  return { collection: String(routeParams?.['collection']), id: String(routeParams?.['id']) }
}

/** The body of a request as JSON; an empty one is an empty object. @throws EditorialError MALFORMED */
export async function bodyOf(req: PayloadRequest): Promise<unknown> {
  const text = (await req.text?.()) ?? ''
  if (text === '') return {}
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new EditorialError({
      code: 'MALFORMED',
      message: 'The body is not valid JSON. Send an object such as {"contentHash": "…"}.',
    })
  }
}

/** @throws EditorialError NOT_SIGNED_IN or NOT_PERMITTED for anybody without a role */
export function refuseReaders(
  { user }: PayloadRequest,
  message = 'The review workflow and the ledger are for the team. Sign in with a role.',
): void {
  if (isStaff(user as Actor)) return
  throw new EditorialError({
    code: user ? 'NOT_PERMITTED' : 'NOT_SIGNED_IN',
    message,
  })
}

function unknownAction(action: string, known: readonly string[]): EditorialError {
  return new EditorialError({
    code: 'NOT_FOUND',
    message: `There is no action “${action.slice(0, 40)}” here. Choose one of: ${known.join(', ')}.`,
  })
}
