import type { Endpoint, PayloadRequest } from 'payload'
import { isNamed, nameFieldOf, type NamedCollection } from '../addresses/names.ts'
import type { Lead } from '../addresses/where-name-leads.ts'
import { movedTo, placeByName } from '../delivery/by-name.ts'
import { EditorialError } from '../errors.ts'

/**
 * `GET /api/stations/by-slug/{slug}` and its like: one document by its own name, the same answer as by its id.
 * A name that it had before answers 301 with the address by its present name.
 */
export function byNameEndpoints(collection: string): Omit<Endpoint, 'root'>[] {
  if (!isNamed(collection)) return []
  const field = nameFieldOf(collection)
  return [
    {
      path: `/by-${field}/:name`,
      method: 'get',
      handler: async (req) => {
        const name = String(req.routeParams?.['name'])
        const asked = { ...req.query }
        const place = await placeByName({ collection, name }, req)
        // Payload writes the depth of a look-up into the question of the request it is made for.
        req.query = asked
        if (!place) throw nothingOfThatName(collection, name)
        if (place.movedTo) return redirection(`/api/${collection}/by-${field}`, place.movedTo, req)
        req.routeParams = { ...req.routeParams, id: place.id }
        return answerById(collection, req)
      },
    },
  ]
}

/**
 * 301 to the present name of a document, with the same question.
 *
 * @param folder the address before the name
 */
export function redirection(folder: string, lead: Lead, { url = '' }: PayloadRequest): Response {
  const question = url.includes('?') ? url.slice(url.indexOf('?')) : ''
  const Location = `${folder}/${encodeURIComponent(lead.name)}${question}`
  return Response.json({ movedTo: movedTo(lead) }, { status: 301, headers: { Location } })
}

/** The answer to the question by id, with all the parameters that takes. */
async function answerById(collection: NamedCollection, req: PayloadRequest): Promise<Response> {
  const { endpoints } = req.payload.collections[collection].config
  const byId = (endpoints || []).find(({ method, path }) => method === 'get' && path === '/:id')
  return byId!.handler(req)
}

function nothingOfThatName(collection: NamedCollection, name: string): EditorialError {
  const field = nameFieldOf(collection)
  return new EditorialError({
    code: 'NOT_FOUND',
    message: `Nothing in ${collection} has the ${field} “${name.slice(0, 80)}”, and nothing public ever had. /api/${collection} lists what there is.`,
  })
}
