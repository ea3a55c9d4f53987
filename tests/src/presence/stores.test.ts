import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { presenceInMemory } from '../../../src/presence/in-memory.ts'
import { presenceInMongodb } from '../../../src/presence/in-mongodb.ts'
import { peopleIn } from '../../../src/presence/presence.ts'
import { holdSeconds, type PresenceRow, type PresenceStore } from '../../../src/presence/store.ts'
import type { TestApp } from '../../support/app.ts'
import { databases } from '../../support/databases.ts'

const start = Date.parse('2099-03-01T12:00:00Z')
const until = start + holdSeconds * 1000
const inAudit = (differs: Partial<PresenceRow> = {}): PresenceRow => ({
  collection: 'stations',
  document: 'audit',
  person: 'ana',
  name: 'Ana López',
  tab: 'tab-of-ana',
  doing: 'looking',
  until,
  ...differs,
})
const place = { collection: 'stations', id: 'audit' }

describe.each(databases)('Who is in which document, beside %s', (database, startApp) => {
  let testApp: TestApp
  let store: PresenceStore
  beforeAll(async () => {
    testApp = await startApp()
  })
  afterAll(() => testApp.close())
  beforeEach(async () => {
    store = database === 'MongoDB' ? presenceInMongodb(testApp.payload) : presenceInMemory()
    await store.remove(await store.at(0))
  })

  it('is told of one document, and of all', async () => {
    const elsewhere = inAudit({ document: 'appeals', tab: 'another-tab' })
    await store.put(inAudit())
    await store.put(elsewhere)
    expect(await store.at(start, place)).toEqual([inAudit()])
    expect(await store.at(start)).toHaveLength(2)
    expect(await store.of('ana', start)).toHaveLength(2)
    expect(await store.of('ben', start)).toEqual([])
  })

  it('is told once for a tab, as it was said last', async () => {
    await store.put(inAudit())
    await store.put(inAudit({ doing: 'writing' }))
    expect(await store.at(start, place)).toEqual([inAudit({ doing: 'writing' })])
  })

  it('holds no longer than was said', async () => {
    await store.put(inAudit())
    expect(await store.at(until - 1, place)).toHaveLength(1)
    expect(await store.at(until, place)).toEqual([])
  })

  it('is over for the tabs that leave, and for no others', async () => {
    const ben = inAudit({ person: 'ben', name: 'Ben Ortiz' })
    await store.put(inAudit())
    await store.put(ben)
    await store.remove([inAudit()])
    await store.remove([])
    expect(await store.at(start, place)).toEqual([ben])
  })
})

describe('In memory', () => {
  beforeEach(() => void vi.useFakeTimers({ now: start }))
  afterEach(() => void vi.useRealTimers())

  it('nothing of a person is left after they are gone, also when nobody asks', async () => {
    const store = presenceInMemory()
    await store.put(inAudit())
    vi.advanceTimersByTime(2 * holdSeconds * 1000)
    expect(await store.at(0)).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('The people in a document', () => {
  it('are told once each, those who write first, whatever their other tabs do', () => {
    expect(
      peopleIn([
        inAudit({ person: 'zoe', name: 'Zoe Marsh' }),
        inAudit(),
        inAudit({ person: 'ben', name: 'Ben Ortiz', doing: 'writing' }),
        inAudit({ person: 'zoe', name: 'Zoe Marsh', doing: 'writing', tab: 'second-tab' }),
        inAudit({ person: 'ben', name: 'Ben Ortiz', tab: 'second-tab' }),
      ]),
    ).toEqual([
      { id: 'ben', name: 'Ben Ortiz', doing: 'writing' },
      { id: 'zoe', name: 'Zoe Marsh', doing: 'writing' },
      { id: 'ana', name: 'Ana López', doing: 'looking' },
    ])
  })
})
