import { locales, defaultLocale } from '../../locales.ts'
import { movedAnswer } from './address-paths.ts'
import {
  answer,
  everybody,
  inPath,
  inQuery,
  object,
  orNull,
  ref,
  refusals,
  signedIn,
  type Json,
  type Paths,
} from './parts.ts'

const text = { type: 'string' } as const
const textOrNull = { type: ['string', 'null'] }
const id = { ...text, description: 'Its id.' }
const slug = { ...text, description: 'Its address.' }

/** Shapes of the map. */
export const roadmapSchemas: Json = {
  RoadmapState: object(
    {
      sequence: { type: 'integer', description: 'Number of the newest change in the ledger.' },
      at: {
        type: ['string', 'null'],
        format: 'date-time',
        description: 'When that was; null: nothing was published yet.',
      },
    },
    'The state of the public content that a map shows.',
  ),
  RoadmapPhase: object(
    {
      id,
      slug,
      name: { ...text, description: 'Its name.' },
      order: { type: 'number', description: 'Its place among the lines.' },
      colour: { ...textOrNull, description: 'Its colour, such as #005ea2.' },
      marker: {
        ...textOrNull,
        description: 'The letter that tells the line apart where colours cannot.',
      },
      summary: { ...text, description: 'What happens on this line.' },
      stations: { type: 'array', items: text, description: 'Ids of stations, along the line.' },
    },
    'A line of the map.',
  ),
  RoadmapStation: object(
    {
      id,
      slug,
      title: { ...text, description: 'Its title.' },
      summary: { ...text, description: 'What it is about, in a line or two.' },
      kind: {
        type: 'string',
        enum: ['hub', 'stop'],
        description: 'Whether lines branch at it.',
      },
      phase: { ...textOrNull, description: 'Id of its line.' },
      order: { type: ['number', 'null'], description: 'Its place on the line.' },
      isStart: { type: 'boolean', description: 'Whether the way begins here.' },
      isEnd: { type: 'boolean', description: 'Whether the way ends here.' },
      position: {
        description: 'Where it is drawn.',
        ...object({
          x: { type: 'number', description: 'The middle, from the left.' },
          y: { type: 'number', description: 'The middle, from above.' },
          isStored: {
            type: 'boolean',
            description: 'Whether an editor put it there, and not the layout.',
          },
        }),
      },
      address: { ...text, description: 'Where this station on the map can always be asked for.' },
    },
    'A station on the map.',
  ),
  RoadmapConnection: object(
    {
      id,
      from: { ...text, description: 'Id of a station.' },
      to: { ...text, description: 'Id of a station.' },
      condition: { ...textOrNull, description: 'Null: always.' },
      transfer: { type: 'boolean', description: 'Whether it leads to another line.' },
    },
    'A way from one station to another.',
  ),
  RoadmapSize: object(
    {
      width: { type: 'number', description: 'From the left to the right.' },
      height: { type: 'number', description: 'From above to below.' },
    },
    'How large the map is, in the unit of its positions.',
  ),
  RoadmapWay: object(
    {
      id,
      condition: { ...textOrNull, description: 'Null: always.' },
      transfer: { type: 'boolean', description: 'Whether it leads to another line.' },
      station: { ...ref('RoadmapStation'), description: 'The station at its other end.' },
    },
    'A connection, seen from one of its stations.',
  ),
  RoadmapFinding: {
    type: 'object',
    description: 'Something that the map lacks.',
    properties: {
      id,
      slug,
      title: { ...text, description: 'Its title.' },
      to: {
        description: 'The station at the other end, where the finding has one.',
        ...object({
          id,
          slug: { ...textOrNull, description: 'Null: not known.' },
          title: { ...textOrNull, description: 'Null: not known.' },
        }),
      },
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

const common = {
  locale: { ...text, description: 'The language of its words.' },
  asOf: { ...ref('RoadmapState'), description: 'The public content it shows.' },
  size: { ...ref('RoadmapSize'), description: 'How large it is.' },
}

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
            phases: { type: 'array', items: ref('RoadmapPhase'), description: 'Its lines.' },
            stations: { type: 'array', items: ref('RoadmapStation'), description: 'Its stations.' },
            connections: {
              type: 'array',
              items: ref('RoadmapConnection'),
              description: 'Its connections.',
            },
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
            station: { ...ref('RoadmapStation'), description: 'The station.' },
            phase: orNull({ ...ref('RoadmapPhase'), description: 'Its line.' }),
            before: orNull({ ...ref('RoadmapStation'), description: 'The one before it there.' }),
            after: orNull({ ...ref('RoadmapStation'), description: 'The one after it there.' }),
            leadsTo: {
              type: 'array',
              items: ref('RoadmapWay'),
              description: 'Where it leads.',
            },
            arrivals: {
              type: 'array',
              items: ref('RoadmapWay'),
              description: 'What leads to it.',
            },
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
            unreachable: findings('Stations that no way leads to.'),
            deadEnds: findings('Stations that lead nowhere and are not marked as an end.'),
            transfersWithoutReturn: findings('Transfers to another line without a way back.'),
            connectionsToWhatIsNotLive: findings(
              'Connections to stations that readers cannot see.',
            ),
          }),
        ),
        ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'UNAVAILABLE'),
      },
    },
  },
}

function findings(description: string): Json {
  return { type: 'array', items: ref('RoadmapFinding'), description }
}
