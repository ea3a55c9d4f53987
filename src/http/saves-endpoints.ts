import type { CollectionSlug, Endpoint } from 'payload'
import { EditorialError } from '../errors.ts'
import { baseOfName } from '../saves/base.ts'
import { meanwhile } from '../saves/meanwhile.ts'
import { newestVersion } from '../saves/versions.ts'
import { placeOf, refuseReaders } from './workflow-endpoints.ts'

/** What was saved of a document since the version that somebody has before them. Every content type has it. */
export const savesEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/:id/saves',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req)
      const { collection, id } = placeOf(req)
      const place = { collection: collection as CollectionSlug, id }
      const base = baseOfName(req.searchParams.get('since'))
      const newest = await newestVersion(place, req)
      if (!newest)
        throw new EditorialError({
          code: 'NOT_FOUND',
          message: `There is no document ${id.slice(0, 60)} in ${collection.slice(0, 60)}.`,
        })
      return Response.json(await meanwhile({ base, newest, place, req }))
    },
  },
]
