import { describe, expect, it } from 'vitest'
import { pageKey } from '../../../../src/delivery/cache/page-key.ts'

describe('the key under which a page is kept', () => {
  it.each([
    '/',
    '/index.md',
    '/es',
    '/es/index.md',
    '/map',
    '/es/map.md',
    '/notices',
    '/forms',
    '/es/help',
    '/stations/balance-paid',
    '/es/notices/cp14',
    '/steps/3b1f',
    '/forms/form843.md',
    '/help/tas',
    '/sitemap.xml',
    '/llms.txt',
    '/es/feed.xml',
  ])('is one for each page: %s', (path) => {
    expect(pageKey(path)).toContain(path)
    expect(pageKey(path)).not.toBe(pageKey('/stations/other'))
  })

  it.each([
    '/search',
    '/search?q=balance',
    '/es/search?q=saldo',
    '/preview?token=x',
    '/preview/leave',
    '/notices?code=CP14',
    '/es/notices?code=',
    '/stations',
    '/stations/a/b',
    '/es/sitemap.xml',
    '/robots.txt',
    '/nothing',
    '/api/stations',
    '/admin',
    `/map?at=${'x'.repeat(101)}`,
  ])('is none for what is made each time: %s', (url) => {
    expect(pageKey(url)).toBeNull()
  })

  it.each([
    ['/stations/a', '/stations/a?utm_source=x'],
    ['/stations/a', '/stations/a?'],
    ['/stations/a', '/stations/a?at=b'],
    ['/map', '/map?utm_source=x'],
    ['/map', '/map?at='],
    ['/map?at=a', '/map?utm_source=x&at=a'],
    ['/map?at=a&line=b', '/map?line=b&at=a'],
    ['/map?at=a', '/map?at=a&at=b'],
    ['/map?at=a', '/map?%61t=%61'],
  ])('is the same where the page is: %s and %s', (one, other) => {
    expect(pageKey(other)).toBe(pageKey(one))
  })

  it.each([
    ['/stations/a', '/es/stations/a'],
    ['/stations/a', '/stations/a.md'],
    ['/stations/a', '/stations/A'],
    ['/map', '/map?at=a'],
    ['/map?at=a', '/map?line=a'],
    ['/map?at=a', '/map?notice=a'],
    ['/map?at=a', '/map?at=a?b'],
    ['/map?at=a&line=b', '/map?at=a%0Aline%3Db'],
    ['/map?at=a&line=b', '/map?at=a%26line%3Db'],
    ['/map?at=a', '/map?at=A'],
  ])('differs where the page does: %s and %s', (one, other) => {
    expect(pageKey(one)).not.toBe(pageKey(other))
  })
})
