import type { Endpoint, PayloadRequest } from 'payload'
import { listPeople, listPlaces, listThreads } from '../comments/listed.ts'
import { openThreads } from '../comments/open-threads.ts'
import { beginThread, edit, remove, reopen, reply, resolve } from '../comments/write.ts'
import { bodyOf, placeOf, refuseReaders } from './workflow-endpoints.ts'

const forTheTeam = 'Comments are for the team. Sign in with a role.'

/** What was said about one document. Every content type with a workflow has it. */
export const documentCommentEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/:id/comments',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      const { searchParams } = req
      const asked = {
        state: searchParams.get('state'),
        page: searchParams.get('page'),
        limit: searchParams.get('limit'),
      }
      return Response.json(await listThreads(placeOf(req), asked, req))
    },
  },
  {
    path: '/:id/comments',
    method: 'post',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await beginThread(placeOf(req), await bodyOf(req), req), { status: 201 })
    },
  },
  {
    path: '/:id/comments/places',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await listPlaces(placeOf(req), req))
    },
  },
]

/** `/api/comments`: what people do with single comments. */
export const commentEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/open',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await openThreads(req.searchParams.get('documents'), req))
    },
  },
  {
    path: '/people',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await listPeople(req.searchParams.get('q'), req))
    },
  },
  {
    path: '/:id/replies',
    method: 'post',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await reply(idOf(req), await bodyOf(req), req), { status: 201 })
    },
  },
  {
    path: '/:id/resolve',
    method: 'post',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await resolve(idOf(req), req))
    },
  },
  {
    path: '/:id/reopen',
    method: 'post',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await reopen(idOf(req), req))
    },
  },
  {
    path: '/:id',
    method: 'patch',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await edit(idOf(req), await bodyOf(req), req))
    },
  },
  {
    path: '/:id',
    method: 'delete',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await remove(idOf(req), req))
    },
  },
]

function idOf({ routeParams }: PayloadRequest): string {
  return String(routeParams?.['id'])
}
