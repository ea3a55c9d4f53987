import { createLocalReq, type CollectionBeforeChangeHook } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/ledger/verify.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { text } from '../support/content.ts'
import {
  actTogether,
  bring,
  buildTeam,
  entriesSince,
  everything,
  ledgerLength,
  outcomeOf,
  situationOf,
  usualWords,
  write,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../support/workflow.ts'

/** More documents than are worked on at a time. */
const many = 23

let testApp: TestApp
let team: Team
let phase: Place

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  phase = await bring(testApp, await writePhase(testApp, { as: team.author }), {
    to: 'published',
    team,
  })
})
afterAll(() => testApp.close())

describe('a set of many documents', () => {
  it('is answered at each step as each of its documents would be by itself', async () => {
    const places = await drafts('answered')
    for (const [action, as] of [
      ['submit', team.author],
      ['approve', team.reviewer],
      ['publish', team.publisher],
      ['withdraw', team.publisher],
    ] as const) {
      const { body, status } = await request(testApp.app)
        .post(`/api/workflow/${action}`)
        .set('Authorization', as.authorization!)
        .send({ ...usualWords[action], documents: await seen(places) })
      expect(status, JSON.stringify(body.errors)).toBe(200)
      const alone = []
      for (const place of places) alone.push(await standing(place, as))
      expect(body.documents, action).toEqual(alone)
    }
  })

  it('is in the ledger in its own order, whatever types are among it', async () => {
    const places = await drafts('in-order')
    const before = await ledgerLength(testApp)
    await actTogether(testApp, places, { action: 'submit', as: team.author })
    await actTogether(testApp, places, { action: 'approve', as: team.reviewer })
    await actTogether(testApp, places, { action: 'publish', as: team.publisher })
    const added = await entriesSince(testApp, before)
    const ids = places.map(({ id }) => id)
    expect(added.map(({ documentId, type }) => [type, documentId])).toEqual(
      ['submitted', 'approved', 'published'].flatMap((type) => ids.map((id) => [type, id])),
    )
    const proof = await verifyLedger(await createLocalReq({}, testApp.payload))
    expect(proof.breaks).toEqual([])
  })

  it('is not published at all when one text would be live that was not approved', async () => {
    const places = await approved('changed-on-the-way')
    const stored = await everything(testApp)
    const before = await ledgerLength(testApp)
    // Among the last: the others are live, and in the ledger, when it is looked at.
    const changed = places.at(-2)!
    const { hooks } = testApp.payload.collections.stations.config
    const usual = hooks.beforeChange
    hooks.beforeChange = [...usual, otherSummary(changed.id)]
    let code: string | undefined
    try {
      code = (
        await outcomeOf(() =>
          actTogether(testApp, places, { action: 'publish', as: team.publisher }),
        )
      ).code
    } finally {
      hooks.beforeChange = usual
    }

    expect(code).toBe('INTERNAL')
    expect(await everything(testApp)).toEqual(stored)
    expect(await ledgerLength(testApp)).toBe(before)
  })

  it('keeps readers not waiting, who get nothing of it before they can get all of it', async () => {
    const places = await approved('while-read')
    const counts: number[] = []
    let isDone = false
    const publishing = actTogether(testApp, places, { action: 'publish', as: team.publisher })
    const published = publishing.finally(() => (isDone = true))
    while (!isDone) {
      const { body } = await request(testApp.app).get(
        '/api/stations/count?where[slug][like]=while-read',
      )
      counts.push(body.totalDocs)
    }
    await published

    const stations = places.filter(({ collection }) => collection === 'stations').length
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(2)
    expect(new Set([...counts, stations])).toEqual(new Set([0, stations]))
  })
})

/** Stations that lead to each other, and steps among them. */
async function drafts(name: string): Promise<Place[]> {
  const places: Place[] = []
  for (let number = 0; number < many; number += 1) {
    const before = places.findLast(({ collection }) => collection === 'stations')
    places.push(
      await (number % 4 === 3
        ? write(testApp, {
            as: team.author,
            collection: 'steps',
            data: { title: `${name} ${number}`, slug: `${name}-${number}`, body: text('Do it.') },
          })
        : write(testApp, {
            as: team.author,
            collection: 'stations',
            data: {
              title: `${name} ${number}`,
              slug: `${name}-${number}`,
              phase: phase.id,
              kind: 'stop',
              summary: 'A stop.',
              overview: text('What happens here.'),
              ...(before ? { connections: [{ to: before.id }] } : {}),
            },
          })),
    )
  }
  return places
}

async function approved(name: string): Promise<Place[]> {
  const places = await drafts(name)
  await actTogether(testApp, places, { action: 'submit', as: team.author })
  await actTogether(testApp, places, { action: 'approve', as: team.reviewer })
  return places
}

async function seen(places: readonly Place[]) {
  const documents = []
  for (const place of places) {
    const { working } = await situationOf(testApp, place)
    documents.push({ ...place, contentHash: working.contentHash })
  }
  return documents
}

async function standing({ collection, id }: Place, as: Member): Promise<unknown> {
  const { body } = await request(testApp.app)
    .get(`/api/${collection}/${id}/workflow`)
    .set('Authorization', as.authorization!)
  return body as unknown
}

/** Writes something else into a document on its way to the public. */
function otherSummary(id: string): CollectionBeforeChangeHook {
  return ({ data, originalDoc }) =>
    (originalDoc as { id?: string } | undefined)?.id === id
      ? { ...data, summary: 'Nobody approved this.' }
      : (data as Record<string, unknown>)
}
