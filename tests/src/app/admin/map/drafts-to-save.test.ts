import { describe, expect, it } from 'vitest'
import { draftsToSave } from '../../../../../src/app/admin/map/drafts-to-save.ts'
import { namesOf, sayStopChanges } from '../../../../../src/app/admin/map/say-change.ts'
import { edited, type Edit, type Stops } from '../../../../../src/app/admin/map/stops.ts'
import { mapEditorWordsFor } from '../../../../../src/app/admin/map/words.ts'
import type { Locale } from '../../../../../src/locales.ts'
import { lines, mapOf, stop, way } from '../../../../support/map-stops.ts'

const read = mapOf(
  stop('a', { connections: [way('b', { condition: { en: 'If so', es: 'Si es así' } })] }),
  stop('b', { stored: { x: 1, y: 2 }, unfinished: ['row without station'] }),
  stop('c', { phase: 'blue', order: 5 }),
)

function after(...edits: Edit[]): Stops {
  return edits.reduce(edited, read)
}

function said(screen: Stops, language: Locale = 'en'): string[] {
  const words = mapEditorWordsFor(language)
  const names = namesOf({ language, phases: lines, stations: screen.values(), words })
  return draftsToSave(read, screen).map(
    ({ changes, stop: { id } }) =>
      `${names.station(id)}: ${sayStopChanges(changes, { names, words })}`,
  )
}

describe('the drafts to save', () => {
  it('are those of stations that differ, each on the version that was read', () => {
    const screen = after(
      { kind: 'move', places: new Map([['c', { x: 5, y: 6 }]]) },
      { kind: 'giveBack', ids: ['b'] },
    )
    expect(draftsToSave(read, screen)).toMatchObject([
      {
        basedOn: 'version of b',
        patches: [{ locale: 'en', data: { position: { x: null, y: null } } }],
      },
      { basedOn: 'version of c', patches: [{ locale: 'en', data: { position: { x: 5, y: 6 } } }] },
    ])
  })

  it('are none when everything is as it was again', () => {
    const there = after({ kind: 'connect', from: 'b', to: 'c' })
    expect(draftsToSave(read, edited(there, { kind: 'cut', from: 'b', to: 'c' }))).toEqual([])
    const emptied = edited(
      after({ kind: 'condition', from: 'a', to: 'b', locale: 'en', text: '' }),
      { kind: 'condition', from: 'a', to: 'b', locale: 'en', text: 'If so' },
    )
    expect(draftsToSave(read, emptied)).toEqual([])
  })

  it('name every row of the connections by its id, those without a station too', () => {
    const [draft] = draftsToSave(read, after({ kind: 'connect', from: 'b', to: 'c' }))
    expect(draft!.patches).toEqual([
      {
        locale: 'en',
        data: {
          connections: [
            { to: 'c', condition: null, transfer: true },
            { id: 'row without station' },
          ],
        },
      },
    ])
  })

  it('are saved in each language in which a condition changes', () => {
    const [spanish] = draftsToSave(
      read,
      after({ kind: 'condition', from: 'a', to: 'b', locale: 'es', text: 'Si paga' }),
    )
    expect(spanish!.patches).toEqual([
      {
        locale: 'es',
        data: {
          connections: [{ id: 'row to b', to: 'b', condition: 'Si paga', transfer: false }],
        },
      },
    ])
    const both = after(
      { kind: 'connect', from: 'b', to: 'a' },
      { kind: 'condition', from: 'b', to: 'a', locale: 'en', text: 'If not' },
      { kind: 'condition', from: 'b', to: 'a', locale: 'es', text: 'Si no' },
    )
    expect(draftsToSave(read, both)[0]!.patches.map(({ locale }) => locale)).toEqual(['en', 'es'])
  })

  it('save a line, its place and a mark beside the connections at once', () => {
    const [draft] = draftsToSave(
      read,
      after(
        { kind: 'line', ids: ['a'], phase: 'blue' },
        { kind: 'mark', id: 'a', mark: 'isEnd', on: true },
        { kind: 'cut', from: 'a', to: 'b' },
      ),
    )
    expect(draft!.patches).toEqual([
      { locale: 'en', data: { phase: 'blue', order: 6, isEnd: true, connections: [] } },
    ])
  })
})

describe('what will be saved', () => {
  it.each<[string, Edit[], string[]]>([
    [
      'a stop that was moved and a connection that was cut',
      [
        { kind: 'move', places: new Map([['b', { x: 9, y: 9 }]]) },
        { kind: 'cut', from: 'a', to: 'b' },
      ],
      ['a: connection to b cut', 'b: moved'],
    ],
    [
      'a stop with a place of its own',
      [{ kind: 'move', places: new Map([['a', { x: 9, y: 9 }]]) }],
      ['a: put in a place of its own'],
    ],
    [
      'another line',
      [{ kind: 'line', ids: ['a'], phase: 'blue' }],
      ['a: put on the line blue line; place 6 on its line'],
    ],
    [
      'a connection with its condition',
      [
        { kind: 'connect', from: 'a', to: 'c' },
        { kind: 'condition', from: 'a', to: 'c', locale: 'en', text: 'If late' },
      ],
      ['a: connected to c, changing lines, condition in English: “If late”'],
    ],
    [
      'a condition in each language',
      [
        { kind: 'condition', from: 'a', to: 'b', locale: 'en', text: '' },
        { kind: 'condition', from: 'a', to: 'b', locale: 'es', text: 'Si paga' },
      ],
      ['a: no condition to b in English any more; condition to b in Spanish: “Si paga”'],
    ],
  ])('says %s', (_title, edits, sentences) => {
    expect(said(after(...edits))).toEqual(sentences)
  })

  it('is said in Spanish as well', () => {
    expect(said(after({ kind: 'line', ids: ['a'], phase: 'blue' }), 'es')).toEqual([
      'a: puesta en la línea línea blue; lugar 6 en su línea',
    ])
  })
})
