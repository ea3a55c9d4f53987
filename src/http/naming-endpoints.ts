import type { Endpoint, PayloadRequest } from 'payload'
import { linkable } from '../../collections/fields/rich-text-form.ts'
import { isNamed, namedCollections } from '../addresses/names.ts'
import { EditorialError } from '../errors.ts'
import { isLocale, type Locale } from '../locales.ts'
import { findByName, namesOfDocuments } from '../workflow/find-by-name.ts'
import { usesOfDocument } from '../workflow/uses.ts'
import { placeOf, refuseReaders } from './workflow-endpoints.ts'

const forTheTeam = 'What the team calls documents and where they are used is for the team. Sign in.'

/** Highest page that can be asked for. */
const highestPage = 10_000

/** Where a document is used, below the address of its content type. */
export const usesEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/uses',
  method: 'get',
  handler: async (req) => {
    refuseReaders(req, forTheTeam)
    const page = pageIn(req)
    return Response.json(
      await usesOfDocument({ ...placeOf(req), locale: localeIn(req), page, req }),
    )
  },
}

/**
 * Documents by what they are called, of all types that texts can link to, or of one type, by their texts too; and the
 * names of documents.
 */
export const namesEndpoint: Endpoint = {
  path: '/names',
  method: 'get',
  handler: async (req) => {
    refuseReaders(req, forTheTeam)
    const locale = localeIn(req)
    const keys = req.searchParams.getAll('document')
    const docs =
      keys.length > 0
        ? await namesOfDocuments({ keys, locale, req })
        : await findByName({ ...whereIn(req), locale, req, typed: req.searchParams.get('q') ?? '' })
    return Response.json({ docs })
  },
}

/** Of one type everything is looked at, as its list does; texts link to a document by what it is called. */
function whereIn(req: PayloadRequest): { alsoByText: boolean; collections: readonly string[] } {
  const asked = req.searchParams.get('collection')
  if (asked === null) return { alsoByText: false, collections: linkable }
  if (isNamed(asked)) return { alsoByText: true, collections: [asked] }
  throw new EditorialError({
    code: 'MALFORMED',
    message: `“${asked.slice(0, 40)}” is not a content type with names. Choose one of: ${namedCollections.join(', ')}.`,
  })
}

function pageIn({ searchParams }: PayloadRequest): number {
  const asked = searchParams.get('page') ?? '1'
  const page = Number(asked)
  if (/^\d+$/.test(asked) && page >= 1 && page <= highestPage) return page
  throw new EditorialError({
    code: 'MALFORMED',
    message: `“page” must be a number from 1 to ${highestPage}.`,
  })
}

function localeIn({ locale, searchParams }: PayloadRequest): Locale {
  const asked = searchParams.get('locale') ?? locale
  return isLocale(asked) ? asked : 'en'
}
