import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { pastedAddress } from '../../../../../src/app/admin/rich-text/paste/addresses.ts'
import { cleanPaste } from '../../../../../src/app/admin/rich-text/paste/clean-paste.ts'
import { withoutStyleSheets } from '../../../../../src/app/admin/rich-text/paste/without-style-sheets.ts'
import { fromGoogleDocs, fromWeb, fromWord, fromWordOnline } from './pasted.ts'

describe('A text that is pasted into the editor', () => {
  it('from Word keeps headings, lists, links and tables, and drops styles, comments and footnotes', () => {
    expect(lines(fromWord)).toEqual([
      '<h3>Balance due</h3>',
      '<h3>What it means</h3>',
      '<p>The Austin office sent you <strong>one letter</strong>, and <em>not</em> two. New.</p>',
      '<ul><li>Pay online<ul><li>with a card</li></ul></li><li>Pay <a href="https://www.irs.gov/payments">by mail</a></li></ul>',
      '<h4>How long</h4>',
      '<ol><li>Read it</li><li>Answer it</li></ol>',
      '<table><tbody><tr><td><p>Days</p></td><td colspan="2"><p>What</p></td></tr></tbody></table>',
    ])
  })

  it('from Word in a browser has its items in one list again', () => {
    expect(lines(fromWordOnline)).toEqual([
      '<h3>Next</h3>',
      '<ul><li><strong>Call</strong><ul><li>in the morning</li></ul></li></ul>',
    ])
  })

  it('from Google Docs is bold where it says so, and its links lead straight on', () => {
    expect(lines(fromGoogleDocs)).toEqual([
      '<h3>Sus opciones</h3>',
      '<p>Puede <strong>apelar</strong><em> pronto</em>. <a href="https://www.irs.gov/es">Más</a></p>',
      '<ul><li>Uno<ul><li>Uno y medio</li></ul></li><li>Dos</li></ul>',
      '<ol><li>Primero</li></ol>',
      '<table><tbody><tr><td><p>Día</p></td><td><p>Hora</p></td></tr></tbody></table>',
    ])
  })

  it('from a page of the web keeps its words, and neither pictures, scripts, forms nor what is hidden', () => {
    expect(lines(fromWeb)).toEqual([
      '<h3>Understanding your notice#</h3>',
      '<p>You have <strong>21 days</strong>. Pay or <a href="mailto:help@example.org">write</a>.</p>',
      '<p>Loose words</p>',
      '<p>and more</p>',
      '<p>Name</p>',
      '<h4>Contact</h4>',
      '<ul><li>Call<br>and write<ol><li>First<br>then wait</li></ol></li></ul>',
      '<p>Laid out</p>',
      '<p>in a table</p>',
      '<p>Rates</p>',
      '<table><tbody><tr><th><p>Year</p></th><th><p>Rate</p></th></tr><tr><td rowspan="2"><p>2026</p></td><td><ul><li>8%</li></ul><p>in</p><p>ner</p></td></tr></tbody></table>',
      '<p>EITC</p>',
      '<p>A credit</p>',
    ])
  })

  it.each([
    [
      'one paragraph goes into the line',
      '<p>Only <b>this</b></p>',
      ['Only ', '<strong>this</strong>'],
    ],
    ['words alone do so, too', '<span>Only this</span>', ['Only this']],
    [
      'one heading of the editor stays what it is',
      '<h4>Small</h4><p>a</p>',
      ['<h4>Small</h4>', '<p>a</p>'],
    ],
    [
      'one of a page is of the highest kind',
      '<h2>Large</h2><p>a</p>',
      ['<h3>Large</h3>', '<p>a</p>'],
    ],
    ['nothing leaves nothing', '<p>&nbsp;</p><img src="x">', []],
    [
      'a level that is left out makes no empty item',
      '<ul><li>a<ul><ul><li>b</li></ul></ul></li></ul>',
      ['<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ],
    [
      'an item above the first is an item',
      '<ul><ul><li>a</li></ul><li>b</li></ul>',
      ['<ul><li>a</li><li>b</li></ul>'],
    ],
  ])('%s', (_what, html, expected) => {
    expect(lines(html)).toEqual(expected)
  })

  it('has no element and no attribute that the editor does not offer, whatever it was', () => {
    const allowed =
      /^<\/?(p|h3|h4|ul|ol|li|table|tbody|tr|td|th|strong|em|br)>$|^<(td|th)( (col|row)span="\d+")+>$|^<a href="(https?:|mailto:)[^"]*">$|^<\/a>$/
    for (const html of [fromWord, fromWordOnline, fromGoogleDocs, fromWeb])
      for (const [tag] of lines(html)
        .join('')
        .matchAll(/<[^>]*>/g))
        expect(tag).toMatch(allowed)
  })

  it('is taken up to a bound, and says that there was more', () => {
    const many = cleaned('<p>a</p>'.repeat(15_000))
    expect([many.isCut, many.nodes.length]).toEqual([true, 10_000])
    const long = cleaned(`<p>${'a'.repeat(400_000)}</p><p>more</p>`)
    expect(long.isCut).toBe(true)
    const deep = cleaned(`${'<div>'.repeat(5_000)}deep${'</div>'.repeat(5_000)}<p>flat</p>`)
    expect([deep.isCut, deep.nodes.map((node) => node.textContent)]).toEqual([true, ['flat']])
    const lists = cleaned('<ul><li>a</li></ul>'.repeat(5_000))
    expect([lists.isCut, lists.nodes.length]).toEqual([false, 1])
  })
})

describe('A link that is pasted', () => {
  it.each([
    ['https://www.irs.gov/x', 'https://www.irs.gov/x'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    [
      'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.irs.gov%2F&data=05',
      'https://www.irs.gov/',
    ],
    ['https://www.google.com/url?q=https://www.irs.gov/&sa=D', 'https://www.irs.gov/'],
    [
      'https://www.google.com/url?q=javascript:alert(1)',
      'https://www.google.com/url?q=javascript:alert(1)',
    ],
    ['https://www.google.com/search?q=irs', 'https://www.google.com/search?q=irs'],
    ['javascript:alert(1)', null],
    ['file:///C:/notes.docx#_Toc1', null],
    ['#part', null],
    ['/relative', null],
    [`https://example.org/${'a'.repeat(2_000)}`, null],
    [null, null],
  ])('to %s leads to %s', (href, address) => {
    expect(pastedAddress(href)).toBe(address)
  })
})

describe('The style sheets of what is pasted', () => {
  it.each([
    ['<p>One</p><style>p { color: red }</style><p>Two</p>', '<p>One</p><p>Two</p>'],
    ['<STYLE type="text/css">a</STYLE >b<style>c</style>d', 'bd'],
    ['<p>One</p><style>never ends <p>Two</p>', '<p>One</p>'],
    ['<p>One</p><style>never closes</style', '<p>One</p>'],
    ['<styled-text>stays</styled-text>', '<styled-text>stays</styled-text>'],
    ['', ''],
  ])('are left out of %s', (html, without) => {
    expect(withoutStyleSheets(html)).toBe(without)
  })

  it('are left out in time that grows with the length alone', () => {
    const hostile = '<style></style'.repeat(200_000)
    expect(withoutStyleSheets(hostile)).not.toMatch(/<style[\s>]/)
  })
})

function cleaned(html: string) {
  // As a browser does for a fragment, which this parser leaves outside of the body.
  const page = /<body/i.test(html) ? html : `<html><body>${html}</body></html>`
  return cleanPaste(new DOMParser().parseFromString(page, 'text/html') as unknown as Document)
}

function lines(html: string): string[] {
  return cleaned(html).nodes.map((node) => String(node))
}
