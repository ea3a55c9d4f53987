import { locales, defaultLocale } from '../../locales.ts'
import { movedAnswer } from './address-paths.ts'
import {
  answer,
  everybody,
  inPath,
  inQuery,
  ref,
  refusals,
  signedIn,
  type Json,
  type Paths,
} from './parts.ts'

const text = { type: 'string' } as const

/** Shapes of the map. */
export const roadmapSchemas: Json = {
  RoadmapState: object({
    sequence: { type: 'integer', description: 'Number of the newest change in the ledger.' },
    at: { type: ['string', 'null'], format: 'date-time' },
  }),
  RoadmapPhase: object({
    id: text,
    slug: text,
    name: text,
    order: { type: 'number' },
    colour: orNull('#005ea2'),
    marker: orNull('The letter that tells the line apart where colours cannot.'),
    summary: text,
    stations: { type: 'array', items: text, description: 'Ids of stations, along the line.' },
  }),
  RoadmapStation: object({
    id: text,
    slug: text,
    title: text,
    summary: text,
    kind: { type: 'string', enum: ['hub', 'stop'] },
    phase: orNull('Id of its line.'),
    order: { type: ['number', 'null'] },
    isStart: { type: 'boolean' },
    isEnd: { type: 'boolean' },
    position: object({
      x: { type: 'number', description: 'The middle, from the left.' },
      y: { type: 'number', description: 'The middle, from above.' },
      isStored: {
        type: 'boolean',
        description: 'Whether an editor put it there, and not the layout.',
      },
    }),
    address: { ...text, description: 'Where this station on the map can always be asked for.' },
  }),
  RoadmapConnection: object({
    id: text,
    from: { ...text, description: 'Id of a station.' },
    to: { ...text, description: 'Id of a station.' },
    condition: orNull('Null: always.'),
    transfer: { type: 'boolean' },
  }),
  RoadmapSize: object({ width: { type: 'number' }, height: { type: 'number' } }),
  RoadmapWay: object({
    id: text,
    condition: orNull('Null: always.'),
    transfer: { type: 'boolean' },
    station: ref('RoadmapStation'),
  }),
  RoadmapFinding: {
    type: 'object',
    properties: {
      id: text,
      slug: text,
      title: text,
      to: object({ id: text, slug: orNull('Null: not known.'), title: orNull('Null: not known.') }),
      sentence: { ...text, description: 'What was found, and what to do.' },
    },
    required: ['id', 'slug', 'title', 'sentence'],
  },
}

const inLocale = inQuery(
  'locale',
  'The language. What was not written in it is answered in the default one.',
  { type: 'string', enum: locales.map(({ code }) => code), default: defaultLocale },
  'es',
)

const common = { locale: text, asOf: ref('RoadmapState'), size: ref('RoadmapSize') }

/** The map: all of it, one station of it, and what it lacks. */
export const roadmapPaths: Paths = {
  '/api/roadmap': {
    get: {
      operationId: 'get-roadmap',
      summary: 'The published map: lines, stations, connections and positions',
      tags: ['delivery'],
      ...everybody,
      parameters: [inLocale],
      responses: {
        '200': answer(
          'The map, also in plain text.',
          object({
            ...common,
            phases: { type: 'array', items: ref('RoadmapPhase') },
            stations: { type: 'array', items: ref('RoadmapStation') },
            connections: { type: 'array', items: ref('RoadmapConnection') },
            outline: {
              ...text,
              description: 'The whole map in plain text, for people who cannot see it.',
            },
          }),
        ),
        ...refusals('MALFORMED', 'UNAVAILABLE'),
      },
    },
  },
  '/api/roadmap/{slug}': {
    get: {
      operationId: 'get-station-on-roadmap',
      summary: 'One station on the map, with where it leads and what leads to it',
      tags: ['delivery'],
      ...everybody,
      parameters: [inPath('slug', 'The address of the station.', 'balance-paid'), inLocale],
      responses: {
        '200': answer(
          'The station on the map.',
          object({
            ...common,
            station: ref('RoadmapStation'),
            phase: { anyOf: [ref('RoadmapPhase'), { type: 'null' }] },
            leadsTo: { type: 'array', items: ref('RoadmapWay') },
            arrivals: { type: 'array', items: ref('RoadmapWay') },
          }),
        ),
        ...movedAnswer('slug'),
        ...refusals('MALFORMED', 'NOT_FOUND', 'WITHDRAWN', 'UNAVAILABLE'),
      },
    },
  },
  '/api/roadmap/check': {
    get: {
      operationId: 'check-roadmap',
      summary: 'What the map lacks: stations out of reach, dead ends, transfers without a return',
      tags: ['delivery'],
      ...signedIn,
      parameters: [
        inLocale,
        inQuery('draft', 'Whether to look at the newest versions, and not at what is live.', {
          type: 'boolean',
          default: false,
        }),
      ],
      responses: {
        '200': answer(
          'What was found, each in words.',
          object({
            unreachable: findings(),
            deadEnds: findings(),
            transfersWithoutReturn: findings(),
            connectionsToWhatIsNotLive: findings(),
          }),
        ),
        ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'UNAVAILABLE'),
      },
    },
  },
}

function findings(): Json {
  return { type: 'array', items: ref('RoadmapFinding') }
}

/** An object that has all of these. */
function object(properties: Json): Json {
  return { type: 'object', properties, required: Object.keys(properties) }
}

function orNull(description: string): Json {
  return { type: ['string', 'null'], description }
}
