import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { JsonValue } from '../../../../src/content/canonical-json.ts'
import type { VisibleContent } from '../../../../src/content/visible-content.ts'
import type { Change, Shown } from '../../../../src/review/differences/change.ts'
import { changesBetween } from '../../../../src/review/differences/changes-between.ts'
import { contentTypes, type ContentType } from '../../../support/content-types.ts'

let stations: ContentType

beforeAll(async () => {
  stations = (await contentTypes())('stations')
})

const content = (fields: VisibleContent['fields']): VisibleContent => ({
  format: 'stationmaster-content-1',
  collection: 'stations',
  fields,
})

const changes = (before: VisibleContent['fields'], after: VisibleContent['fields']) =>
  changesBetween({ before: content(before), after: content(after), fields: stations.fields })

const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 8 })

const idIn = (shown: Shown | null) =>
  shown?.as === 'reference' ? shown.reference.id : JSON.stringify(shown)

type Place = number | null

/** The list after, made of the list before and the changes of its entries. */
function applied(before: readonly string[], found: readonly Change[]): string[] {
  const order = found.find(({ kind }) => kind === 'order')
  if (order?.kind === 'order') return order.to.map(idIn)
  const entries = found.flatMap((change): { entry: string; from: Place; to: Place }[] => {
    const { from, to } = change as { from: Place; to: Place }
    if (change.kind === 'item') return [{ entry: idIn(change.item), from, to }]
    return change.kind === 'row' ? [{ entry: idIn(change.row.about), from, to }] : []
  })
  const gone = new Set(entries.map(({ from }) => from))
  const stay = before.filter((_entry, at) => !gone.has(at + 1))
  const placed = new Map(entries.map(({ entry, to }) => [to, entry]))
  const length = stay.length + entries.filter(({ to }) => to !== null).length
  return Array.from({ length }, (_one, at) => placed.get(at + 1) ?? stay.shift()!)
}

describe('The changes of a list', () => {
  it('lead from the documents before to those after, also where one is there twice', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        expect(applied(before, changes({ steps: before }, { steps: after }))).toEqual(after)
      }),
      { numRuns: 2000 },
    )
  })

  it('lead from the connections before to those after', () => {
    const rows = (some: readonly string[]): JsonValue => some.map((to) => ({ to }))
    const stops = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(
      fc.property(stops, stops, (before, after) => {
        const found = changes({ connections: rows(before) }, { connections: rows(after) })
        expect(applied(before, found)).toEqual(after)
      }),
      { numRuns: 1000 },
    )
  })

  it('name as few entries as can have moved', () => {
    const steps = ['a', 'b', 'c', 'd', 'e']
    const found = changes({ steps }, { steps: ['e', 'a', 'b', 'c', 'd'] })
    expect(found).toMatchObject([{ id: 'steps/e', change: 'moved', from: 5, to: 1 }])
  })

  it('say of rows with nothing in them that they were put in', () => {
    const found = changes({ examples: [] }, { examples: [{}] })
    expect(found).toMatchObject([
      { id: 'examples/#new1', kind: 'row', change: 'added', changes: [] },
    ])
  })

  it('keep a row with another text at its place, and its id while the text before stays', () => {
    const before = { examples: [{ notices: ['n1'] }, { notices: ['n2'] }] }
    const after = { examples: [{ notices: ['n1'] }, { notices: ['n3'] }] }
    expect(changes(before, after)).toMatchObject([
      {
        id: 'examples/#2',
        change: 'changed',
        changes: [
          { id: 'examples/#2/notices/n2', change: 'removed' },
          { id: 'examples/#2/notices/n3', change: 'added' },
        ],
      },
    ])
  })
})
