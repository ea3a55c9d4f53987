import { describe, expect, it } from 'vitest'
import { isPlainRichText } from '../../collections/fields/rich-text-form.ts'
import { richText, type LinkTarget } from '../../seed/markdown.ts'
import { blocksOf, paragraphsOf, wordsOf, type Block } from '../support/texts.ts'

const target: LinkTarget = { relationTo: 'stations', value: 'an-id' }

const blocks = (markdown: string): Block[] =>
  (richText(markdown, () => target).root as unknown as Block).children ?? []
const first = (markdown: string): Block => blocks(markdown)[0]!
const texts = (markdown: string) =>
  blocks(markdown)
    .flatMap((block) => blocksOf(block, 'text'))
    .map(({ text }) => text)

describe('Content written in Markdown', () => {
  it('becomes paragraphs', () => {
    expect(blocks('First.\n\nSecond.').map((block) => [block.type, wordsOf(block)])).toEqual([
      ['paragraph', 'First.'],
      ['paragraph', 'Second.'],
    ])
  })

  it('is one paragraph across lines', () => {
    expect(texts('First line,\n  second line.')).toEqual(['First line, second line.'])
  })

  it('has a line break where two spaces end a line', () => {
    expect(first('One  \nTwo').children?.map(({ type }) => type)).toEqual([
      'text',
      'linebreak',
      'text',
    ])
  })

  it('has bold, italic and both', () => {
    const formats = first('plain **bold** *italic* ***both***').children?.map(
      ({ text, ...rest }) => [text, (rest as { format?: number }).format],
    )
    expect(formats).toEqual([
      ['plain ', 0],
      ['bold', 1],
      [' ', 0],
      ['italic', 2],
      [' ', 0],
      ['both', 3],
    ])
  })

  it.each([
    ['# A', 'h3'],
    ['## A', 'h3'],
    ['### A', 'h3'],
    ['#### A', 'h4'],
    ['##### A', 'h4'],
  ])('has headings of the levels the editor offers: %s is %s', (markdown, tag) => {
    expect(first(markdown)).toMatchObject({ type: 'heading', tag })
  })

  it('has lists with bullets', () => {
    expect(first('- one\n- two')).toMatchObject({
      type: 'list',
      listType: 'bullet',
      tag: 'ul',
      children: [
        { type: 'listitem', value: 1 },
        { type: 'listitem', value: 2 },
      ],
    })
    expect(paragraphsOf(first('- one\n- two'))).toEqual(['one', 'two'])
  })

  it('has numbered lists that start where they say', () => {
    expect(first('3. three\n4. four')).toMatchObject({ listType: 'number', tag: 'ol', start: 3 })
  })

  it('has lists inside lists', () => {
    const inner = blocksOf(first('- outer\n  - inner'), 'list')[1]!
    expect(paragraphsOf(inner)).toEqual(['inner'])
  })

  it('has tables whose first row is their heading', () => {
    const table = first('| Notice | Days |\n| --- | --- |\n| CP14 | 21 |')
    expect(blocksOf(table, 'tablerow').map((row) => paragraphsOf(row))).toEqual([
      ['Notice', 'Days'],
      ['CP14', '21'],
    ])
    expect(
      blocksOf(table, 'tablecell').map((cell) => (cell as { headerState?: number }).headerState),
    ).toEqual([1, 1, 0, 0])
  })

  it('has links to web pages', () => {
    const [link] = blocksOf(first('See [payments](https://www.irs.gov/payments).'), 'link')
    expect(link).toMatchObject({
      fields: { linkType: 'custom', url: 'https://www.irs.gov/payments', newTab: false },
    })
    expect(wordsOf(link!)).toBe('payments')
  })

  it('has links inside the roadmap, which point at documents', () => {
    const asked: string[] = []
    const { root } = richText('See [the notice](notice:CP14).', (link) => {
      asked.push(link)
      return { relationTo: 'notices', value: 'the-id' }
    })
    expect(asked).toEqual(['notice:CP14'])
    expect(blocksOf(root as unknown as Block, 'link')).toMatchObject([
      { fields: { linkType: 'internal', doc: { relationTo: 'notices', value: 'the-id' } } },
    ])
  })

  it('has a link of its own kind in bold', () => {
    const [link] = blocksOf(first('**[payments](https://www.irs.gov/payments)**'), 'link')
    expect(link!.children).toMatchObject([{ text: 'payments', format: 1 }])
  })

  it('keeps accents, quotation marks and signs as they are', () => {
    expect(texts('¿Qué ocurre después? «Así» — “$5 or more” & 50 %')).toEqual([
      '¿Qué ocurre después? «Así» — “$5 or more” & 50 %',
    ])
  })

  it('is a text that the platform takes', () => {
    const markdown = [
      'Words with **bold** and a [link](https://www.irs.gov/) and [another](station:balance-paid).',
      '### Heading',
      '- one\n- two\n  1. three',
      '| a | b |\n| --- | --- |\n| 1 | 2 |',
    ].join('\n\n')
    expect(isPlainRichText(richText(markdown, () => target))).toBe(true)
  })

  it('is an empty text when there is none', () => {
    expect(blocks('')).toEqual([])
  })
})

describe('What the editor has no block for is refused, so that no word is lost in silence', () => {
  it.each([
    ['HTML', '<div>Words</div>', /not html/],
    ['HTML inside a line', 'Words <b>bold</b>', /not html/],
    ['a quotation', '> Words', /not blockquote/],
    ['code', '```\nwords\n```', /not code/],
    ['code inside a line', 'Run `npm start`', /not inlineCode/],
    ['a rule', '---', /not thematicBreak/],
    ['a picture', '![The map](https://www.irs.gov/map.png)', /not image/],
    ['the target of a link written elsewhere', '[a]: https://www.irs.gov', /not definition/],
  ])('%s', (_what, markdown, message) => {
    expect(() => richText(markdown, () => target)).toThrow(message)
  })

  it('a link to what is neither a web page nor in the roadmap', () => {
    const refuse = (link: string): never => {
      throw new Error(`Nothing is called ${link}.`)
    }
    expect(() => richText('[a](http://www.irs.gov)', refuse)).toThrow('http://www.irs.gov')
  })
})
