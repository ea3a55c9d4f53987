import type { PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

/** A block of rich text as the editor stores it. */
export interface LexicalNode {
  type: string
  version: number
  [property: string]: unknown
}

/** Where a link such as `station:balance-paid` points. */
export interface LinkTarget {
  relationTo: 'stations' | 'notices' | 'forms' | 'help-organizations'
  value: string
}

const bold = 1
const italic = 2

/**
 * Rich text from the Markdown of the content files: paragraphs, headings, lists, tables, links.
 *
 * @param findTarget resolves links inside the roadmap
 * @throws Error on anything else, so that no word is lost in silence
 */
export function richText(
  markdown: string,
  findTarget: (link: string) => LinkTarget,
): { root: LexicalNode } {
  const { children } = fromMarkdown(markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  return { root: element('root', { children: children.map((child) => block(child, findTarget)) }) }
}

type FindTarget = (link: string) => LinkTarget

function block(node: RootContent, findTarget: FindTarget): LexicalNode {
  switch (node.type) {
    case 'paragraph':
      return element('paragraph', {
        textFormat: 0,
        textStyle: '',
        children: inline(node.children, findTarget),
      })
    case 'heading':
      return element('heading', {
        tag: `h${Math.min(Math.max(node.depth, 3), 4)}`,
        children: inline(node.children, findTarget),
      })
    case 'list':
      return element('list', {
        listType: node.ordered ? 'number' : 'bullet',
        tag: node.ordered ? 'ol' : 'ul',
        start: node.start ?? 1,
        children: node.children.map((item, index) =>
          element('listitem', {
            value: index + 1,
            children: item.children.flatMap((child) =>
              child.type === 'paragraph'
                ? inline(child.children, findTarget)
                : [block(child, findTarget)],
            ),
          }),
        ),
      })
    case 'table':
      return table(node, findTarget)
    default:
      throw new Error(
        `Content files hold paragraphs, headings, lists and tables, not ${node.type}.`,
      )
  }
}

function table(node: Table, findTarget: FindTarget): LexicalNode {
  return element('table', {
    children: node.children.map((row, rowIndex) =>
      element('tablerow', {
        children: row.children.map((cell) =>
          element('tablecell', {
            headerState: rowIndex === 0 ? 1 : 0,
            colSpan: 1,
            rowSpan: 1,
            backgroundColor: null,
            children: [
              element('paragraph', {
                textFormat: 0,
                textStyle: '',
                children: inline(cell.children, findTarget),
              }),
            ],
          }),
        ),
      }),
    ),
  })
}

function inline(
  nodes: readonly PhrasingContent[],
  findTarget: FindTarget,
  format = 0,
): LexicalNode[] {
  return nodes.flatMap((node): LexicalNode[] => {
    switch (node.type) {
      case 'text':
        return [text(node.value.replace(/\s*\n\s*/g, ' '), format)]
      case 'strong':
        return inline(node.children, findTarget, format | bold)
      case 'emphasis':
        return inline(node.children, findTarget, format | italic)
      case 'break':
        return [{ type: 'linebreak', version: 1 }]
      case 'link':
        return [
          element('link', {
            version: 3,
            fields: linkFields(node.url, findTarget),
            children: inline(node.children, findTarget, format),
          }),
        ]
      default:
        throw new Error(`Content files hold plain words and links, not ${node.type}.`)
    }
  })
}

function linkFields(url: string, findTarget: FindTarget) {
  return /^https:\/\//.test(url)
    ? { linkType: 'custom', url, newTab: false }
    : { linkType: 'internal', doc: findTarget(url), newTab: false }
}

function text(value: string, format: number): LexicalNode {
  return { type: 'text', version: 1, text: value, format, detail: 0, mode: 'normal', style: '' }
}

function element(type: string, properties: Record<string, unknown>): LexicalNode {
  return { type, version: 1, direction: 'ltr', format: '', indent: 0, ...properties }
}
