import http from 'node:http'
import supertest from 'supertest'
import { describe, expect, it } from 'vitest'
import { ReadCache } from '../../../src/http/read-cache.ts'
import type { PublicHeadFollower } from '../../../src/ledger/public-head.ts'
import { readSettings } from '../../../src/settings.ts'

describe('a question that the read cache fails at', () => {
  it.each([
    ['over REST', '/api/stations'],
    ['over GraphQL', '/api/graphql?query={__typename}'],
  ])('is answered behind it: %s', async (_, address) => {
    const logged: unknown[] = []
    const server = http.createServer((req, res) => {
      cacheThatFails(logged).handle(req, res, () => res.end('answered behind the cache'))
    })
    const answer = await supertest(server).get(address)
    expect([answer.status, answer.text]).toEqual([200, 'answered behind the cache'])
    expect(logged).toEqual([expect.objectContaining({ err: new Error('no state is known') })])
  })
})

/** A cache over a ledger whose state cannot be had. */
function cacheThatFails(logged: unknown[]): ReadCache {
  const follower = {
    get head(): never {
      throw new Error('no state is known')
    },
    onChange: () => {},
  } as unknown as PublicHeadFollower
  return new ReadCache({
    collections: ['stations'],
    follower,
    logger: { error: (entry: unknown) => logged.push(entry) } as never,
    settings: readSettings({ NODE_ENV: 'test' }),
  })
}
