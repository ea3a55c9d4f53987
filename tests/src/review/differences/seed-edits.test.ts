import { beforeAll, describe, expect, it } from 'vitest'
import type { VisibleContent } from '../../../../src/content/visible-content.ts'
import type { Change, RichTextChange } from '../../../../src/review/differences/change.ts'
import { changesBetween } from '../../../../src/review/differences/changes-between.ts'
import { textAfter, textBefore } from '../../../../src/review/differences/parts.ts'
import { sayChange } from '../../../../src/review/differences/say-change.ts'
import { edited, editedBlocks, inside } from '../../../support/edited.ts'
import { block, paragraph, run, type Block } from '../../../support/lexical.ts'
import { seedContents, type SeedContents } from '../../../support/seed-contents.ts'

let seed: SeedContents
let balancePaid: VisibleContent

beforeAll(async () => {
  seed = await seedContents()
  balancePaid = seed.contentOf('stations', 'balance-paid')
})

const changes = (before: VisibleContent | null, after: VisibleContent): Change[] =>
  changesBetween({ before, after, fields: seed.fieldsOf(after.collection) })

const said = (found: readonly Change[], language: 'en' | 'es' = 'en'): string[] =>
  found.map((change) => sayChange(change, { language, nameOf: seed.nameOf }))

/** The one change of a text in the editor's form. */
function textChange(after: VisibleContent, before = balancePaid): RichTextChange {
  const found = changes(before, after)
  expect(found).toHaveLength(1)
  return found[0] as RichTextChange
}

const outline = ({ blocks }: RichTextChange) =>
  blocks.map(({ change, from, moved, to }) => [change, from, to, moved])

/** A run of words cut in three, the middle set in bold. */
function withBold(node: Block, words: string): Block[] {
  const [before, after] = String(node['text']).split(words)
  return [
    { ...node, text: before },
    { ...node, text: words, format: 1 },
    { ...node, text: after },
  ]
}

describe('In a text, the review tells', () => {
  it('a moved paragraph from a rewritten one', () => {
    const moved = editedBlocks(balancePaid, 'overview.en', ([one, two, three]) => [
      three!,
      one!,
      two!,
    ])
    expect(outline(textChange(moved))).toEqual([
      ['moved', 3, 1, 'up'],
      ['same', 1, 2, null],
    ])
    expect(said(changes(balancePaid, moved))).toEqual([
      'In English, a paragraph moves up in “Station overview”.',
    ])
  })

  it('a rewritten paragraph from one that was removed and one that was added elsewhere', () => {
    const words =
      'Whoever ignores the bill gets more letters, may face a lien, and can still arrive here later.'
    const after = editedBlocks(balancePaid, 'overview.en', ([one, two]) => [
      one!,
      two!,
      paragraph(run(words)),
    ])
    const change = textChange(after)
    expect(outline(change)).toEqual([
      ['same', 2, 2, null],
      ['changed', 3, 3, null],
    ])
    expect(textAfter(change.blocks[1]!.parts)).toBe(words)
    expect(textBefore(change.blocks[1]!.parts)).toMatch(/^A person who doesn't answer a bill takes/)
    expect(said([change])).toEqual(['In English, a paragraph is rewritten in “Station overview”.'])
  })

  it('a paragraph that moved and changed by a word from a new one', () => {
    const after = editedBlocks(balancePaid, 'overview.es', ([one, two, three]) => {
      const [first, ...rest] = inside(three!)
      const text = String(first!['text']).replace('otro camino', 'un camino distinto')
      return [{ ...three!, children: [{ ...first, text }, ...rest] }, one!, two!]
    })
    const change = textChange(after)
    expect(outline(change)).toEqual([
      ['changed', 3, 1, 'up'],
      ['same', 1, 2, null],
    ])
    expect(change.words).toEqual({ added: 2, removed: 1 })
    expect(said([change], 'es')).toEqual([
      'En español, «Resumen de la estación»: cambian 2 palabras; sube un párrafo.',
    ])
  })

  it('whole words, with what stands around them left as it is', () => {
    const after = edited(balancePaid, 'summary.en', (text) =>
      String(text).replace('everything you owed', 'all you owe'),
    )
    expect(changes(balancePaid, after)).toMatchObject([
      {
        id: 'summary.en',
        kind: 'text',
        words: { added: 2, removed: 2 },
        parts: [
          { change: 'same', text: 'You have paid ' },
          { change: 'removed', text: 'everything' },
          { change: 'added', text: 'all' },
          { change: 'same', text: ' you ' },
          { change: 'removed', text: 'owed' },
          { change: 'added', text: 'owe' },
          { change: 'same', text: ' on this tax account, so nothing is left to collect.' },
        ],
      },
    ])
  })

  it('a word that became bold, its letters the same', () => {
    const after = editedBlocks(balancePaid, 'overview.en', ([one, ...rest]) => {
      const [first, ...others] = inside(one!)
      return [{ ...one!, children: [...withBold(first!, 'paid in full'), ...others] }, ...rest]
    })
    const change = textChange(after)
    expect(change.words).toEqual({ added: 0, removed: 0 })
    expect(change.blocks[0]!.parts[1]).toEqual({
      text: 'paid in full',
      change: 'same',
      marks: { bold: true },
      marksBefore: {},
    })
    expect(said([change])).toEqual(['In English, “Station overview”: “paid in full” becomes bold.'])
    expect(said(changes(after, balancePaid))).toEqual([
      'In English, “Station overview”: “paid in full” is no longer bold.',
    ])
  })

  it('a link that leads elsewhere, its words the same', () => {
    const after = editedBlocks(
      balancePaid,
      'overview.en',
      (blocks) =>
        JSON.parse(JSON.stringify(blocks).replace('id-of-CP14', 'id-of-CP161')) as Block[],
    )
    expect(said([textChange(after)])).toEqual([
      'In English, “Station overview”: the link “Notice CP14” now leads to the notice CP161, no longer to the notice CP14.',
    ])
    expect(said([textChange(after)], 'es')).toEqual([
      'En inglés, «Resumen de la estación»: el enlace «Notice CP14» lleva ahora al aviso CP161, y ya no al aviso CP14.',
    ])
  })

  it('a heading that goes a level down', () => {
    const heading = (tag: string) => block('heading', [run('How to pay')], { tag })
    const before = editedBlocks(balancePaid, 'overview.en', (blocks) => [heading('h3'), ...blocks])
    const after = editedBlocks(balancePaid, 'overview.en', (blocks) => [heading('h4'), ...blocks])
    expect(said([textChange(after, before)])).toEqual([
      'In English, “Station overview”: a heading goes from level 3 to 4.',
    ])
    expect(said([textChange(before)])).toEqual([
      'In English, a heading is added in “Station overview”.',
    ])
  })

  it('an item put into a list from its neighbours, whose numbers follow', () => {
    const after = editedBlocks(balancePaid, 'whatItMeans.en', (blocks) =>
      blocks.map((one) => {
        if (one['type'] !== 'list') return one
        const [first] = inside(one)
        const added = { ...first, children: [run('You can ask somebody to help you.')] }
        const items = [added, ...inside(one)].map((item, at) => ({ ...item, value: at + 1 }))
        return { ...one, children: items }
      }),
    )
    expect(outline(textChange(after))).toEqual([
      ['same', 2, 2, null],
      ['added', null, 3, null],
    ])
  })

  it('a list that becomes numbered, once for all its items', () => {
    const after = editedBlocks(balancePaid, 'whatItMeans.en', (blocks) =>
      blocks.map((one) =>
        one['type'] === 'list' ? { ...one, listType: 'number', tag: 'ol' } : one,
      ),
    )
    expect(said([textChange(after)])).toEqual([
      'In English, “What does this letter or notice mean to me?”: a list becomes numbered.',
    ])
  })

  it('a paragraph that becomes an item of a list', () => {
    const after = editedBlocks(balancePaid, 'overview.en', ([one, two, three]) => [
      one!,
      two!,
      block('list', [block('listitem', inside(three!), { value: 1 })], { listType: 'bullet' }),
    ])
    const last = textChange(after).blocks.at(-1)!
    expect(last.look[0]).toMatchObject({
      what: 'block',
      from: { kind: 'paragraph' },
      to: { kind: 'listItem', list: 'bullet', depth: 1 },
    })
    expect(last).toMatchObject({
      change: 'changed',
      words: { added: 0, removed: 0 },
    })
  })

  it('a row of a table by its cells', () => {
    const row = (...cells: string[]) =>
      block(
        'tablerow',
        cells.map((text) => block('tablecell', [paragraph(run(text))])),
      )
    const table = (...rows: Block[]) => block('table', rows)
    const before = editedBlocks(balancePaid, 'overview.en', () => [
      table(row('Code', 'Meaning'), row('CP14', 'First bill')),
    ])
    const after = editedBlocks(balancePaid, 'overview.en', () => [
      table(row('Code', 'Meaning'), row('CP14', 'First notice'), row('CP501', 'Reminder')),
    ])
    const change = textChange(after, before)
    expect(change.blocks.map((one) => [one.change, textAfter(one.parts)])).toEqual([
      ['same', 'Code | Meaning'],
      ['changed', 'CP14 | First notice'],
      ['added', 'CP501 | Reminder'],
    ])
  })

  it('words from a change of look in another block, and forgets neither', () => {
    const after = editedBlocks(balancePaid, 'overview.en', ([one, two, three]) => [
      { ...one!, format: 'center' },
      two!,
      { ...three!, children: [...inside(three!), run(' It takes time.')] },
    ])
    expect(said([textChange(after)])).toEqual([
      'In English, “Station overview”: 3 words are added; something readers hardly see changes (format).',
    ])
  })
})

describe('In a document, the review tells', () => {
  it('a Spanish text that is gone', () => {
    const after = edited(balancePaid, 'overview.es', () => undefined)
    const [change] = changes(balancePaid, after)
    expect(change).toMatchObject({ id: 'overview.es', locale: 'es', change: 'removed' })
    expect(said([change!])).toEqual(['In Spanish, “Station overview” is removed (143 words).'])
    expect(said([change!], 'es')).toEqual([
      'En español, se quita «Resumen de la estación» (143 palabras).',
    ])
  })

  it('a deadline of 21 days in place of 30', () => {
    const before = seed.contentOf('notices', 'LT11')
    const after = edited(before, 'deadline.count', () => 21)
    expect(said(changes(before, after))).toEqual(['The deadline goes from 30 days to 21 days.'])
    expect(said(changes(before, after), 'es')).toEqual(['El plazo pasa de 30 días a 21 días.'])
  })

  it('business days from days, and a deadline that goes away', () => {
    const before = seed.contentOf('notices', 'LT11')
    const after = edited(before, 'deadline.unit', () => 'businessDays')
    expect(said(changes(before, after))).toEqual([
      'The deadline goes from 30 days to 30 business days.',
    ])
    const none = edited(
      edited(before, 'deadline.unit', () => undefined),
      'deadline.count',
      () => undefined,
    )
    expect(said(changes(before, none))).toEqual([
      'The deadline of 30 days goes away: readers are told to use the date printed on the notice.',
    ])
  })

  it('a step that was put in, without the steps behind it', () => {
    const after = edited(balancePaid, 'steps', (steps) => {
      const [first, ...rest] = steps as string[]
      return [first, 'id-of-ask-for-an-appeal', ...rest]
    })
    expect(changes(balancePaid, after)).toMatchObject([
      { id: 'steps/id-of-ask-for-an-appeal', kind: 'item', change: 'added', to: 2 },
    ])
    expect(said(changes(balancePaid, after))).toEqual([
      'The step ask-for-an-appeal is added to “Steps, in order”, in place 2.',
    ])
  })

  it('a step that is done earlier', () => {
    const after = edited(balancePaid, 'steps', (steps) => {
      const [one, two, three, ...rest] = steps as string[]
      return [three, one, two, ...rest]
    })
    expect(said(changes(balancePaid, after))).toEqual([
      'The step if-you-disagree moves from place 3 to 1.',
    ])
  })

  it('a new order of all steps, at once', () => {
    const after = edited(balancePaid, 'steps', (steps) => [...(steps as string[])].reverse())
    expect(changes(balancePaid, after)).toMatchObject([{ id: 'steps', kind: 'order' }])
  })

  it('the condition of a connection, by the station it leads to', () => {
    const before = seed.contentOf('stations', 'notice-of-tax-due')
    const after = edited(before, 'connections.0.condition.en', () => 'If you pay in full')
    expect(changes(before, after)).toMatchObject([
      {
        id: 'connections/id-of-pay-tax-due-in-full',
        kind: 'row',
        change: 'changed',
        changes: [
          {
            id: 'connections/id-of-pay-tax-due-in-full/condition.en',
            path: 'connections.0.condition.en',
            locale: 'en',
          },
        ],
      },
    ])
    expect(said(changes(before, after))).toEqual([
      'In English, the condition of the way to pay-tax-due-in-full changes from “If you pay” to “If you pay in full”.',
    ])
  })

  it('connections that are new and gone, and not those that keep their station', () => {
    const before = seed.contentOf('stations', 'notice-of-tax-due')
    const after = edited(before, 'connections', (rows) => [
      ...(rows as Block[]).slice(1),
      { to: 'id-of-balance-paid', condition: { en: 'If you pay in full.', es: 'Si paga todo.' } },
    ])
    expect(said(changes(before, after))).toEqual([
      'It no longer leads to pay-tax-due-in-full.',
      'It now leads to balance-paid, if you pay in full.',
    ])
    expect(said(changes(before, after), 'es')[1]).toBe('Ahora lleva a balance-paid, si paga todo.')
  })

  it('a document that is new, with all it holds', () => {
    const found = changes(null, balancePaid)
    expect(found[0]).toMatchObject({ id: 'document', kind: 'document' })
    expect(found.map(({ id }) => id)).toContain('overview.es')
    expect(found.length).toBeGreaterThan(20)
  })
})
