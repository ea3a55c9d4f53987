import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questions } from '../../collections/fields/question-words.ts'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { headings } from '../support/reading.ts'

let panel: Panel
let reader: Tab

beforeAll(async () => {
  panel = await openPanel()
  reader = await panel.open()
})
afterAll(() => panel.close())

// The accessibility tree is what a screen reader reads from, in its order.
describe('a screen reader on the page of a notice', () => {
  let tree: string

  beforeAll(async () => {
    await reader.read('/notices/cp14')
    tree = await reader.page.getByRole('main').ariaSnapshot()
  })

  it('reads the code as it is printed and the title first', async () => {
    const [first] = await headings(reader.page.locator('body'))
    expect(first).toBe('1 CP14 Balance Due of $5 or More, No Math Error')
  })

  it('reads by when and then what to do, before anything else that is told', () => {
    inOrder([
      'heading "CP14 Balance Due',
      'heading "What to do, and by when" [level=2]',
      'Within 21 days of the date printed on the notice.',
      'If the letter prints a date, that date counts.',
      'term: What to do',
      'term: More time',
      'term: If you do nothing',
      'term: The law behind it',
      'heading "What this letter is" [level=2]',
    ])
  })

  it('reads the questions in the order of the content model', () => {
    inOrder(Object.values(questions).map(({ en }) => `heading "${en}" [level=2]`))
  })

  it('reads steps and their situations below the question about next steps', async () => {
    const all = await headings(reader.page.getByRole('main'))
    const next = all.indexOf(`2 ${questions.nextSteps.en}`)
    const help = all.indexOf(`2 ${questions.whereToGetHelp.en}`)
    const steps = all.slice(next + 1, help)
    expect(steps[0]).toBe('3 Is it from the IRS?')
    expect(steps).toContain('3 Pay the full amount')
    expect(steps.filter((one) => one.startsWith('4 ')).length).toBeGreaterThan(3)
    expect(steps.filter((one) => !/^[34] /.test(one))).toEqual([])
  })

  function inOrder(parts: string[]): void {
    const places = parts.map((part) => tree.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((one, other) => one - other))
  }
})

describe('a screen reader on the page of a station', () => {
  it('reads where one is, then the overview and the questions in the order of the content model', async () => {
    await reader.read('/es/stations/balance-paid')
    const all = await headings(reader.page.getByRole('main'))
    expect(all.filter((one) => /^[12] /.test(one)).slice(0, 6)).toEqual([
      '1 Saldo pagado',
      '2 Resumen de esta parada',
      ...Object.values(questions).map(({ es }) => `2 ${es}`),
    ])
  })

  it('finds the parts that all pages share as landmarks with names of their own', async () => {
    const tree = await reader.page.locator('body').ariaSnapshot()
    expect(tree.match(/^- (banner|main|contentinfo)/gm)?.map((one) => one.slice(2))).toEqual([
      'banner',
      'main',
      'contentinfo',
    ])
    const names = [...tree.matchAll(/navigation "([^"]+)"/g)].map(([, name]) => name)
    expect(names).toEqual([...new Set(names)])
    expect(names.length).toBeGreaterThan(2)
  })
})
