import { describe, expect, it } from 'vitest'
import { TrialCache } from '../../../src/delivery/cache/trial-cache.ts'

const kilobyte = 'x'.repeat(1_000)

function cacheOf(maxBytes: number): TrialCache<string> {
  return new TrialCache<string>({ maxBytes, sizeOf: (value) => value.length })
}

describe('what is kept', () => {
  it('stays within its memory, whatever is added', () => {
    const cache = cacheOf(50_000)
    for (let at = 0; at < 1_000; at += 1) {
      cache.add(`key ${at}`, kilobyte)
      cache.get(`key ${at}`)
      expect(cache.usage.bytes).toBeLessThanOrEqual(50_000)
    }
    expect(cache.usage.count).toBeGreaterThan(30)
  })

  it('survives a stream of ten thousand questions that nobody asks twice', () => {
    const cache = cacheOf(50_000)
    for (let at = 0; at < 20; at += 1) {
      cache.add(`hot ${at}`, kilobyte)
      cache.get(`hot ${at}`)
    }
    for (let at = 0; at < 10_000; at += 1) cache.add(`hostile ${at}`, kilobyte)
    for (let at = 0; at < 20; at += 1) expect(cache.get(`hot ${at}`)).toBe(kilobyte)
  })

  it('is counted anew when it has grown', () => {
    const cache = new TrialCache<{ size: number }>({ maxBytes: 1_000, sizeOf: ({ size }) => size })
    const value = { size: 10 }
    cache.add('key', value)
    cache.get('key')
    value.size = 500
    cache.grown('key', value)
    expect(cache.usage.bytes).toBe(500 + 'key'.length)
  })

  it('is nothing without memory', () => {
    const cache = cacheOf(0)
    cache.add('key', kilobyte)
    expect(cache.get('key')).toBeUndefined()
  })
})
