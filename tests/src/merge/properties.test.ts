import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge, type Choice } from '../../../src/merge/merge.ts'
import { keyOf, saySame, type Row, type Values } from '../../../src/merge/same.ts'

const word = fc.constantFrom('', 'one', 'two', 'three', 'four')
const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const items = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 6 })
const longText = fc
  .array(word, { maxLength: 5 })
  .map((words) => ({ root: { children: words.map((text) => ({ type: 'paragraph', text })) } }))
const rows = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...names),
      label: word,
      count: fc.integer({ min: 0, max: 2 }),
      text: longText,
      items,
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  )
  .map((made) => made as unknown as Row[])

const document: fc.Arbitrary<Values> = fc
  .record(
    {
      title: word,
      isHub: fc.boolean(),
      overview: longText,
      steps: items,
      phones: rows,
      deadline: fc.record({ count: fc.integer({ min: 0, max: 2 }), unit: word, others: rows }),
    },
    { requiredKeys: [] },
  )
  .map((made) => made as unknown as Values)

const sides = fc.record({ base: document, mine: document, theirs: document })
const runs = { numRuns: 400 }

const pathsOf = (made: ReturnType<typeof merge>) => made.conflicts.map(({ path }) => path)
const choosing = (paths: readonly string[], side: Choice) =>
  new Map(paths.map((path) => [path, side] as const))

/** Every value there is in a document, wherever it stands. */
function valuesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)]
  return Object.values(value).flatMap(valuesIn)
}

describe('whatever two people made of a document', () => {
  it('what nobody else changed is as I have it', () => {
    fc.assert(
      fc.property(document, document, (base, mine) => {
        const made = merge({ base, mine, theirs: base })
        expect(pathsOf(made)).toEqual([])
        expect(saySame(made.values, mine)).toBe(true)
      }),
      runs,
    )
  })

  it('what I did not change is as they have it', () => {
    fc.assert(
      fc.property(document, document, (base, theirs) => {
        const made = merge({ base, mine: base, theirs })
        expect(pathsOf(made)).toEqual([])
        expect(saySame(made.values, theirs)).toBe(true)
      }),
      runs,
    )
  })

  it('what both made the same is that', () => {
    fc.assert(
      fc.property(document, document, (base, both) => {
        const made = merge({ base, mine: both, theirs: both })
        expect(pathsOf(made)).toEqual([])
        expect(saySame(made.values, both)).toBe(true)
      }),
      runs,
    )
  })

  it('both have to choose for the same', () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        // What is left of a list, and so its order, is known once its rows are chosen.
        const asked = (made: ReturnType<typeof merge>) =>
          made.conflicts.filter(({ isOrder }) => !isOrder).map(({ path }) => path)
        const one = asked(merge({ base, mine, theirs }))
        const other = asked(merge({ base, mine: theirs, theirs: mine }))
        expect([...one].sort()).toEqual([...other].sort())
      }),
      runs,
    )
  })

  it('both come to say the same when they choose the same, save for the order of lists', () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const paths = pathsOf(merge({ base, mine, theirs }))
        const one = merge({ base, mine, theirs }, choosing(paths, 'mine')).values
        const other = merge({ base, mine: theirs, theirs: mine }, choosing(paths, 'theirs')).values
        expect(valuesIn(JSON.parse(keyOf(one))).sort()).toEqual(
          valuesIn(JSON.parse(keyOf(other))).sort(),
        )
      }),
      runs,
    )
  })

  it('every field is what one of the two made of it, or a list or long text of both', () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const { values } = merge({ base, mine, theirs })
        for (const name of ['title', 'isHub'])
          expect([mine, theirs].some((side) => saySame(values[name], side[name]))).toBe(true)
        const { count, unit } = (values['deadline'] ?? {}) as Values
        const isOf = ({ deadline }: Values) =>
          saySame({ count: count!, unit: unit! }, together(deadline as Values | undefined))
        expect(isOf(mine) || isOf(theirs)).toBe(true)
      }),
      runs,
    )
  })

  it('no row and no entry is lost that one of them put in, and none is there that nobody has', () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const { conflicts, values } = merge({ base, mine, theirs })
        for (const name of ['steps', 'phones']) {
          const ids = (side: Values) => ((side[name] ?? []) as (Row | string)[]).map(idOf)
          const [before, one, other, after] = [base, mine, theirs, values].map(ids)
          const isAsked = (id: string) => conflicts.some(({ path }) => path === `${name}/${id}`)
          expect(new Set(after).size).toBe(after!.length)
          for (const id of new Set([...one!, ...other!])) {
            if (isAsked(id)) continue
            const isKept = !before!.includes(id) || (one!.includes(id) && other!.includes(id))
            expect({ id, isThere: after!.includes(id) }).toEqual({ id, isThere: isKept })
          }
          for (const id of after!) expect([...one!, ...other!]).toContain(id)
        }
      }),
      runs,
    )
  })

  it('once put together, it is nobody’s to choose for any more', () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const { values } = merge({ base, mine, theirs })
        const again = merge({ base: theirs, mine: values, theirs })
        expect(pathsOf(again)).toEqual([])
        expect(saySame(again.values, values)).toBe(true)
      }),
      runs,
    )
  })

  it('changes none of what it is given', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const before = JSON.stringify(given)
        merge(given)
        expect(JSON.stringify(given)).toBe(before)
      }),
      runs,
    )
  })
})

function together(group: Values | undefined): Values {
  return { count: group?.['count'] ?? null, unit: group?.['unit'] ?? null } as Values
}

function idOf(entry: Row | string): string {
  return typeof entry === 'string' ? entry : entry.id
}
