import type * as GraphQLModule from 'graphql'
import type { GraphQLEnumType, GraphQLFieldConfigMap, GraphQLOutputType } from 'graphql'
import type { Config, PayloadRequest } from 'payload'
import { defaultLocale, isLocale, type Locale } from '../locales.ts'
import { dependsOnList } from './cache/surrogate-keys.ts'
import { roadmapAnswer, stationOnRoadmapAnswer } from './roadmap/answer.ts'
import { publishedRoadmap } from './roadmap/kept.ts'
import { whereItIsNow } from './by-name.ts'

/** How long the lists of the map may be taken to be, when the cost of a question is estimated. */
const listLength = { stations: 150, connections: 300 } as const

/** What Payload hands to custom queries: the types it made from the collections. */
interface GeneratedTypes {
  types: { localeInputType: GraphQLEnumType }
}

interface Asked {
  slug?: string
  locale?: string
}

/** The published map over GraphQL: the whole of it, and one station with what is around it. */
export const roadmapMapQueries: NonNullable<NonNullable<Config['graphQL']>['queries']> = (
  GraphQL,
  generated,
) => {
  const { types } = generated as unknown as GeneratedTypes
  const { GraphQLNonNull, GraphQLString } = GraphQL as typeof GraphQLModule
  const locale = { type: types.localeInputType }
  const { roadmap, stationOnRoadmap } = roadmapTypes(GraphQL as typeof GraphQLModule)
  const fields: GraphQLFieldConfigMap<unknown, { req: PayloadRequest }> = {
    roadmap: {
      description:
        'The published map: its lines, stations and connections, where each station is, and the same in plain text.',
      type: new GraphQLNonNull(roadmap),
      args: { locale },
      resolve: async (_root, asked: Asked, { req }) =>
        roadmapAnswer(await mapFor(req), localeOf(asked, req)),
    },
    stationOnRoadmap: {
      description:
        'One station on the map, with where it leads and what leads to it, or null; an error with the code WITHDRAWN when it was withdrawn.',
      type: stationOnRoadmap,
      args: { slug: { type: new GraphQLNonNull(GraphQLString) }, locale },
      resolve: async (_root, asked: Asked, { req }) => {
        const slug = asked.slug!
        const found = { slug, locale: localeOf(asked, req) }
        const answer = stationOnRoadmapAnswer(await mapFor(req), found)
        if (answer) return answer
        req.locale = found.locale
        const lead = await whereItIsNow({ collection: 'stations', name: slug }, req)
        return lead && stationOnRoadmapAnswer(await mapFor(req), { ...found, slug: lead.name })
      },
    },
  }
  return fields as never
}

function mapFor(req: PayloadRequest) {
  dependsOnList(req, 'phases')
  dependsOnList(req, 'stations')
  return publishedRoadmap(req.payload)
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
  const always = (type: GraphQLModule.GraphQLNullableType & GraphQLOutputType) => ({
    type: new GraphQLNonNull(type),
  })
  const listOf = (
    type: GraphQLModule.GraphQLNullableType & GraphQLOutputType,
    length?: number,
  ) => ({
    ...always(new GraphQLList(new GraphQLNonNull(type))),
    // Counted at this length, see `src/http/graphql-limits.ts`.
    ...(length === undefined ? {} : { extensions: { listLength: length } }),
  })

  const state = new GraphQLObjectType({
    name: 'RoadmapState',
    description: 'The state of the public content that an answer was made from.',
    fields: {
      sequence: {
        ...always(GraphQLInt),
        description: 'Number of the newest change in the ledger.',
      },
      at: { type: GraphQLString, description: 'When that was, as an ISO instant.' },
    },
  })
  const position = new GraphQLObjectType({
    name: 'RoadmapPosition',
    description: 'The middle of a station, counted from the upper left corner of the map.',
    fields: {
      x: always(GraphQLFloat),
      y: always(GraphQLFloat),
      isStored: {
        ...always(GraphQLBoolean),
        description: 'Whether an editor put it there, and not the layout.',
      },
    },
  })
  const size = new GraphQLObjectType({
    name: 'RoadmapSize',
    fields: { width: always(GraphQLFloat), height: always(GraphQLFloat) },
  })
  const kind = new GraphQLEnumType({
    name: 'RoadmapStationKind',
    values: { hub: {}, stop: {} },
  })
  const phase = new GraphQLObjectType({
    name: 'RoadmapPhase',
    fields: {
      id: always(GraphQLString),
      slug: always(GraphQLString),
      name: always(GraphQLString),
      order: always(GraphQLFloat),
      colour: { type: GraphQLString },
      marker: { type: GraphQLString },
      summary: always(GraphQLString),
      stations: { ...listOf(GraphQLString, 1), description: 'Ids of stations, along the line.' },
    },
  })
  const station = new GraphQLObjectType({
    name: 'RoadmapStation',
    fields: {
      id: always(GraphQLString),
      slug: always(GraphQLString),
      title: always(GraphQLString),
      summary: always(GraphQLString),
      kind: always(kind),
      phase: { type: GraphQLString, description: 'Id of its line.' },
      order: { type: GraphQLFloat },
      isStart: always(GraphQLBoolean),
      isEnd: always(GraphQLBoolean),
      position: always(position),
      address: {
        ...always(GraphQLString),
        description: 'Where this station on the map can always be asked for.',
      },
    },
  })
  const condition = { type: GraphQLString, description: 'Null: always.' }
  const connection = new GraphQLObjectType({
    name: 'RoadmapConnection',
    fields: {
      id: always(GraphQLString),
      from: { ...always(GraphQLString), description: 'Id of a station.' },
      to: { ...always(GraphQLString), description: 'Id of a station.' },
      condition,
      transfer: always(GraphQLBoolean),
    },
  })
  const way = new GraphQLObjectType({
    name: 'RoadmapWay',
    description: 'A connection with the station at its other end.',
    fields: {
      id: always(GraphQLString),
      condition,
      transfer: always(GraphQLBoolean),
      station: always(station),
    },
  })
  return {
    roadmap: new GraphQLObjectType({
      name: 'Roadmap',
      fields: {
        locale: always(GraphQLString),
        asOf: always(state),
        phases: listOf(phase),
        stations: listOf(station, listLength.stations),
        connections: listOf(connection, listLength.connections),
        size: always(size),
        outline: {
          ...always(GraphQLString),
          description: 'The whole map in plain text, for people who cannot see it.',
        },
      },
    }),
    stationOnRoadmap: new GraphQLObjectType({
      name: 'StationOnRoadmap',
      fields: {
        locale: always(GraphQLString),
        asOf: always(state),
        station: always(station),
        phase: { type: phase },
        leadsTo: listOf(way),
        arrivals: listOf(way),
        size: always(size),
      },
    }),
  }
}
