import { wordBoundariesRegex } from 'payload/shared'
import { describe, expect, it } from 'vitest'
import { textWith } from '../../../../../src/app/admin/references/text-with.ts'

const text = 'CP14 – You have a balance due'
const found = (typed: string, of = text) => textWith(typed, of, (words) => `found by “${words}”`)

describe('The text of an option', () => {
  it.each(['CP14', 'balance', 'due BALANCE', 'bal', ''])('is the name, which has %j', (typed) => {
    expect(found(typed)).toBe(text)
  })

  it('says by what it was found, where the name does not have that', () => {
    expect(found('cp-14')).toBe('CP14 – You have a balance due, found by “cp-14”')
    expect(found('balance cónyuge')).toBe(`${text}, found by “balance cónyuge”`)
  })

  it.each([
    ['another spelling', 'cp-14', text],
    ['signs', 'a.*[b', text],
    ['spaces', '  pago  ', text],
    ['a long name', 'pago', 'Word '.repeat(60)],
    ['a long name, far apart', 'first last', `first ${'Word '.repeat(56)} last`],
    ['as much as can be asked', 'a'.repeat(200), text],
  ])('is shown by Payload’s field with %s', (_what, typed, of) => {
    const shown = found(typed, of)
    expect(shown.length).toBeLessThanOrEqual(250)
    expect(shown).toMatch(wordBoundariesRegex(typed))
  })
})
