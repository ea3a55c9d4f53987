import { beforeAll, describe, expect, it } from 'vitest'
import type { VisibleContent } from '../../../../src/content/visible-content.ts'
import { changesBetween } from '../../../../src/review/differences/changes-between.ts'
import { sizeOf, summaryOf } from '../../../../src/review/differences/summary-of.ts'
import { edited, editedBlocks } from '../../../support/edited.ts'
import { paragraph, run } from '../../../support/lexical.ts'
import { seedContents, type SeedContents } from '../../../support/seed-contents.ts'

let seed: SeedContents
let notice: VisibleContent

beforeAll(async () => {
  seed = await seedContents()
  notice = seed.contentOf('notices', 'LT11')
})

const changes = (after: VisibleContent | null, before: VisibleContent | null = notice) =>
  changesBetween({ before, after: after ?? notice, fields: seed.fieldsOf('notices') })

describe('The line for the queue', () => {
  it('says what changes, with how many words and steps', () => {
    const deadline = edited(notice, 'deadline.count', () => 21)
    const words = editedBlocks(deadline, 'overview.en', (blocks) => [
      ...blocks,
      paragraph(run('Ask in writing.')),
    ])
    const after = edited(words, 'steps', (steps) => (steps as string[]).slice(1))
    expect(summaryOf(changes(after), 'en')).toBe('Deadline, 3 words in 1 field, 1 step')
    expect(summaryOf(changes(after), 'es')).toBe('Plazo, 3 palabras en 1 campo, 1 paso')
  })

  it('says that nothing changes', () => {
    expect(summaryOf(changes(notice), 'en')).toBe('No change')
  })

  it('begins with that the document is new', () => {
    expect(summaryOf(changes(notice, null), 'en')).toMatch(/^New document, /)
  })
})

describe('The size of a change', () => {
  it('is small for a word', () => {
    const after = edited(notice, 'title.en', (title) => `${String(title)} now`)
    expect(sizeOf(changes(after))).toEqual({ size: 'small', words: 1 })
  })

  it('is medium for a paragraph', () => {
    const words = Array.from({ length: 40 }, (_one, at) => `word${at}`).join(' ')
    const after = editedBlocks(notice, 'overview.en', (blocks) => [
      ...blocks,
      paragraph(run(words)),
    ])
    expect(sizeOf(changes(after))).toEqual({ size: 'medium', words: 40 })
  })

  it('is large for a new document', () => {
    expect(sizeOf(changes(notice, null)).size).toBe('large')
  })

  it('is small for nothing', () => {
    expect(sizeOf([])).toEqual({ size: 'small', words: 0 })
  })
})
