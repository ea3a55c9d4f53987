import { describe, expect, it } from 'vitest'
import { attribute, firstUnder } from '../../../../src/review/page-differences/html-tree.ts'
import { compare, edited, mainIn, mainOf, marksIn, readOf } from './compared.ts'

const station = mainOf('balance-paid.en')
const notice = mainOf('cp14.en')
const noticeInSpanish = mainOf('cp14.es')

const steps = [
  ...notice.matchAll(/<li class="usa-process-list__item"[\s\S]*?<\/details><\/li>/g),
].map(([step]) => step)
const [, compareRecords, alreadyPaid] = steps as [string, string, string]
const anotherRoute = /<p>A person who doesn[\s\S]*?<\/p>/.exec(station)![0]

describe('marks words', () => {
  it('of a deadline, and none beside them', () => {
    const after = edited(notice, 'Within 21 days', 'Within 30 days')
    const marked = compare(notice, after)
    expect(marked.changes).toEqual([
      { id: '1', kind: 'changed', words: 'By when: Within [21 → 30] days of the' },
    ])
    expect(marksIn(marked.before)).toEqual(['del: Removed: 21'])
    expect(marksIn(marked.after)).toEqual(['ins: Added: 30'])
    expect(marksIn(marked.together)).toEqual(['del: Removed: 21', 'ins: Added: 30'])
  })

  it('as wholes, not by their letters', () => {
    const after = edited(
      notice,
      'Check that the amount is right',
      'Check that the amounts are right',
    )
    expect(marksIn(compare(notice, after).together)).toEqual([
      'del: Removed: amount is',
      'ins: Added: amounts are',
    ])
  })

  it('that differ by an accent alone, in Spanish', () => {
    const after = edited(noticeInSpanish, 'plazo de 21 días', 'plazo de 21 dias')
    const { changes, together } = compare(noticeInSpanish, after, { language: 'es' })
    expect(changes).toHaveLength(1)
    expect(marksIn(together)).toEqual(['del: Se quita: días', 'ins: Se agrega: dias'])
  })

  it('in a telephone number, which is one', () => {
    const after = edited(notice, '>800-829-1040<', '>800-829-1050<')
    expect(marksIn(compare(notice, after).together)).toEqual([
      'del: Removed: 800-829-1040',
      'ins: Added: 800-829-1050',
    ])
  })

  it('once in the list where the same edit stands in many places', () => {
    const after = notice.replaceAll(
      'Compare it with your records',
      'Compare the bill with your records',
    )
    const { changes, together } = compare(notice, after)
    expect(changes.map(({ words }) => words)).toEqual([
      'What to do: Compare [it → the bill] with your records (in 3 places)',
    ])
    expect(marksIn(together, '1')).toHaveLength(6)
  })

  it('apart where a word that is left out means something else each time', () => {
    const page = '<main><p>You do not owe this.</p><p>We will not call you.</p></main>'
    expect(compare(page, page.replaceAll(' not', '')).changes).toHaveLength(2)
  })
})

it('marks a drawing among words as one thing, and says what it is called', () => {
  const after = edited(station, '<title>Collection</title>', '<title>Exam</title>')
  const { changes, together } = compare(station, after)
  expect(changes).toMatchObject([{ kind: 'changed', words: '[Collection → Exam] On the line' }])
  expect(together).toMatch(/<p class="sm-page__kind"><del[^>]*><span[^>]*> Removed: <\/span><svg/)
})

describe('marks blocks', () => {
  it('that are new, inside the item where a list lets no mark stand', () => {
    const { changes, together } = compare(edited(notice, compareRecords, ''), notice)
    expect(changes).toEqual([
      { id: '1', kind: 'added', words: 'What are my next steps?: Compare it with your records' },
    ])
    const item = firstUnder(mainIn(together), (one) => attribute(one, 'data-change') === '1')!
    expect(item.tagName).toBe('li')
    expect(item.childNodes.map(({ nodeName }) => nodeName)).toEqual(['ins'])
  })

  it('that are new one after the other as one change', () => {
    const section =
      '<section aria-labelledby="fraud"><h2 id="fraud">Watch out</h2><p>Never pay by gift card.</p></section>'
    const place = '<section class="sm-section" aria-labelledby="howIGotHere">'
    const { after, changes } = compare(station, edited(station, place, `${section}<hr>${place}`))
    expect(changes.map(({ kind, words }) => ({ kind, words }))).toEqual([
      { kind: 'added', words: 'Watch out' },
    ])
    expect(marksIn(after)).toEqual(['ins: Added:\nWatch out\nNever pay by gift card.'])
  })

  it('that are gone, such as a telephone number', () => {
    const [phone] = [
      ...notice.matchAll(/<div><dt>(?:(?!<\/div>).)*tel:(?:(?!<\/div>).)*<\/div>/g),
    ][0]!
    const { before, changes } = compare(notice, edited(notice, phone, ''))
    expect(changes).toMatchObject([
      { kind: 'removed', words: expect.stringContaining('800-829-1040') },
    ])
    expect(marksIn(before)).toContain('del: Removed: 800-829-1040')
  })

  it('that were rewritten as one that goes where one comes', () => {
    const other = '<p>Nothing of what was here before is said by these few sentences any more.</p>'
    const { changes, together } = compare(station, edited(station, anotherRoute, other))
    expect(changes).toMatchObject([{ kind: 'changed' }])
    expect(marksIn(together).map((mark) => mark.slice(0, 30))).toEqual([
      'del: Removed:\nA person who doe',
      'ins: Added:\nNothing of what wa',
    ])
  })

  it('in a table, inside its cells', () => {
    const page = mainOf('appeal-station.en')
    const [row] = [...page.matchAll(/<tr>(?:(?!<\/tr>).)*<\/tr>/g)].at(-1)!
    const { changes, together } = compare(edited(page, row, ''), page)
    expect(changes).toMatchObject([{ kind: 'added' }])
    const marked = firstUnder(mainIn(together), (one) => attribute(one, 'data-change') === '1')!
    expect(marked.tagName).toBe('tr')
    const cells = marked.childNodes.map((cell) =>
      'childNodes' in cell ? cell.childNodes[0]!.nodeName : '',
    )
    expect(new Set(cells)).toEqual(new Set(['ins']))
  })
})

describe('tells what was moved from what was rewritten', () => {
  it('and where from', () => {
    const first = '<h2 id="overview">Station overview</h2><div class="usa-prose sm-rich">'
    const after = edited(edited(station, anotherRoute, ''), first, first + anotherRoute)
    const { after: right, before: left, changes } = compare(station, after)
    expect(changes).toMatchObject([{ id: '1', kind: 'moved' }])
    expect(marksIn(right)[0]).toContain('Moved here. It stood after “For example, a person gets')
    expect(marksIn(left)[0]).toContain(
      "Moved from here: “A person who doesn't answer a bill takes another…”. It stands now first under “Station overview”.",
    )
  })

  it('with the words that changed in it marked, too', () => {
    const place = '<h2 id="howIGotHere">How did I get here?</h2><div class="usa-prose sm-rich">'
    const moved = edited(anotherRoute, 'another route', 'a longer route')
    const { changes, together } = compare(
      station,
      edited(edited(station, anotherRoute, ''), place, place + moved),
    )
    expect(changes.map(({ kind }) => kind)).toEqual(['moved', 'changed'])
    expect(marksIn(together, '2')).toEqual(['del: Removed: another', 'ins: Added: a longer'])
  })

  it('where two steps change places', () => {
    const after = notice.replace(compareRecords + alreadyPaid, alreadyPaid + compareRecords)
    const { changes, together } = compare(notice, after)
    expect(changes).toMatchObject([
      { kind: 'moved', words: expect.stringContaining('If you have already paid') },
    ])
    expect(marksIn(together, '1').filter((mark) => mark.startsWith('ins'))).toHaveLength(1)
  })
})

describe('says what is different about elements', () => {
  it.each([
    [
      'a link that leads elsewhere',
      '<p>See <a href="/a">this page</a>.</p>',
      '<p>See <a href="/b">this page</a>.</p>',
      'Link leads elsewhere: /a → /b',
    ],
    ['a new link', '<p>See this.</p>', '<p>See <a href="/b">this</a>.</p>', 'Is now a link to /b'],
    [
      'a link that is gone',
      '<p>See <a href="/b">it</a>.</p>',
      '<p>See it.</p>',
      'Is no longer a link to /b',
    ],
    ['bold words', '<p>Pay now.</p>', '<p>Pay <strong>now</strong>.</p>', 'Is now bold'],
    ['plain words', '<p>Pay <em>now</em>.</p>', '<p>Pay now.</p>', 'Is no longer italic'],
    ['a heading', '<h3>What to do</h3>', '<h2>What to do</h2>', 'Heading level 3 → 2'],
    ['a paragraph that became one', '<p>What to do</p>', '<h3>What to do</h3>', 'Is now a heading'],
    [
      'a numbered list',
      '<ul><li>One</li><li>Two</li></ul>',
      '<ol><li>One</li><li>Two</li></ol>',
      'Is now a numbered list',
    ],
    [
      'a description of a picture',
      '<p>The <img src="/x.png" alt="Letter"> here</p>',
      '<p>The <img src="/x.png" alt="Bill"> here</p>',
      'What screen readers say: “Letter” → “Bill”',
    ],
    [
      'the name of a part',
      '<nav aria-label="Here"><p>One</p></nav>',
      '<nav aria-label="There"><p>One</p></nav>',
      'What screen readers say: “Here” → “There”',
    ],
    [
      'what stands closed',
      '<details open=""><summary>More</summary><p>One</p></details>',
      '<details><summary>More</summary><p>One</p></details>',
      'Stands closed now',
    ],
    ['anything else', '<p class="a">One</p>', '<p class="b">One</p>', 'class: a → b'],
  ])('%s', (_what, before, after, says) => {
    const {
      after: right,
      before: left,
      changes,
      together,
    } = compare(`<main>${before}</main>`, `<main>${after}</main>`)
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({
      id: '1',
      kind: 'changed',
      words: expect.stringContaining(says),
    })
    for (const html of [left, right, together]) {
      expect(readOf(mainIn(html))).toContain(says)
      expect(marksIn(html, '1').length).toBeGreaterThan(0)
    }
  })

  it('and not what is for programs', () => {
    const page = '<main><p><a href="/a" data-title="Old">A page</a></p></main>'
    expect(compare(page, page.replace('Old', 'New')).changes).toEqual([])
  })
})

describe('gives back pages', () => {
  const { after, together } = compare(station, edited(station, 'Case Closed', 'Case Over'))

  it('with their head, and without scripts and what stands around', () => {
    expect(after).toContain('<link rel="stylesheet" href="/reader/reader.css">')
    expect(after).not.toMatch(/<script|The frame of every page|<footer><p>The end/)
    expect(after).toContain('<html lang="en">')
  })

  it('whose links open another tab, but for those within the page', () => {
    expect(together).toContain('<base target="_blank">')
    const link = firstUnder(mainIn(compare(notice, notice).after), (one) =>
      Boolean(attribute(one, 'href')?.startsWith('#')),
    )!
    expect(attribute(link, 'target')).toBe('_self')
  })

  it('with what is closed around a change open', () => {
    const closed = (word: string) =>
      `<main><details><summary>More</summary><p>${word} words</p></details><details><summary>Else</summary><p>x</p></details></main>`
    const { together } = compare(closed('Old'), closed('New'))
    expect(together!.match(/<details[^>]*>/g)).toEqual([
      '<details open="" data-change-opened="">',
      '<details>',
    ])
  })

  it('in which an id of the old page that stands twice has another name, and what leads to it with it', () => {
    const part = (text: string) =>
      `<section><h2 id="one">Old ${text}</h2><p>${text} ${text} <a href="#one">${text}</a></p></section>`
    const { together } = compare(
      `<main>${part('apple')}<p>Between the two of them</p></main>`,
      `<main><p>Between the two of them</p>${part('pear')}</main>`,
    )
    expect(together).toContain('<h2 id="one--before">Old apple')
    expect(together).toMatch(/<a href="#one--before"[^>]*>apple/)
    expect(together).toContain('<h2 id="one">Old pear')
    expect(together).toMatch(/<a href="#one"[^>]*>pear/)
  })

  it('with words of the reviewer in their own language', () => {
    const { changes, together } = compare(
      noticeInSpanish,
      edited(noticeInSpanish, '21 días', '30 días'),
      {
        language: 'es',
        labels: 'en',
      },
    )
    expect(changes).toHaveLength(1)
    expect(together).toContain(
      '<span class="sm-change-heard" data-change-note="" lang="en"> Added: </span>',
    )
  })
})

describe('where there is one page alone', () => {
  it('says once that all of it is new', () => {
    const { after, before, changes, together } = compare(null, station)
    expect(before).toBeNull()
    expect(changes).toMatchObject([{ id: '1', kind: 'added' }])
    expect(marksIn(after, '1')).toHaveLength(1)
    expect(readOf(mainIn(together))).toMatch(/^The whole page is new/)
  })

  it('says once that all of it goes', () => {
    const { after, before, changes } = compare(station, null)
    expect(after).toBeNull()
    expect(changes).toMatchObject([{ id: '1', kind: 'removed' }])
    expect(marksIn(before, '1')).toHaveLength(1)
  })

  it('has nothing to say of none', () => {
    expect(compare(null, null)).toEqual({ before: null, after: null, together: null, changes: [] })
  })
})
