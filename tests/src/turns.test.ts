import { describe, expect, it } from 'vitest'
import { inTurns } from '../../src/turns.ts'

describe('Things that come in turns', () => {
  it('are in their order, and as they are where there are few', () => {
    const few = Array.from({ length: 100 }, (_, number) => ({ number }))
    expect(inTurns(few)).toEqual(few)
  })

  it('are all of them where there are many, of which the first are there at once', async () => {
    const many = Array.from({ length: 1_050 }, (_, number) => ({ number }))
    const coming = inTurns(many)
    expect(coming.slice(0, 100)).toEqual(many.slice(0, 100))
    expect(coming[100]).toBeInstanceOf(Promise)
    expect(await Promise.all(coming)).toEqual(many)
  })

  it('let others go on between them', async () => {
    const coming = inTurns(Array.from({ length: 1_000 }, (_, number) => number))
    let turns = 0
    const others = setInterval(() => (turns += 1), 0)
    const use = async (one: number | Promise<number>) => {
      await one
      // As long as it takes to do something with it.
      const until = performance.now() + 0.1
      while (performance.now() < until);
    }
    // As a GraphQL list is completed.
    await Promise.all(coming.map(use))
    clearInterval(others)
    expect(turns).toBeGreaterThan(1)
  })
})
