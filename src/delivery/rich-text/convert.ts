import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import {
  blocksOf,
  renderingOf,
  type RenderOptions,
  type TextNode,
} from '../../rich-text/elements.ts'
import { escaped, wrapped } from '../../rich-text/html.ts'
import { plainTextOf, tidied } from '../../rich-text/plain-text.ts'

type HtmlConverters = NonNullable<Parameters<typeof convertLexicalToHTML>[0]['converters']>
type PlainConverters = NonNullable<Parameters<typeof convertLexicalToPlaintext>[0]['converters']>
type Text = Parameters<typeof convertLexicalToHTML>[0]['data']

/** What a converter of Payload's is given, as far as it matters here. */
interface ToHtml {
  node: TextNode
  nodesToHTML: (given: { nodes: readonly TextNode[] }) => string[]
}

interface ToPlain {
  node: TextNode
  nodesToPlaintext: (given: { nodes: readonly TextNode[] }) => string[]
}

/**
 * A rich text as HTML: a closed list of elements and attributes, whatever the text holds.
 *
 * Payload's converters walk the text. What they make of a block of their own is made for its own styles and
 * with attributes that readers have no use for, so every block is made by `renderingOf`.
 */
export function toHtml(text: unknown, options: RenderOptions): string {
  // One converter for all of them. It has no prototype: a block may name itself “constructor”.
  const converters = Object.assign(Object.create(null) as object, {
    unknown: ({ node, nodesToHTML }: ToHtml) => {
      const { children, elements, words } = renderingOf(node, options)
      const inside =
        words === undefined ? nodesToHTML({ nodes: children }).join('') : escaped(words)
      return wrapped(inside, elements)
    },
  }) as unknown as HtmlConverters
  return convertLexicalToHTML({ converters, data: wellFormed(text), disableContainer: true })
}

const plainTypes = [
  'text',
  'tab',
  'linebreak',
  'paragraph',
  'heading',
  'list',
  'listitem',
  'link',
  'autolink',
  'table',
  'tablerow',
  'tablecell',
] as const

/** A rich text as plain text, with the signs of lists and an empty line between blocks. */
export function toPlainText(text: unknown): string {
  const converter = ({ node, nodesToPlaintext }: ToPlain) =>
    plainTextOf(node, (nodes) => nodesToPlaintext({ nodes }).join(''))
  const converters = Object.assign(
    Object.create(null) as object,
    Object.fromEntries(plainTypes.map((type) => [type, converter])),
  ) as unknown as PlainConverters
  return tidied(convertLexicalToPlaintext({ converters, data: wellFormed(text) }))
}

/** The text, with nothing among its blocks that is none. */
function wellFormed(text: unknown): Text {
  return { root: { children: blocksOf(text) } } as unknown as Text
}
