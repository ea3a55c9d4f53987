import type { Endpoint } from 'payload'
import { z } from 'zod'
import { comparedMap } from '../map-editor/compared-map.ts'
import { answerLayout } from '../map-editor/layout-question.ts'
import { readDraftMap } from '../map-editor/read-draft-map.ts'
import { readTextName } from '../review/compared-text.ts'
import { parsed } from '../workflow/order.ts'
import { bodyOf, refuseReaders } from './workflow-endpoints.ts'

const forTheTeam = 'The map of the newest drafts is for the team. Sign in with a role.'

/** Most stations whose texts are compared on one map. */
export const mostCompared = 50

const stationIds = z
  .string(`“stations” names stations by their ids: up to ${mostCompared}, with commas between.`)
  .transform((text) => text.split(','))
  .refine(
    (ids) => ids.length <= mostCompared && ids.every((id) => /^[\w-]{1,100}$/.test(id)),
    `“stations” names stations by their ids: up to ${mostCompared}, with commas between.`,
  )

/** The map as the team works on it. */
export const mapEndpoints: Endpoint[] = [
  {
    path: '/map',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await readDraftMap(req))
    },
  },
  {
    path: '/map/layout',
    method: 'post',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      return Response.json(await answerLayout(req.payload, await bodyOf(req)))
    },
  },
  {
    path: '/map/compared',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req, forTheTeam)
      const { searchParams } = req
      return Response.json(
        await comparedMap(
          {
            ids: parsed(stationIds, searchParams.get('stations')),
            from: readTextName(searchParams.get('from'), 'live'),
            to: readTextName(searchParams.get('to'), 'working'),
          },
          req,
        ),
      )
    },
  },
]
