import { describe, expect, it } from 'vitest'
import { ChangeLog } from '../../../src/dependencies/change-log.ts'

describe('the change log', () => {
  it('says of each key whether it changed after a moment', () => {
    const log = new ChangeLog()
    log.add(['stations/a', 'stations'])
    const { moment } = log
    log.add(['stations/b', 'stations'])
    expect(log.changedSince(['stations/a'], moment)).toBe(false)
    expect(log.changedSince(['stations/a', 'stations/b'], moment)).toBe(true)
    expect(log.changedSince(['stations/a'], moment - 1)).toBe(true)
    expect(log.changedSince(['stations/b'], log.moment)).toBe(false)
  })

  it('counts every change for what depends on any', () => {
    const log = new ChangeLog()
    const { moment } = log
    log.add(['notices/a'])
    expect(log.changedSince(['changes'], moment)).toBe(true)
    expect(log.changedSince(['changes'], log.moment)).toBe(false)
  })

  it('takes everything for changed where it is not known what did', () => {
    const log = new ChangeLog()
    const { moment } = log
    log.add(null)
    expect(log.changedSince(['stations/never-heard-of'], moment)).toBe(true)
    expect(log.changedSince(['stations/never-heard-of'], log.moment)).toBe(false)
  })

  it('takes everything for changed before it would remember more than it may', () => {
    const log = new ChangeLog({ most: 3 })
    log.add(['a', 'b'])
    const { moment } = log
    log.add(['c', 'd'])
    expect(log.changedSince(['never-heard-of'], moment)).toBe(true)
    log.add(['e'])
    expect(log.changedSince(['never-heard-of'], log.moment - 1)).toBe(false)
    expect(log.changedSince(['e'], log.moment - 1)).toBe(true)
  })
})
