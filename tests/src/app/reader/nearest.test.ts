import { describe, expect, it } from 'vitest'
import { nearestNames, nearestPages } from '../../../../src/app/(reader)/nearest.ts'

describe('the codes that come nearest', () => {
  const codes = ['CP14', 'CP90', 'CP504', 'LT11', 'Letter 1058', 'CP14H']

  it.each([
    ['CP9', ['CP90', 'CP14']],
    ['cp-15', ['CP14', 'CP90', 'CP14H']],
    ['CPI4', ['CP14', 'CP14H', 'CP504', 'CP90']],
    ['CP5O4', ['CP504', 'CP14']],
    ['LTR1085', ['Letter 1058']],
    ['carta 1059', ['Letter 1058']],
    ['CP9999', ['CP90']],
    ['CP123456', []],
    ['', []],
  ])('to “%s” are at most two signs off or begin alike, the nearest first', (typed, near) => {
    expect(nearestNames(typed, codes).sort()).toEqual([...near].sort())
    expect(nearestNames(typed, codes)[0]).toBe(near[0])
  })

  it('are at most four', () => {
    expect(nearestNames('CP1', ['CP2', 'CP3', 'CP4', 'CP5', 'CP6', 'CP7'])).toEqual([
      'CP2',
      'CP3',
      'CP4',
      'CP5',
    ])
  })

  it('are found for a text of any length in no time', () => {
    expect(nearestNames('CP14'.repeat(100_000), codes)).toEqual([])
  })
})

describe('the pages whose addresses come nearest', () => {
  const pages = ['/stations/balance-paid', '/stations/appeal', '/notices/cp14', '/help/irs'].map(
    (path) => ({ path }),
  )

  it.each([
    ['/stations/balance-payd', '/stations/balance-paid'],
    ['/somewhere/else/balance-paid', '/stations/balance-paid'],
    ['/balance-paid.html', '/stations/balance-paid'],
    ['/BALANCE-PAID/', '/stations/balance-paid'],
    ['/stations/balance', '/stations/balance-paid'],
    ['/notices/understanding-your-cp14-notice', '/notices/cp14'],
    ['/stations/apeal', '/stations/appeal'],
  ])('to %s begin with %s', (pathname, path) => {
    expect(nearestPages(pathname, pages)[0]).toEqual({ path })
  })

  it.each(['/', '/x', '/zz', '/wp-login.php', '/stations/something-else'])(
    'are none where nothing is like it: %s',
    (pathname) => {
      expect(nearestPages(pathname, pages)).toEqual([])
    },
  )

  it('are at most four, in the order of their addresses where they are as near', () => {
    const many = ['f', 'e', 'd', 'c', 'b'].map((letter) => ({ path: `/stations/audit-${letter}` }))
    expect(nearestPages('/audit', many).map(({ path }) => path)).toEqual([
      '/stations/audit-b',
      '/stations/audit-c',
      '/stations/audit-d',
      '/stations/audit-e',
    ])
  })
})
