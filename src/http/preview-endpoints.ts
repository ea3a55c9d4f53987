import type { Endpoint } from 'payload'
import { listedPreviews, makePreview, revokePreview } from '../previews/make.ts'
import { bodyOf } from './workflow-endpoints.ts'

/** `/api/previews`: what the team does with previews. Reading with one happens at the ordinary addresses. */
export const previewEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/',
    method: 'post',
    handler: async (req) =>
      Response.json(await makePreview(await bodyOf(req), req), { status: 201 }),
  },
  {
    path: '/',
    method: 'get',
    handler: async (req) => {
      const { searchParams } = req
      const named = { collection: searchParams.get('collection'), id: searchParams.get('id') }
      return Response.json(await listedPreviews(named, req))
    },
  },
  {
    path: '/:id',
    method: 'delete',
    handler: async (req) =>
      Response.json(await revokePreview(String(req.routeParams?.['id']), req)),
  },
]
