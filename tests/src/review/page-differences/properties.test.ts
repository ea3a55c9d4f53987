import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attribute,
  isElement,
  under,
  type Element,
} from '../../../../src/review/page-differences/html-tree.ts'
import { withoutMarks } from '../../../../src/review/page-differences/without-marks.ts'
import { compare, mainIn, readOf, unmarked, written } from './compared.ts'

const words = [
  'pay',
  'the',
  'bill',
  '30',
  'days',
  'IRS',
  'año',
  'plazo',
  'call',
  '1-800-829-1040',
  'not',
]
const nasty = [
  '<script>alert(1)</script>',
  '"',
  "'",
  '&amp;',
  '</main>',
  '<ins>',
  '𝕏',
  'é',
  '\u00a0',
]

const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, fc.constantFrom(...nasty)), {
    minLength: 1,
    maxLength: 9,
  })
  .map((all) => escape(all.join(' ')))

/** Random trees of the elements that pages are made of, as HTML. */
const { main } = fc.letrec<{ line: string; block: string; item: string; main: string }>((tie) => ({
  line: fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: text },
        { weight: 1, arbitrary: text.map((one) => `<strong>${one}</strong>`) },
        { weight: 1, arbitrary: text.map((one) => `<em>${one}<br></em>`) },
        {
          weight: 2,
          arbitrary: fc
            .tuple(fc.constantFrom('/a', '/b', '#c'), text)
            .map(([to, one]) => `<a href="${to}">${one}</a>`),
        },
        { weight: 1, arbitrary: fc.constant('<svg class="x"><title>Line</title></svg>') },
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) => all.join(' ')),
  item: fc.oneof(
    { weight: 3, arbitrary: tie('line') },
    fc.tuple(tie('line'), tie('block')).map(([line, block]) => `${line}${block}`),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: tie('line').map((one) => `<p>${one}</p>`) },
    fc
      .tuple(fc.integer({ min: 2, max: 4 }), tie('line'))
      .map(([level, one]) => `<h${level}>${one}</h${level}>`),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('item'), { minLength: 1, maxLength: 4 }))
      .map(([tag, all]) => `<${tag}>${all.map((one) => `<li>${one}</li>`).join('')}</${tag}>`),
    fc
      .array(fc.tuple(tie('line'), tie('line')), { minLength: 1, maxLength: 3 })
      .map(
        (all) =>
          `<dl>${all.map(([dt, dd]) => `<div><dt>${dt}</dt><dd>${dd}</dd></div>`).join('')}</dl>`,
      ),
    fc
      .array(fc.array(tie('line'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map(
        (rows) =>
          `<table><tbody>${rows
            .map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`)
            .join('')}</tbody></table>`,
      ),
    fc
      .tuple(tie('line'), tie('block'), fc.boolean())
      .map(
        ([line, block, open]) =>
          `<details${open ? ' open=""' : ''}><summary>${line}</summary>${block}</details>`,
      ),
    fc
      .tuple(
        fc.constantFrom('', ' id="one"', ' id="two"', ' class="x"'),
        fc.array(tie('block'), { maxLength: 3 }),
      )
      .map(([own, all]) => `<section${own}>${all.join('')}</section>`),
  ),
  main: fc
    .array(tie('block'), { minLength: 1, maxLength: 6 })
    .map((all) => `<main id="main">${all.join('')}</main>`),
})) as unknown as { main: fc.Arbitrary<string> }

/** A page and what became of it: parts left out, said twice or moved, words replaced. */
const edits = fc
  .tuple(
    main,
    main,
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('drop', 'move', 'word', 'take')), {
      maxLength: 4,
    }),
  )
  .map(([before, other, all]) => ({
    before,
    after: all.reduce((page, edit) => change(page, other, edit), before),
  }))

function change(page: string, other: string, [from, to, how]: [number, number, string]): string {
  if (how === 'word') return page.replaceAll(words[from % words.length]!, words[to % words.length]!)
  const blocks = childrenOf(page)
  const [taken] = blocks.splice(from % blocks.length, 1)
  if (how === 'move') blocks.splice(to % (blocks.length + 1), 0, taken!)
  if (how === 'take') blocks.push(...childrenOf(other).slice(0, 2))
  return `<main id="main">${blocks.join('')}</main>`
}

const childrenOf = (page: string) => mainIn(page).childNodes.filter(isElement).map(written)

const pairs = fc.oneof(
  { weight: 3, arbitrary: edits },
  { weight: 1, arbitrary: fc.tuple(main, main).map(([before, after]) => ({ before, after })) },
)

const runs = { numRuns: 300 }

describe('of any two pages', () => {
  it('the new one without its marks is the new one, and the old one without its marks the old one', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const marked = compare(before, after)
        expect(unmarked(marked.after, 'after')).toBe(written(mainIn(after)))
        expect(unmarked(marked.before, 'before')).toBe(written(mainIn(before)))
      }),
      runs,
    )
  })

  it('both in one read as the old one without what comes, and as the new one without what goes', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const { together } = compare(before, after)
        expect(readOf(withoutMarks(mainIn(together), 'before'))).toBe(readOf(mainIn(before)))
        expect(readOf(withoutMarks(mainIn(together), 'after'))).toBe(readOf(mainIn(after)))
      }),
      runs,
    )
  })

  it('a difference is always a change, and each change is marked', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const { after: right, before: left, changes, together } = compare(before, after)
        const isSame = written(mainIn(before)) === written(mainIn(after))
        expect(changes.length === 0).toBe(isSame)
        const ids = changes.map(({ id }) => id)
        expect(ids).toEqual(ids.map((_, at) => String(at + 1)))
        expect(new Set(marksOn(together))).toEqual(new Set(ids))
        for (const { id, kind } of changes) {
          if (kind === 'added' || kind === 'moved') expect(marksOn(right)).toContain(id)
          if (kind === 'removed' || kind === 'moved') expect(marksOn(left)).toContain(id)
        }
      }),
      runs,
    )
  })

  it('no id stands twice in both in one, unless it did so on the new page', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const ids = idsIn(mainIn(compare(before, after).together))
        expect(ids).toEqual([...new Set(ids)])
      }),
      runs,
    )
  })

  it('marks stand where HTML lets them: a browser reads the page as it was written', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const { together } = compare(before, after)
        expect(misplaced(mainIn(together))).toEqual([])
      }),
      runs,
    )
  })
})

it('a page compared with itself has no change and no mark', () => {
  fc.assert(
    fc.property(main, (page) => {
      const { changes, together } = compare(page, page)
      expect(changes).toEqual([])
      expect(marksOn(together)).toEqual([])
    }),
    runs,
  )
})

it('leaving out what did not change leaves no change out', () => {
  fc.assert(
    fc.property(pairs, ({ before, after }) => {
      const whole = compare(before, after).together
      const { changes, together } = compare(before, after, { only: true })
      expect(new Set(marksOn(together))).toEqual(new Set(changes.map(({ id }) => id)))
      expect(marksOn(together)).toEqual(marksOn(whole))
    }),
    runs,
  )
})

function marksOn(html: string | null): string[] {
  return elementsIn(mainIn(html)).flatMap((one) => attribute(one, 'data-change') ?? [])
}

const idsIn = (main: Element) => elementsIn(main).flatMap((one) => attribute(one, 'id') ?? [])

const elementsIn = (main: Element) => [...under(main)].filter(isElement)

/** Marks directly in what takes items only, and what stands outside its list. */
function misplaced(main: Element): string[] {
  const onlyItems = new Set(['ul', 'ol', 'dl', 'table', 'tbody', 'tr'])
  return elementsIn(main).flatMap(({ childNodes, tagName }) =>
    childNodes.filter(isElement).flatMap((child) => {
      const isMark = ['ins', 'del', 'span'].includes(child.tagName)
      const isLost =
        ['li', 'td', 'tr', 'dt', 'dd'].includes(child.tagName) && /ins|del|span/.test(tagName)
      return (isMark && onlyItems.has(tagName)) || isLost ? [`${tagName} > ${child.tagName}`] : []
    }),
  )
}
