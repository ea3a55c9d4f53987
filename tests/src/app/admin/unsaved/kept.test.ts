import { describe, expect, it } from 'vitest'
import {
  differing,
  keepable,
  keepingOf,
  longestKept,
  mostKept,
  offerFor,
  outdated,
  titleIn,
  type KeptWords,
} from '../../../../../src/app/admin/unsaved/kept.ts'

const now = Date.parse('2026-11-29T12:00:00Z')
const place = { person: 'ana', collection: 'stations', document: 'audit', locale: 'en' }
const kept = (differs: Partial<KeptWords> = {}): KeptWords => ({
  ...place,
  key: 'one',
  title: 'Audit',
  base: 'version-1',
  values: { title: 'Audit by mail' },
  at: now,
  ...differs,
})
const offered = (all: KeptWords[], { held = [] as string[], stored = { title: 'Audit' } } = {}) =>
  offerFor(all, { held: new Set(held), place, stored })

describe('Words that were not saved', () => {
  it('are offered in the form they were written into, the newest first', () => {
    const older = kept({ key: 'older', at: now - 60_000 })
    const newer = kept({ key: 'newer' })
    expect(offered([older, newer]).here).toEqual([newer, older])
  })

  it.each([
    ['to another person', { person: 'ben' }],
    ['in another document', { document: 'appeals' }],
    ['in a new document', { document: null }],
    ['in another content type', { collection: 'notices' }],
  ])('are not offered %s', (_where, differs) => {
    expect(offered([kept(differs)])).toEqual({ here: [], otherLanguages: [], stored: [] })
  })

  it('are told of in the other language', () => {
    const spanish = kept({ locale: 'es' })
    expect(offered([spanish])).toEqual({ here: [], otherLanguages: [spanish], stored: [] })
  })

  it('are not offered while the form they are in is open', () => {
    expect(offered([kept()], { held: ['one'] }).here).toEqual([])
  })

  it('are forgotten once they are stored, also with what is empty left out', () => {
    const stored = { title: 'Audit by mail' }
    const written = kept({ values: { title: 'Audit by mail', summary: '', steps: [] } })
    expect(offered([written], { stored })).toEqual({
      here: [],
      otherLanguages: [],
      stored: ['one'],
    })
  })
})

describe('What becomes of the words in a form', () => {
  const stored = { title: 'Audit', summary: '' }
  it.each([
    ['keeps what differs', { title: 'Audits' }, false, 'keep'],
    ['keeps on keeping it', { title: 'Audits' }, true, 'keep'],
    ['keeps that something was taken out', { title: '' }, false, 'keep'],
    ['forgets what is as it was again', { title: 'Audit' }, true, 'forget'],
    ['does nothing while nothing differs', { title: 'Audit' }, false, 'nothing'],
  ] as const)('%s', (_what, values, isKept, keeping) => {
    expect(keepingOf({ isKept, stored, values: { ...stored, ...values } })).toBe(keeping)
  })

  it('names the fields that differ, also those that only one of the two has', () => {
    expect(
      differing({ title: 'A', summary: 'S', slug: 'a' }, { title: 'B', slug: 'a', code: 'C' }),
    ).toEqual(['title', 'summary', 'code'])
  })

  it.each([
    ['by the field that names it', { code: 'CP14', title: 'You owe tax' }, 'CP14'],
    ['by its title while that is empty', { code: '', title: 'You owe tax' }, 'You owe tax'],
    ['by nothing where there is nothing', { code: null }, ''],
  ])('calls its document %s', (_how, values, title) => {
    expect(titleIn(values, 'code')).toBe(title)
  })

  it('keeps no file, and nothing that is not JSON', () => {
    const file = new Blob(['bytes'])
    expect(keepable({ alt: 'A letter', file, width: undefined })).toEqual({ alt: 'A letter' })
  })
})

describe('What a browser keeps is limited', () => {
  it('in age', () => {
    const last = { key: 'last', at: now - longestKept }
    const tooOld = { key: 'too old', at: now - longestKept - 1 }
    expect(outdated([tooOld, last], now)).toEqual(['too old'])
  })

  it('in number: the oldest goes first', () => {
    const all = Array.from({ length: mostKept + 2 }, (_, age) => ({ key: `${age}`, at: now - age }))
    expect(outdated(all.reverse(), now)).toEqual([`${mostKept}`, `${mostKept + 1}`])
  })
})
