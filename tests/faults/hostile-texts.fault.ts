import { beforeAll, describe, expect, it } from 'vitest'
import type { JsonValue } from '../../src/content/canonical-json.ts'
import type { VisibleContent } from '../../src/content/visible-content.ts'
import type { Change, RichTextChange } from '../../src/review/differences/change.ts'
import { changesBetween } from '../../src/review/differences/changes-between.ts'
import { paragraph, run, textOf, type Block } from '../support/lexical.ts'
import { seedContents, type SeedContents } from '../support/seed-contents.ts'

let seed: SeedContents

beforeAll(async () => {
  seed = await seedContents()
})

/** What a comparison may take of a processor, in seconds: several times what a slow machine needs. */
const bound = 30

function changes(before: VisibleContent['fields'], after: VisibleContent['fields']): Change[] {
  const content = (fields: VisibleContent['fields']): VisibleContent => ({
    format: 'stationmaster-content-1',
    collection: 'stations',
    fields,
  })
  const start = process.cpuUsage()
  const found = changesBetween({
    before: content(before),
    after: content(after),
    fields: seed.fieldsOf('stations'),
  })
  const { system, user } = process.cpuUsage(start)
  const seconds = (system + user) / 1_000_000
  expect(seconds).toBeLessThan(bound)
  return found
}

function textChange(before: Block[], after: Block[]): RichTextChange {
  const overview = (blocks: Block[]) => ({ overview: { en: textOf(...blocks) as JsonValue } })
  return changes(overview(before), overview(after))[0] as RichTextChange
}

const times = <One>(count: number, make: (at: number) => One): One[] =>
  Array.from({ length: count }, (_one, at) => make(at))

const words = (count: number, make: (at: number) => string): string => times(count, make).join(' ')

const paragraphs = (count: number, make: (at: number) => string): Block[] =>
  times(count, (at) => paragraph(run(make(at))))

const kinds = ({ blocks }: RichTextChange) =>
  [...new Set(blocks.map(({ change }) => change))].sort()

describe('Differences are found in bounded time', () => {
  it('of 10,000 blocks that have nothing in common', () => {
    const text = (name: string) =>
      paragraphs(10_000, (at) => words(8, (word) => `${name}${at}x${word}`))
    expect(kinds(textChange(text('a'), text('b')))).toEqual(['added', 'removed'])
  })

  it('of 10,000 blocks that hardly differ from each other', () => {
    const text = (name: string) =>
      paragraphs(10_000, (at) => `the same words stand in each of these ${name}${at} and again`)
    expect(textChange(text('a'), text('b')).blocks.length).toBeGreaterThanOrEqual(10_000)
  })

  it('of 10,000 blocks of which half the words change, told as changed', () => {
    const text = (name: string) =>
      paragraphs(10_000, (at) => `a${at} b${at} c${at} d${at} ${name} ${name}1 ${name}2 ${name}3`)
    expect(kinds(textChange(text('x'), text('y')))).toEqual(['changed'])
  })

  it('of 10,000 blocks in reverse order, told as moved', () => {
    const text = paragraphs(10_000, (at) => words(8, (word) => `a${at}x${word}`))
    expect(kinds(textChange(text, [...text].reverse()))).toEqual(['moved'])
  })

  it('of 10,000 blocks that are two over and over', () => {
    const text = (every: number) =>
      paragraphs(10_000, (at) => (at % every ? 'one and the same' : 'another one here'))
    expect(textChange(text(2), text(3)).blocks.length).toBeGreaterThan(0)
  })

  it('of a megabyte in one paragraph, all of it different', () => {
    const text = (name: string) => [
      paragraph(run(words(125_000, (at) => `${name}${at}`).slice(0, 1_000_000))),
    ]
    expect(textChange(text('a'), text('b')).blocks[0]!.parts).toHaveLength(2)
  })

  it('of a megabyte in one paragraph of which a word differs, told as that word', () => {
    const text = (word: string) => [
      paragraph(run(words(125_000, (at) => (at === 60_000 ? word : `w${at}`)))),
    ]
    expect(textChange(text('before'), text('after')).words).toEqual({ added: 1, removed: 1 })
  })

  it('of a megabyte without a space, and of one of punctuation', () => {
    const text = (sign: string) => [paragraph(run(sign.repeat(1_000_000 / sign.length)))]
    expect(textChange(text('a'), text('b')).blocks).toHaveLength(1)
    expect(textChange(text('.,'), text(',;')).blocks).toHaveLength(1)
  })

  it('of 50,000 words that are each set otherwise', () => {
    const text = (first: number) => [
      paragraph(...times(50_000, (at) => run(`w${at} `, (at + first) % 2))),
    ]
    expect(textChange(text(0), text(1)).blocks[0]!.look).toHaveLength(50_000)
  })

  it('of 200 long paragraphs of which every other word changes', () => {
    const text = (name: string) =>
      paragraphs(200, (at) =>
        words(1000, (word) => (word % 2 ? `s${at}x${word}` : `${name}${at}x${word}`)),
      )
    expect(kinds(textChange(text('a'), text('b')))).toEqual(['changed'])
  })

  it('of 10,000 rows that have nothing in common', () => {
    const rows = (name: string) => ({
      examples: times(10_000, (at) => ({ text: { en: textOf(paragraph(run(`${name}${at}`))) } })),
    })
    const found = changes(rows('a') as never, rows('b') as never)
    expect(found.length).toBeGreaterThanOrEqual(10_000)
  })

  it('of 10,000 documents in reverse order', () => {
    const steps = times(10_000, (at) => `id${at}`)
    expect(changes({ steps }, { steps: [...steps].reverse() })).toMatchObject([{ kind: 'order' }])
  })
})
