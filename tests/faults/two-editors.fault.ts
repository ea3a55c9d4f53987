import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { merge, type Choice } from '../../src/merge/merge.ts'
import type { Row, Values } from '../../src/merge/same.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { join, write, type Member, type Place } from '../support/workflow.ts'
import { Random } from './random.ts'

/** `SEED=… npm run test:two-editors` begins the same way again; `ROUNDS` says how often each of them saves. */
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const rounds = Number(process.env['ROUNDS'] ?? 60)

/** What a save that was stored said it was based on. */
interface Stored {
  base: string
  versionId: string
}

describe('two editors who change one document against each other', () => {
  it('lose nothing', async () => {
    console.log(`SEED=${seed} ROUNDS=${rounds}`)
    const testApp = await startApp()
    try {
      const editors = [
        await join(testApp, { roles: ['editor'], title: 'one' }),
        await join(testApp, { roles: ['editor'], title: 'other' }),
      ]
      const place = await write(testApp, {
        as: editors[0]!,
        collection: 'help-organizations',
        data: { name: 'Low Income Taxpayer Clinic', hours: 'Hours of nobody', phones: [] },
      })
      const stored = await Promise.all(
        editors.map((editor, at) => edit(testApp, { at, editor, place })),
      )
      await expectNothingLost(testApp, { place, stored: stored.flat() })
    } finally {
      await testApp.close()
    }
  })
})

/** Changes the document again and again, now on what was just read and now on what was read long ago. */
async function edit(
  testApp: TestApp,
  { at, editor, place }: { at: number; editor: Member; place: Place },
): Promise<Stored[]> {
  const random = new Random(seed + at)
  const stored: Stored[] = []
  let base = await read(testApp, { editor, place })
  for (let round = 0; round < rounds; round += 1) {
    if (random.between(0, 2) === 0) base = await read(testApp, { editor, place })
    let theirs = base
    let mine = changed(base, { at, random, round })
    for (;;) {
      const answer = await save(testApp, { editor, mine, place, version: versionOf(theirs) })
      if (answer.status === 200) {
        stored.push({ base: versionOf(theirs), versionId: answer.body.doc.versionId })
        base = answer.body.doc as Values
        break
      }
      expect({ status: answer.status, code: answer.body.errors[0].code }).toEqual({
        status: 409,
        code: 'STALE_CONTENT',
      })
      const before = theirs
      theirs = await read(testApp, { editor, place })
      const sides = { base: written(before), mine, theirs: written(theirs) }
      const choices = new Map(
        merge(sides).conflicts.map(
          ({ path }) => [path, random.oneOf<Choice>(['mine', 'theirs'])] as const,
        ),
      )
      mine = merge(sides, choices).values
    }
  }
  return stored
}

/** The text with a phone number more, perhaps one of one's own changed, and perhaps other hours. */
function changed(
  base: Values,
  { at, random, round }: { at: number; random: Random; round: number },
): Values {
  const text = written(base)
  const name = `${at}-${round}`
  const phones = [...((text['phones'] ?? []) as Row[])]
  const row = { id: rowId(at, round), label: name, number: phoneNumber(at, round), tty: false }
  phones.splice(random.between(0, phones.length), 0, row)
  return random.between(0, 1) === 0
    ? { ...text, phones, hours: `Hours of ${name}` }
    : { ...text, phones }
}

async function expectNothingLost(
  testApp: TestApp,
  { place, stored }: { place: Place; stored: Stored[] },
): Promise<void> {
  expect(stored).toHaveLength(2 * rounds)
  const { docs } = await testApp.payload.findVersions({
    collection: 'help-organizations',
    limit: 0,
    pagination: false,
    sort: 'updatedAt',
    where: { parent: { equals: place.id } },
  })
  const versions = docs.map(({ id }) => String(id))
  expect(versions).toHaveLength(1 + stored.length)
  // Everybody knew what they wrote over: each version was made on the one before it.
  const bases = new Map(stored.map(({ base, versionId }) => [versionId, base]))
  expect(versions.slice(1).map((id) => bases.get(id))).toEqual(versions.slice(0, -1))
  const phones = docs.at(-1)!.version.phones ?? []
  const expected = [0, 1].flatMap((at) =>
    Array.from({ length: rounds }, (_, round) => `${at}-${round}`),
  )
  expect(phones.map(({ label }) => label).sort()).toEqual(expected.sort())
  for (const { label, number } of phones) {
    const [at, round] = String(label).split('-').map(Number)
    expect(number).toBe(phoneNumber(at!, round!))
  }
}

async function read(
  { app }: TestApp,
  { editor, place }: { editor: Member; place: Place },
): Promise<Values> {
  const { body, status } = await request(app)
    .get(`/api/${place.collection}/${place.id}?draft=true&depth=0`)
    .set('Authorization', editor.authorization!)
  expect(status).toBe(200)
  return body as Values
}

function save(
  { app }: TestApp,
  { editor, mine, place, version }: { editor: Member; mine: Values; place: Place; version: string },
) {
  return request(app)
    .patch(`/api/${place.collection}/${place.id}?draft=true&depth=0`)
    .set('Authorization', editor.authorization!)
    .set('If-Match', `"${version}"`)
    .send(mine)
}

/** What an editor writes; the rest is the platform's. */
function written({ hours, name, phones }: Values): Values {
  return { hours: hours ?? null, name: name ?? null, phones: phones ?? [] } as Values
}

function versionOf({ versionId }: Values): string {
  return String(versionId)
}

function rowId(at: number, round: number): string {
  return `${at}${String(round).padStart(5, '0')}`.padEnd(24, 'a')
}

function phoneNumber(at: number, round: number): string {
  return `+1202555${String(at * 5_000 + round).padStart(4, '0')}`
}
