import { describe, expect, it } from 'vitest'
import {
  byText,
  sortedFor,
  type KeptComment,
} from '../../../../../src/app/admin/comments/kept-comments.ts'

const text = { collection: 'stations', id: 'audit', title: 'Audit', contentHash: 'aa' }
const kept = (differs: Partial<KeptComment> = {}): KeptComment => ({
  key: 'one',
  person: 'rita',
  collection: 'stations',
  document: 'audit',
  title: 'Audit',
  contentHash: 'aa',
  said: { text: 'Why?', mentions: [], place: null },
  at: 1,
  ...differs,
})

describe('Comments for a request for changes', () => {
  it('are back in the review of the very text they were written about, in their order', () => {
    const all = [kept({ key: 'later', at: 2 }), kept({ key: 'first', at: 1 })]
    const { here, ofOtherTexts } = sortedFor(all, [text])
    expect(here.map(({ key }) => key)).toEqual(['first', 'later'])
    expect(ofOtherTexts).toEqual([])
  })

  it('are told apart where the text is another now', () => {
    const earlier = kept({ contentHash: 'bb' })
    expect(sortedFor([earlier], [text])).toEqual({ here: [], ofOtherTexts: [earlier] })
  })

  it.each([
    ['another document', { document: 'appeals' }],
    ['another content type', { collection: 'notices' }],
  ])('are not in the review of %s', (_what, differs) => {
    expect(sortedFor([kept(differs)], [text])).toEqual({ here: [], ofOtherTexts: [] })
  })

  it('of several documents are in the review of all of them', () => {
    const other = kept({ key: 'two', document: 'appeals', contentHash: 'cc' })
    const appeals = { ...text, id: 'appeals', contentHash: 'cc' }
    expect(sortedFor([kept(), other], [text, appeals]).here).toHaveLength(2)
  })

  it('are listed once for each text, the newest first, with when the last was written', () => {
    const all = [
      kept({ key: 'a', at: 1 }),
      kept({ key: 'b', at: 5, title: 'Audits' }),
      kept({ key: 'c', at: 3, contentHash: 'bb' }),
      kept({ key: 'd', at: 9, document: 'appeals', title: 'Appeals' }),
    ]
    expect(byText(all).map(({ at, comments, title }) => [title, comments, at])).toEqual([
      ['Appeals', ['d'], 9],
      ['Audits', ['a', 'b'], 5],
      ['Audit', ['c'], 3],
    ])
  })
})
