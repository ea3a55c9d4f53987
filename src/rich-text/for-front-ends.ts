import {
  blocksOf,
  renderingOf,
  type Element,
  type RenderOptions,
  type TextNode,
} from './elements.ts'
import { escaped, wrapped } from './html.ts'
import { patternProblem, usualLinks, type LinkTarget } from './link-pattern.ts'
import { plainTextOf, tidied } from './plain-text.ts'

/** How a front end wants a text. */
export interface FrontEndOptions {
  /** The language of the page. */
  locale: string
  /** The level of the highest headings in texts, 1 to 6. @default 2 */
  headingLevel?: number
  /** Pattern for links inside the roadmap. @default /{locale}/{collection}/{name} */
  links?: string
  /** The language whose addresses have no prefix. @default en */
  defaultLocale?: string
  /**
   * Finds the document of a link that the JSON holds as an id alone, as it does at `depth=0`. Without it,
   * such a link is given as its words.
   */
  targetOf?: RenderOptions['targetOf']
}

/**
 * HTML of a rich text that was read as JSON: the same as the platform gives with `?richText=html`.
 *
 * No raw HTML passes: words are escaped, addresses are `https:`, `http:`, `mailto:` or by the pattern.
 *
 * @param text as it came: `{ root: { children: […] } }`; anything else gives ''
 * @throws RangeError for a heading level or a pattern that is not accepted, saying what is
 */
export function richTextHtml(text: unknown, options: FrontEndOptions): string {
  return renderText(text, options, {
    words: escaped,
    element: (element, inside) => wrapped(inside.join(''), [element]),
  }).join('')
}

/** Plain text of a rich text that was read as JSON: the same as the platform gives with `?richText=text`. */
export function richTextText(text: unknown): string {
  const plainOf = (nodes: readonly TextNode[]): string =>
    nodes.map((node) => plainTextOf(node, plainOf)).join('')
  return tidied(plainOf(blocksOf(text)))
}

/** How words and elements are made: of text, or of components. */
export interface Maker<Made> {
  words: (words: string) => Made
  element: (element: Element, inside: Made[], key: number) => Made
}

/** Makes a text, block by block, of whatever a front end's pages are made of. */
export function renderText<Made>(
  text: unknown,
  options: FrontEndOptions,
  make: Maker<Made>,
): Made[] {
  const checked = checkedOptions(options)
  const made = (nodes: readonly TextNode[]): Made[] =>
    nodes.flatMap((node, key) => {
      const { children, elements, words } = renderingOf(node, checked)
      const inside = words === undefined ? made(children) : [make.words(words)]
      return elements.reduceRight((within, element) => [make.element(element, within, key)], inside)
    })
  return made(blocksOf(text))
}

function checkedOptions({
  headingLevel = 2,
  links = usualLinks,
  targetOf,
  ...rest
}: FrontEndOptions): RenderOptions {
  if (!Number.isInteger(headingLevel) || headingLevel < 1 || headingLevel > 6)
    throw new RangeError(
      `“headingLevel” has to be a whole number from 1 to 6, not ${headingLevel}.`,
    )
  const problem = patternProblem(links)
  if (problem) throw new RangeError(problem)
  return {
    ...rest,
    headingLevel,
    links,
    targetOf: (link) => targetIn(link) ?? targetOf?.(link),
  }
}

/** The linked document itself, where the JSON holds it. */
function targetIn(link: {
  collection: string
  id: string
  document?: unknown
}): LinkTarget | undefined {
  const { collection, document, id } = link
  return typeof document === 'object' && document !== null
    ? { ...(document as object), collection, id }
    : undefined
}
