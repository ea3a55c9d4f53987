import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { isInPreview } from '../../../src/http/reader-preview.ts'

describe('a preview', () => {
  it.each([
    ['stationmaster-preview=abc', true],
    ['a=b; stationmaster-preview=abc; c=d', true],
    ['stationmaster-preview=', true],
    ['stationmaster-token=abc', false],
    ['', false],
    [undefined, false],
  ])('is told by the cookie: %s', (cookie, expected) => {
    expect(isInPreview({ headers: { cookie } } as IncomingMessage)).toBe(expected)
  })
})
