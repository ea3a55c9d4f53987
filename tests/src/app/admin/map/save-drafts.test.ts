import { describe, expect, it } from 'vitest'
import { draftsToSave } from '../../../../../src/app/admin/map/drafts-to-save.ts'
import { saveDrafts } from '../../../../../src/app/admin/map/save-drafts.ts'
import { edited, type Edit } from '../../../../../src/app/admin/map/stops.ts'
import { mapOf, stop } from '../../../../support/map-stops.ts'

const read = mapOf(stop('a'), stop('b'))
const bothLanguages: Edit[] = [
  { kind: 'connect', from: 'a', to: 'b' },
  { kind: 'condition', from: 'a', to: 'b', locale: 'en', text: 'If so' },
  { kind: 'condition', from: 'a', to: 'b', locale: 'es', text: 'Si es así' },
]
const drafts = draftsToSave(read, bothLanguages.reduce(edited, read))

const refused = (code: 'STALE_CONTENT' | 'NOT_PERMITTED') => ({
  refused: [{ code, message: 'No.' }],
})

describe('saving a station in two languages', () => {
  it('saves the second on the version that the first made, with the ids of its rows', async () => {
    const asked: unknown[] = []
    const results = await saveDrafts(drafts, {
      save: async (station, { basedOn, data, locale }) => {
        asked.push([station, basedOn, locale, data])
        return { ok: { doc: { versionId: 'next', connections: [{ id: 'row', to: 'b' }] } } }
      },
    })
    expect(results).toEqual([{ id: 'a', as: 'saved' }])
    expect(asked).toEqual([
      [
        'a',
        'version of a',
        'en',
        { connections: [{ to: 'b', condition: 'If so', transfer: false }] },
      ],
      [
        'a',
        'next',
        'es',
        { connections: [{ id: 'row', to: 'b', condition: 'Si es así', transfer: false }] },
      ],
    ])
  })

  it.each([
    ['nothing where the first is stale', ['STALE_CONTENT'], { as: 'stale', meanwhile: null }],
    ['nothing where the first is refused', ['NOT_PERMITTED'], { as: 'refused', partly: false }],
    [
      'one of them where the second is refused',
      ['', 'STALE_CONTENT'],
      { as: 'refused', partly: true },
    ],
  ] as const)('stores %s, and says so', async (_title, codes, result) => {
    let times = 0
    const results = await saveDrafts(drafts, {
      save: async () => {
        const code = codes[times++]
        return code ? refused(code) : { ok: { doc: { versionId: 'next' } } }
      },
    })
    expect(times).toBe(codes.length)
    expect(results).toMatchObject([{ id: 'a', ...result }])
  })
})
