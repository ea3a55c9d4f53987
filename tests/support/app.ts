import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { RequestHandler } from 'express'
import type { Payload, TypedUser } from 'payload'
import request from 'supertest'
import { inject } from 'vitest'
import { createApp, type Stationmaster } from '../../src/create-app.ts'
import type { Settings } from '../../src/settings.ts'
import { sessionIn, signIn } from './session.ts'
import { testSettings } from './settings.ts'

export type PersonName = 'editor' | 'editor2' | 'reviewer' | 'publisher' | 'administrator'

/** The real app on a real database of its own, and the means to act as anybody. */
export interface TestApp {
  app: Stationmaster
  payload: Payload
  settings: Settings
  /** Requests without a session. */
  anonymous: () => ReturnType<typeof request>
  /** A value for the Authorization header of one of the demo people, who is signed in then. */
  authorization: (person: PersonName) => Promise<string>
  /** One of the demo people, for the Local API. */
  person: (name: PersonName) => Promise<TypedUser>
  /** Posts a GraphQL question; `as` is a person, or nobody. */
  graphql: (
    question: string,
    options?: { as?: PersonName; variables?: Record<string, unknown> },
  ) => Promise<{ status: number; body: { data?: never; errors?: GraphqlError[] } }>
  close: () => Promise<void>
}

export interface GraphqlError {
  message: string
  extensions: { code: string }
}

/**
 * Starts the app for one test file.
 *
 * @param content `people` has the demo people and nothing else, `roadmap` all of the seed
 */
export async function startApp({
  content = 'people',
  pages,
  settings: overrides = {},
}: {
  content?: 'people' | 'roadmap'
  /** Stands in for Next; by default there is nothing but the API. */
  pages?: RequestHandler
  settings?: Partial<Settings>
} = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-test-'))
  mkdirSync(dataDir, { recursive: true })
  cpSync(path.join(inject('templates'), content), dataDir, { recursive: true })
  const settings = testSettings(dataDir, overrides)
  const app = await createApp({ settings, ...(pages ? { pages } : {}) })
  const { payload } = app.locals
  const tokens = new Map<PersonName, Promise<string>>()

  const authorizationOf = async (name: PersonName) => {
    const email = `${name}@stationmaster.test`
    // The sessions of a template are in its own database. On another one, people sign in.
    const session = overrides.databaseUrl === undefined ? sessionIn(dataDir, email) : undefined
    return `JWT ${session ?? (await signIn(app, email))}`
  }
  const authorization = (name: PersonName) => {
    const known = tokens.get(name) ?? authorizationOf(name)
    tokens.set(name, known)
    return known
  }
  return {
    app,
    payload,
    settings,
    anonymous: () => request(app),
    authorization,
    person: (name) => findPerson(payload, name),
    graphql: async (question, { as, variables } = {}) => {
      const post = request(app).post('/api/graphql')
      if (as) post.set('Authorization', await authorization(as))
      const { status, body } = await post.send({ query: question, variables })
      return { status, body }
    },
    close: async () => {
      await app.locals.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function findPerson(payload: Payload, name: PersonName): Promise<TypedUser> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: `${name}@stationmaster.test` } },
    limit: 1,
  })
  return { ...docs[0]!, collection: 'users' }
}
