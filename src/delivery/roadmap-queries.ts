import type * as GraphQLModule from 'graphql'
import type { GraphQLEnumType, GraphQLFieldConfigMap, GraphQLOutputType } from 'graphql'
import type { Config, PayloadRequest } from 'payload'
import type { PublicHead } from '../ledger/public-head.ts'
import { defaultLocale, isLocale, type Locale } from '../locales.ts'
import { inTurns } from '../turns.ts'
import { dependsOnAnyChange } from '../dependencies/surrogate-keys.ts'
import { dependsOnRoadmap } from './roadmap/depends-on-roadmap.ts'
import {
  roadmapAnswer,
  stationOnRoadmapAnswer,
  type RoadmapAnswer,
  type Wording,
} from './roadmap/answer.ts'
import { roadmapFor } from './roadmap/kept.ts'
import { whereItIsNow } from './by-name.ts'

/** How long the lists of the map may be taken to be, when the cost of a question is estimated. */
const listLength = { stations: 150, connections: 300 } as const

/** What Payload hands to custom queries: the types it made from the collections. */
interface GeneratedTypes {
  types: { localeInputType: GraphQLEnumType; fallbackLocaleInputType: GraphQLEnumType }
}

interface Asked {
  slug?: string
  locale?: string
  fallbackLocale?: string
}

/** The published map over GraphQL: the whole of it, and one station with what is around it. */
export const roadmapMapQueries: NonNullable<NonNullable<Config['graphQL']>['queries']> = (
  GraphQL,
  generated,
) => {
  const { types } = generated as unknown as GeneratedTypes
  const { GraphQLNonNull, GraphQLString } = GraphQL as typeof GraphQLModule
  const wording = {
    locale: { type: types.localeInputType },
    fallbackLocale: {
      type: types.fallbackLocaleInputType,
      description: 'Stands in for missing text. With `none`, a missing condition is null.',
    },
  }
  const { roadmap, stationOnRoadmap } = roadmapTypes(GraphQL as typeof GraphQLModule)
  const fields: GraphQLFieldConfigMap<unknown, { req: PayloadRequest }> = {
    roadmap: {
      description:
        'The published map: its lines, stations and connections, where each station is, and the same in plain text.',
      type: new GraphQLNonNull(roadmap),
      args: wording,
      resolve: async (_root, asked: Asked, { req }) =>
        roadmapAnswer(await mapFor(req), wordingOf(asked, req)),
    },
    stationOnRoadmap: {
      description:
        'One station on the map, with where it leads and what leads to it, or null; an error with the code WITHDRAWN when it was withdrawn.',
      type: stationOnRoadmap,
      args: {
        slug: { type: new GraphQLNonNull(GraphQLString), description: 'The slug of the station.' },
        ...wording,
      },
      resolve: async (_root, asked: Asked, { req }) => {
        const slug = asked.slug!
        const words = wordingOf(asked, req)
        const answer = await stationOnRoadmapAnswer(await mapFor(req), slug, words)
        if (answer) return answer
        req.locale = words.locale
        const lead = await whereItIsNow({ collection: 'stations', name: slug }, req)
        return lead && stationOnRoadmapAnswer(await mapFor(req), lead.name, words)
      },
    },
  }
  return fields as never
}

function mapFor(req: PayloadRequest) {
  dependsOnRoadmap(req)
  return roadmapFor(req)
}

function wordingOf(asked: Asked, req: PayloadRequest): Wording {
  return {
    locale: localeOf(asked, req),
    withoutFallback: asked.fallbackLocale === 'none',
  }
}

function localeOf({ locale }: Asked, req: PayloadRequest): Locale {
  if (isLocale(locale)) return locale
  return isLocale(req.locale) ? req.locale : defaultLocale
}

function roadmapTypes(GraphQL: typeof GraphQLModule) {
  const {
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLFloat,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
  } = GraphQL
  const always = (
    type: GraphQLModule.GraphQLNullableType & GraphQLOutputType,
    description: string,
  ) => ({ type: new GraphQLNonNull(type), description })
  const text = (description: string) => always(GraphQLString, description)
  const listOf = (
    type: GraphQLModule.GraphQLNullableType & GraphQLOutputType,
    description: string,
    length?: number,
  ) => ({
    ...always(new GraphQLList(new GraphQLNonNull(type)), description),
    // Counted at this length, see `src/http/graphql-limits.ts`.
    ...(length === undefined ? {} : { extensions: { listLength: length } }),
  })

  const state = new GraphQLObjectType({
    name: 'RoadmapState',
    description: 'The state of the public content that an answer was made from.',
    fields: {
      sequence: always(GraphQLInt, 'Number of the newest change in the ledger.'),
      at: {
        type: GraphQLString,
        description: 'When that was, as an ISO instant; null before anything was public.',
      },
    },
  })
  const position = new GraphQLObjectType({
    name: 'RoadmapPosition',
    description: 'The middle of a station, counted from the upper left corner of the map.',
    fields: {
      x: always(GraphQLFloat, 'To the right.'),
      y: always(GraphQLFloat, 'Down.'),
      isStored: always(GraphQLBoolean, 'Whether an editor put it there, and not the layout.'),
    },
  })
  const size = new GraphQLObjectType({
    name: 'RoadmapSize',
    description: 'How large the map is, in the unit of the positions.',
    fields: {
      width: always(GraphQLFloat, 'From left to right.'),
      height: always(GraphQLFloat, 'From top to bottom.'),
    },
  })
  const kind = new GraphQLEnumType({
    name: 'RoadmapStationKind',
    description: 'What a station is on the map.',
    values: {
      hub: { description: 'Where lines branch.' },
      stop: { description: 'A stop on a line.' },
    },
  })
  const phase = new GraphQLObjectType({
    name: 'RoadmapPhase',
    description: 'A line of the map.',
    fields: {
      id: text('Id of the phase.'),
      slug: text('Its slug.'),
      name: text('What it is called.'),
      order: always(GraphQLFloat, 'Its place among the lines.'),
      colour: { type: GraphQLString, description: 'Such as #005ea2; null when it has none.' },
      marker: {
        type: GraphQLString,
        description: 'Letters that tell it apart where colours cannot; null when it has none.',
      },
      summary: text('What it is about, in a sentence.'),
      stations: listOf(GraphQLString, 'Ids of stations, along the line.', 1),
    },
  })
  const station = new GraphQLObjectType({
    name: 'RoadmapStation',
    description: 'A station on the map.',
    fields: {
      id: text('Id of the station.'),
      slug: text('Its slug.'),
      title: text('What it is called.'),
      summary: text('What it is about, in a sentence.'),
      kind: always(kind, 'Whether lines branch there.'),
      phase: { type: GraphQLString, description: 'Id of its line; null when that is not live.' },
      order: { type: GraphQLFloat, description: 'Its place on the line; null when it has none.' },
      isStart: always(GraphQLBoolean, 'Whether the way begins there.'),
      isEnd: always(GraphQLBoolean, 'Whether the way ends there.'),
      position: always(position, 'Where it is on the map.'),
      address: text('Where this station on the map can always be asked for.'),
    },
  })
  const condition = {
    type: GraphQLString,
    description: 'On which condition the way goes on there; null: always.',
  }
  const transfer = always(GraphQLBoolean, 'Whether it changes to another line.')
  const connection = new GraphQLObjectType({
    name: 'RoadmapConnection',
    description: 'A way from one station to another.',
    fields: {
      id: text('Its id.'),
      from: text('Id of a station.'),
      to: text('Id of a station.'),
      condition,
      transfer,
    },
  })
  const way = new GraphQLObjectType({
    name: 'RoadmapWay',
    description: 'A connection with the station at its other end.',
    fields: {
      id: text('Its id.'),
      condition,
      transfer,
      station: always(station, 'The station at its other end.'),
    },
  })
  const locale = text('The language of the answer.')
  const asOf = {
    ...always(state, 'Which state of the content it shows.'),
    resolve: (
      { asOf }: { asOf: PublicHead },
      _arguments: unknown,
      { req }: { req: PayloadRequest },
    ) => {
      dependsOnAnyChange(req)
      return asOf
    },
  }
  return {
    roadmap: new GraphQLObjectType({
      name: 'Roadmap',
      description: 'The published map.',
      fields: {
        locale,
        asOf,
        phases: listOf(phase, 'Its lines, in order.'),
        stations: {
          ...listOf(station, 'Its stations.', listLength.stations),
          resolve: ({ stations }: RoadmapAnswer) => inTurns(stations),
        },
        connections: {
          ...listOf(connection, 'The ways between them.', listLength.connections),
          resolve: ({ connections }: RoadmapAnswer) => inTurns(connections),
        },
        size: always(size, 'How large it is.'),
        outline: text('The whole map in plain text, for people who cannot see it.'),
      },
    }),
    stationOnRoadmap: new GraphQLObjectType({
      name: 'StationOnRoadmap',
      description: 'One station on the map, with what is around it.',
      fields: {
        locale,
        asOf,
        station: always(station, 'The station.'),
        phase: { type: phase, description: 'Its line; null when that is not live.' },
        before: {
          type: station,
          description: 'The station before it on its line; null for the first, and on no line.',
        },
        after: {
          type: station,
          description: 'The station after it on its line; null for the last, and on no line.',
        },
        leadsTo: listOf(way, 'Where it leads.'),
        arrivals: listOf(way, 'What leads to it.'),
        size: always(size, 'How large the map is.'),
      },
    }),
  }
}
