import { describe, expect, it } from 'vitest'
import { deepest } from '../../src/review/page-differences/parse-page.ts'
import {
  compare,
  mainIn,
  marksIn,
  readOf,
  unmarked,
  written,
} from '../src/review/page-differences/compared.ts'

/**
 * Longest that the comparison of two pages may take, in milliseconds. It is a guard against work that grows with the
 * square of a page; a machine at rest needs a tenth of it.
 */
const longest = 15_000

const main = (inside: string) => `<main id="main">${inside}</main>`

/** Words that look random and are the same each time. */
function someWords(count: number, seed: number): string[] {
  return Array.from({ length: count }, (_, at) => `w${((at + 1) * 7919 * (seed + 3)) % 50_021}`)
}

/** Both pages come back from their marks, in time. @returns the changes */
function holds(before: string, after: string) {
  const start = performance.now()
  const marked = compare(before, after)
  const took = performance.now() - start
  expect(unmarked(marked.after, 'after')).toBe(written(mainIn(after)))
  expect(unmarked(marked.before, 'before')).toBe(written(mainIn(before)))
  expect(took).toBeLessThan(longest)
  if (process.env['SAY_TIMES']) console.log(expect.getState().currentTestName, Math.round(took))
  return marked
}

describe('in bounded time', () => {
  it('marks the one changed word in a paragraph of a megabyte', () => {
    const words = someWords(180_000, 1)
    const after = words.with(90_000, 'changed')
    const { after: right, changes } = holds(
      main(`<p>${words.join(' ')}</p>`),
      main(`<p>${after.join(' ')}</p>`),
    )
    expect(changes).toHaveLength(1)
    expect(marksIn(right)).toEqual(['ins: Added: changed'])
  })

  it('marks a paragraph of a megabyte as rewritten where every word is another', () => {
    const [before, after] = [1, 2].map((seed) =>
      main(`<p>${someWords(180_000, seed).join(' ')}</p>`),
    )
    expect(holds(before!, after!).changes).toHaveLength(1)
  })

  it('marks many paragraphs in which every other word changed', () => {
    const paragraphs = (seed: number) =>
      main(
        Array.from({ length: 60 }, (_, at) => {
          const words = someWords(3_000, at)
          return `<p>${words.map((word, one) => (one % 2 ? word : `${word}x${seed}`)).join(' ')}</p>`
        }).join(''),
      )
    expect(holds(paragraphs(1), paragraphs(2)).changes.length).toBeGreaterThan(0)
  })

  it('pairs 5,000 items that all changed a little', () => {
    const list = (says: string) =>
      main(
        `<ul>${someWords(5_000, 1)
          .map((word, at) => `<li>Item ${at} about ${word} ${says} so</li>`)
          .join('')}</ul>`,
      )
    const { changes } = holds(list('says'), list('denies'))
    expect(changes).toMatchObject([
      { kind: 'changed', words: expect.stringContaining('(in 5000 places)') },
    ])
  })

  it('tells what 5,000 items in the reverse order are: moved', () => {
    const items = someWords(5_000, 1).map((word, at) => `<li>Item ${at} about ${word}</li>`)
    const { changes } = holds(
      main(`<ul>${items.join('')}</ul>`),
      main(`<ul>${items.toReversed().join('')}</ul>`),
    )
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['moved']))
  })

  it('replaces 5,000 items by 5,000 others', () => {
    const list = (seed: number) =>
      main(
        `<ul>${someWords(15_000, seed)
          .map((word) => `<li>${word}y${seed}</li>`)
          .slice(0, 5_000)
          .join('')}</ul>`,
      )
    expect(holds(list(1), list(2)).changes.length).toBeGreaterThan(0)
  })

  it('marks a word below 500 elements inside each other', () => {
    const nested = (word: string) =>
      main(`${'<div><p>Beside</p>'.repeat(500)}<p>The ${word} word</p>${'</div>'.repeat(500)}`)
    const { after } = holds(nested('first'), nested('last'))
    expect(marksIn(after)).toEqual(['ins: Added: last'])
  })

  it('marks a word in 500 formats inside each other', () => {
    const nested = (word: string) =>
      main(`<p>${'<b><i>'.repeat(250)}The ${word} word${'</i></b>'.repeat(250)}</p>`)
    const { after } = compare(nested('first'), nested('last'))
    expect(marksIn(after)).toEqual(['ins: Added: last'])
  })
})

it('takes what is deeper than anything on the site as its words', () => {
  const nested = (word: string) =>
    main(`${'<div>'.repeat(20_000)}The ${word} word${'</div>'.repeat(20_000)}`)
  const { after, changes } = compare(nested('first'), nested('last'))
  expect(changes).toHaveLength(1)
  expect(readOf(mainIn(after))).toBe('The Added: last word')
  expect(written(mainIn(after)).split('<div>').length).toBeLessThanOrEqual(deepest + 1)
})

describe('what stands in texts stays text', () => {
  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</ins></p><script>alert(1)</script>',
    '&lt;script&gt;',
    '<!-- --><style>*{}</style>',
  ])('%s', (words) => {
    const escaped = words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
    const marked = holds(
      main(`<h2>${escaped}</h2><p>Old words</p><p title="${escaped}">Same</p>`),
      main(`<h2>${escaped}</h2><p>Old ${escaped} words</p><p title="none">Same</p>`),
    )
    expect(readOf(mainIn(marked.after))).toContain(words.trim())
    for (const html of [marked.before, marked.after, marked.together])
      expect(html).not.toMatch(/<(script|img|style)\b/)
  })
})

it('takes scripts, handlers and nonces out of what it gives back', () => {
  const page = main(
    '<p onclick="go()">One</p><script nonce="abc">go()</script><p nonce="abc">Two</p><template><p>No</p></template>',
  )
  const { together } = compare(page, page.replace('One', 'Three'))
  expect(together).not.toMatch(/onclick|<script|nonce|go\(\)|<template/)
})
