import { states } from '../../workflow/states.ts'
import {
  answer,
  body,
  inQuery,
  object,
  orNull,
  ref,
  refusals,
  signedIn,
  type Json,
  type Paths,
} from './parts.ts'

const text = { type: 'string' }
const number = { type: 'number' }
const yesNo = { type: 'boolean' }
const id = { ...text, description: 'Its id.' }
const slug = { ...text, description: 'Its address.' }
const texts = { type: 'object', additionalProperties: { type: ['string', 'null'] } }
const list = (items: Json, description: string) => ({ type: 'array', items, description })
const condition = { ...texts, description: 'By language; empty: always.' }
const transfer = { ...yesNo, description: 'Whether it changes lines.' }
const place = object(
  { x: { ...number, description: 'From the left.' }, y: { ...number, description: 'From above.' } },
  'The middle of a station, in the unit of the map.',
)
const placed = object({
  x: { ...number, description: 'From the left.' },
  y: { ...number, description: 'From above.' },
  isStored: { ...yesNo, description: 'Whether an editor put it there, and not the layout.' },
})

const station = {
  id,
  slug,
  title: { ...texts, description: 'Its title, by language.' },
  summary: { ...texts, description: 'What it is about, where that was asked for.' },
  kind: { ...text, enum: ['hub', 'stop'], description: 'Whether lines branch at it.' },
  phase: orNull({ ...text, description: 'Id of its line.' }),
  order: orNull({ ...number, description: 'Its place on the line.' }),
  isStart: { ...yesNo, description: 'Whether the way begins here.' },
  isEnd: { ...yesNo, description: 'Whether the way ends here.' },
  stored: orNull({ ...place, description: 'Where an editor put it; null: the layout decides.' }),
}

/** The shapes of the map that the team works on. */
export const mapSchemas: Json = {
  DraftPhase: object(
    {
      id,
      slug,
      name: { ...texts, description: 'Its name, by language.' },
      summary: { ...texts, description: 'What happens on it, by language.' },
      order: { ...number, description: 'Its place among the lines.' },
      colour: orNull({ ...text, description: 'Its colour, such as #005ea2.' }),
      marker: orNull({ ...text, description: 'Its letter.' }),
    },
    'A line of the map as its newest draft has it.',
  ),
  DraftStop: object(
    {
      ...station,
      connections: list(
        object({
          id: orNull({ ...text, description: 'Of the row in the station’s connections.' }),
          to: { ...text, description: 'Id of a station, which need not be on the map.' },
          condition,
          transfer,
        }),
        'Where it leads.',
      ),
      unfinished: list(text, 'Ids of rows of its connections that lead nowhere yet.'),
      versionId: { ...text, description: 'The newest version: the base of a save.' },
      state: { ...text, enum: [...states], description: 'Of its newest version.' },
      live: { ...yesNo, description: 'Whether the public gets the station.' },
    },
    'A station of the map as its newest draft has it.',
  ),
  MapSide: object(
    {
      stations: list(
        object({
          ...station,
          place: { ...placed, description: 'Where it is on that map.' },
          isCompared: { ...yesNo, description: 'Whether it is one of those that were named.' },
        }),
        'The stations that are compared, and those next to them.',
      ),
      connections: list(
        object({
          from: { ...text, description: 'Id of a station.' },
          to: { ...text, description: 'Id of a station.' },
          condition,
          transfer,
        }),
        'What leads from or to a station that is compared.',
      ),
    },
    'A part of the map on one side of a comparison.',
  ),
}

const tags = ['workflow']

/** The map as the team works on it. */
export const mapPaths: Paths = {
  '/api/map': {
    get: {
      operationId: 'get-draft-map',
      summary: 'The map of the newest drafts, with the base of a save of each station',
      tags,
      ...signedIn,
      responses: {
        '200': answer(
          'The map.',
          object({
            phases: list(ref('DraftPhase'), 'Its lines, in order.'),
            stations: list(ref('DraftStop'), 'Its stations, in reading order.'),
            laidOut: {
              type: 'object',
              additionalProperties: place,
              description: 'Where the layout puts each station without a stored position, by id.',
            },
            mayWrite: { ...yesNo, description: 'Whether you may save drafts of stations.' },
          }),
        ),
        ...refusals('NOT_SIGNED_IN', 'NOT_PERMITTED', 'UNAVAILABLE'),
      },
    },
  },
  '/api/map/layout': {
    post: {
      operationId: 'lay-out-map',
      summary: 'Where the stations of a map would be that is not stored anywhere',
      tags,
      ...signedIn,
      requestBody: body(
        object({
          phases: list(
            object({ id, slug, order: { ...number, description: 'Its place among the lines.' } }),
            'The lines.',
          ),
          stations: list(
            object({
              id,
              slug,
              phase: station.phase,
              order: station.order,
              stored: station.stored,
            }),
            'The stations, at most 2,000.',
          ),
          connections: list(
            object({
              from: { ...text, description: 'Id of a station.' },
              to: { ...text, description: 'Id of a station.' },
            }),
            'The connections, at most 10,000.',
          ),
        }),
      ),
      responses: {
        '200': answer(
          'Where each station would be.',
          object({
            places: {
              type: 'object',
              additionalProperties: placed,
              description: 'By id of the station.',
            },
          }),
        ),
        ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'UNAVAILABLE'),
      },
    },
  },
  '/api/map/compared': {
    get: {
      operationId: 'compare-map',
      summary: 'The map around some stations with two texts of them, such as public and newest',
      tags,
      ...signedIn,
      parameters: [
        {
          ...inQuery('stations', 'Ids of stations, at most 50, with commas between.', text),
          required: true,
        },
        inQuery('from', 'The text before: as of a review.', { ...text, default: 'live' }),
        inQuery('to', 'The text after: as of a review.', { ...text, default: 'working' }),
      ],
      responses: {
        '200': answer(
          'The map on both sides.',
          object({
            phases: list(ref('DraftPhase'), 'The lines of the map, in order.'),
            before: { ...ref('MapSide'), description: 'With the text before.' },
            after: { ...ref('MapSide'), description: 'With the text after.' },
          }),
        ),
        ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND', 'UNAVAILABLE'),
      },
    },
  },
}
