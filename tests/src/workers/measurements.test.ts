import { describe, expect, it } from 'vitest'
import { Measurements } from '../../../src/workers/measurements.ts'

/** Members that answer when a test says so. */
function measurementsOf() {
  const asked: [member: string, number: number][] = []
  const measurements = new Measurements<string>({
    ask: (...question) => asked.push(question),
    patience: 20,
  })
  return { asked, measurements }
}

const counted = (count: number) => [{ name: 'requests', values: [{ value: count }] }]

describe('what several members have counted', () => {
  it('is asked of each, and told when all have answered', async () => {
    const { asked, measurements } = measurementsOf()
    const all = measurements.all(['one', 'two'])
    expect(asked).toEqual([
      ['one', 1],
      ['two', 1],
    ])
    measurements.answered('two', 1, counted(2))
    // Twice from one is not once from each.
    measurements.answered('two', 1, counted(3))
    measurements.answered('one', 1, counted(1))
    expect(await all).toEqual([counted(2), counted(1)])
  })

  it('is kept apart by question', async () => {
    const { measurements } = measurementsOf()
    const first = measurements.all(['one'])
    const second = measurements.all(['one'])
    measurements.answered('one', 2, counted(2))
    measurements.answered('one', 1, counted(1))
    expect(await Promise.all([first, second])).toEqual([[counted(1)], [counted(2)]])
  })

  it('leaves out who does not answer in time, and what comes later', async () => {
    const { measurements } = measurementsOf()
    const all = measurements.all(['one', 'two'])
    measurements.answered('one', 1, counted(1))
    expect(await all).toEqual([counted(1)])
    measurements.answered('two', 1, counted(2))
    expect(await all).toEqual([counted(1)])
  })

  it('is not waited for from one that is gone', async () => {
    const { measurements } = measurementsOf()
    const all = measurements.all(['one', 'two'])
    measurements.answered('one', 1, counted(1))
    measurements.leave('two')
    expect(await all).toEqual([counted(1)])
  })

  it('is nothing where there is nobody', async () => {
    expect(await measurementsOf().measurements.all([])).toEqual([])
  })
})
