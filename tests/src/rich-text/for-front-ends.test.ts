import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { toHtml, toPlainText } from '../../../src/delivery/rich-text/convert.ts'
import { richTextHtml, richTextText } from '../../../src/rich-text/for-front-ends.ts'
import { RoadmapText } from '../../../src/rich-text/for-react.tsx'
import { usualLinks, type LinkTarget } from '../../../src/rich-text/link-pattern.ts'

/** Every element and attribute that may come out, and no other. */
const elements = 'p h1 h2 h3 h4 h5 h6 ul ol li a table tbody tr th td br strong em s u code sub sup'
const attributes =
  'href rel target start scope colspan rowspan data-collection data-id data-slug data-code data-number data-title'

const station = { id: 'b7', slug: 'balance-paid', title: 'Balance “paid” & <closed>' }

const say = (text: unknown, more: object = {}) => ({ type: 'text', text, format: 0, ...more })
const block = (type: unknown, children: unknown[], more: object = {}) => ({
  type,
  children,
  ...more,
})
const text = (...children: unknown[]) => ({ root: block('root', children) })
const paragraph = (...children: unknown[]) => block('paragraph', children)
const link = (fields: unknown, words = 'here') => block('link', [say(words)], { fields })
const inside = (value: unknown = station, relationTo: unknown = 'stations') =>
  link({ linkType: 'internal', doc: { relationTo, value } })

const options = { locale: 'es' }

/** All three ways to HTML, which have to agree. */
function html(given: unknown, more: object = {}): string {
  const asked = { ...options, ...more }
  const plain = richTextHtml(given, asked)
  const server = toHtml(given, {
    headingLevel: 2,
    links: usualLinks,
    ...asked,
    targetOf: targetIn,
  })
  expect(server).toBe(plain)
  const react = renderToStaticMarkup(createElement(RoadmapText, { text: given, ...asked }))
  expect(sameSigns(react)).toBe(sameSigns(plain))
  return plain
}

/** What a document is linked to: the one that the text holds, as reads with a depth give it. */
function targetIn(linked: { collection: string; id: string }): LinkTarget | undefined {
  const { collection, document, id } = linked as typeof linked & { document?: unknown }
  return typeof document === 'object' ? { ...document, collection, id } : undefined
}

/** React writes the same signs in other ways. */
function sameSigns(markup: string): string {
  const { document } = parseHTML(`<!doctype html><body>${markup}</body>`)
  return document.body.innerHTML
}

describe('a text as HTML', () => {
  it.each([
    ['a paragraph', paragraph(say('Pay it.')), '<p>Pay it.</p>'],
    ['an empty paragraph, which is only a gap', paragraph(), ''],
    ['bold', paragraph(say('a', { format: 1 })), '<p><strong>a</strong></p>'],
    ['bold and italic', paragraph(say('a', { format: 3 })), '<p><em><strong>a</strong></em></p>'],
    ['a new line', paragraph(say('a'), { type: 'linebreak' }, say('b')), '<p>a<br/>b</p>'],
    ['the editor’s highest heading', block('heading', [say('a')], { tag: 'h3' }), '<h2>a</h2>'],
    ['the one below', block('heading', [say('a')], { tag: 'h4' }), '<h3>a</h3>'],
    [
      'a list',
      block('list', [block('listitem', [say('a')]), block('listitem', [say('b')])], {
        listType: 'bullet',
      }),
      '<ul><li>a</li><li>b</li></ul>',
    ],
    [
      'a list inside of a list, as part of the item before',
      block(
        'list',
        [
          block('listitem', [say('a')]),
          block('listitem', [
            block('list', [block('listitem', [say('b')])], { listType: 'number', start: 3 }),
          ]),
        ],
        { listType: 'bullet' },
      ),
      '<ul><li>a<ol start="3"><li>b</li></ol></li></ul>',
    ],
    [
      'a table whose headings say what they are of',
      block('table', [
        block('tablerow', [
          block('tablecell', [paragraph(say('Notice'))], { headerState: 1 }),
          block('tablecell', [paragraph(say('21'))], { headerState: 0, colSpan: 2 }),
        ]),
        block('tablerow', [block('tablecell', [paragraph(say('CP14'))], { headerState: 2 })]),
      ]),
      '<table><tbody><tr><th scope="col">Notice</th><td colspan="2">21</td></tr><tr><th scope="row">CP14</th></tr></tbody></table>',
    ],
    [
      'a link to another site',
      paragraph(link({ linkType: 'custom', url: 'https://www.irs.gov/a?b=1&c="d"' })),
      '<p><a href="https://www.irs.gov/a?b=1&amp;c=%22d%22" rel="external">here</a></p>',
    ],
    [
      'a link inside of the roadmap, with what it leads to',
      paragraph(inside()),
      '<p><a href="/es/stations/balance-paid" data-collection="stations" data-id="b7" data-slug="balance-paid" data-title="Balance “paid” &amp; &lt;closed&gt;">here</a></p>',
    ],
    ['a link to what may not be seen, as its words', paragraph(inside('x9')), '<p>here</p>'],
  ])('has %s', (_, given, expected) => {
    expect(html(text(given))).toBe(expected)
  })

  it.each([1, 2, 3, 4, 5, 6])('begins at the level that is asked for: %s', (headingLevel) => {
    const given = text(
      block('heading', [say('a')], { tag: 'h3' }),
      block('heading', [say('b')], { tag: 'h4' }),
    )
    const below = Math.min(6, headingLevel + 1)
    expect(html(given, { headingLevel })).toBe(
      `<h${headingLevel}>a</h${headingLevel}><h${below}>b</h${below}>`,
    )
  })

  it.each([
    ['/{locale}/{collection}/{name}', '/es/stations/balance-paid'],
    ['{prefix}/{section}/{name}', '/es/stations/balance-paid'],
    [
      'https://www.example.gov/{collection}?id={id}#top',
      'https://www.example.gov/stations?id=b7#top',
    ],
  ])('links by a pattern: %s', (links, href) => {
    expect(html(text(paragraph(inside())), { links })).toContain(`href="${href}"`)
  })

  it.each([
    [{ headingLevel: 0 }, /whole number from 1 to 6/],
    [{ headingLevel: 2.5 }, /whole number from 1 to 6/],
    [{ links: 'javascript:alert(1)' }, /A pattern starts with/],
    [{ links: '//elsewhere.example/{name}' }, /A pattern starts with/],
    [{ links: '/{nom}' }, /names “\{nom\}”.*\{locale\}/],
    [{ links: 'https://{name}.example/' }, /A pattern starts with/],
    [{ links: '/"onmouseover="x{name}' }, /A pattern starts with/],
    [{ links: `/${'a'.repeat(300)}` }, /at most 200 characters/],
  ])('is refused for %o, saying what is accepted', (given, message) => {
    expect(() => richTextHtml(text(), { ...options, ...given })).toThrow(message)
  })
})

describe('a text as plain text', () => {
  it('keeps the signs of lists and an empty line between blocks', () => {
    const given = text(
      block('heading', [say('Steps')], { tag: 'h3' }),
      block('list', [block('listitem', [say('a')]), block('listitem', [say('b')])], {
        listType: 'number',
      }),
      paragraph(say('See '), inside()),
      block('table', [
        block('tablerow', [
          block('tablecell', [paragraph(say('CP14'))]),
          block('tablecell', [paragraph(say('21'))]),
        ]),
      ]),
    )
    const plain = richTextText(given)
    expect(plain).toBe('Steps\n\n1. a\n2. b\n\nSee here\n\nCP14 | 21')
    expect(toPlainText(given)).toBe(plain)
  })
})

describe('a hostile text', () => {
  const deep = () => {
    let node: unknown = say('deep')
    for (let level = 0; level < 200; level += 1) node = block('listitem', [node])
    return node
  }
  const hostile: [string, unknown][] = [
    ['markup in words', paragraph(say('<script>alert(1)</script><img src=x onerror=alert(1)>'))],
    [
      'markup that ends an attribute',
      paragraph(inside({ ...station, title: '"><script>alert(1)</script>' })),
    ],
    [
      'a script for an address',
      paragraph(link({ linkType: 'custom', url: 'javascript:alert(1)' })),
    ],
    [
      'a script behind spaces',
      paragraph(link({ linkType: 'custom', url: ' \u0001java\nscript:alert(1)' })),
    ],
    [
      'data for an address',
      paragraph(link({ linkType: 'custom', url: 'data:text/html,<script>' })),
    ],
    [
      'an address that ends its attribute',
      paragraph(link({ linkType: 'custom', url: 'https://a.gov/"onclick="alert(1)' })),
    ],
    ['a slug that climbs', paragraph(inside({ ...station, slug: '../../admin"><b>' }))],
    ['a heading that is a script', block('heading', [say('a')], { tag: 'script' })],
    [
      'a list that is a script',
      block('list', [block('listitem', [say('a')])], { listType: 'x', tag: 'script' }),
    ],
    ['a block of another kind', block('html', [say('a')], { html: '<script>alert(1)</script>' })],
    ['a block named as every object has', block('constructor', [say('a')])],
    ['a block named like a prototype', block('__proto__', [say('a')])],
    ['a block without a name', block(undefined, [say('a')])],
    ['styles', paragraph(say('a', { style: 'background:url(javascript:alert(1))' }))],
    ['words that are no words', paragraph(say({ toString: () => '<script>' }), say(7), say(null))],
    ['children that are none', { type: 'paragraph', children: 'words' }],
    ['nothing among blocks', paragraph(null, undefined, 7, 'words', say('a'))],
    [
      'a cell that is wider than anything',
      block('table', [
        block('tablerow', [block('tablecell', [], { colSpan: 1e9, rowSpan: '9"' })]),
      ]),
    ],
    [
      'a list that begins anywhere',
      block('list', [block('listitem', [say('a')])], { listType: 'number', start: '1" onx="' }),
    ],
    ['half a character', paragraph(say('\ud83d a'))],
    ['depth', deep()],
  ]

  it.each(hostile)('comes out as harmless HTML: %s', (_, node) => {
    expectHarmless(html(text(node)))
    expect(typeof toPlainText(text(node))).toBe('string')
  })

  it.each([
    [null],
    [undefined],
    [7],
    ['<b>'],
    [{}],
    [{ root: null }],
    [{ root: { children: {} } }],
  ])('that is none gives nothing: %o', (given) => {
    expect(html(given)).toBe('')
    expect(toPlainText(given)).toBe('')
  })

  it('comes out harmless whatever it is made of', () => {
    const leaf = fc.record({
      type: fc.constantFrom('text', 'linebreak', 'tab', 'x'),
      text: fc.oneof(fc.string(), fc.constantFrom('<b>', '"', "'><script>", '&lt;')),
      format: fc.integer({ min: 0, max: 255 }),
    })
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record({
          type: fc.constantFrom(
            ...'paragraph heading list listitem link autolink table tablerow tablecell'.split(' '),
          ),
          tag: fc.constantFrom('h3', 'h4', 'h1', 'script'),
          listType: fc.constantFrom('bullet', 'number', 'check'),
          headerState: fc.integer({ min: -1, max: 4 }),
          fields: fc.oneof(
            fc.record({ linkType: fc.constant('custom'), url: fc.oneof(fc.webUrl(), fc.string()) }),
            fc.record({
              linkType: fc.constant('internal'),
              doc: fc.record({ relationTo: fc.constant('stations'), value: fc.constant(station) }),
            }),
          ),
          children: fc.array(tie('node'), { maxLength: 4 }),
        }),
      ),
    }))
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (nodes) => {
        const given = text(...nodes)
        expectHarmless(richTextHtml(given, options))
        expect(
          toHtml(given, {
            ...options,
            headingLevel: 2,
            links: usualLinks,
            targetOf: targetIn,
          }),
        ).toBe(richTextHtml(given, options))
      }),
      { numRuns: 150 },
    )
  })
})

function expectHarmless(markup: string): void {
  const { document } = parseHTML(`<!doctype html><body>${markup}</body>`)
  for (const element of document.body.querySelectorAll('*')) {
    expect(elements.split(' ')).toContain(element.localName)
    for (const { name, value } of element.attributes) {
      expect(attributes.split(' ')).toContain(name)
      if (name === 'href') expect(value).toMatch(/^(\/(?!\/)|https?:|mailto:)/)
    }
  }
}
