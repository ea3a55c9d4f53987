import {
  firstUnder,
  isElement,
  isPhrasingTag,
  isSpace,
  isText,
  make,
  setAttribute,
  setChildren,
  type Child,
  type Element,
} from './html-tree.ts'
import type { Change } from './parts.ts'
import type { PageDifferenceWords } from './words.ts'

/** Something that is put around what changed. */
export interface Mark {
  change: Change
  /** `ins` and `del` as HTML means them; `span` where the words stay and something else about them changed. */
  tag: 'ins' | 'del' | 'span'
  looks: 'added' | 'removed' | 'moved' | 'changed'
  /** Sentences that people see. */
  says: readonly string[]
  /** The old place of something moved is folded. */
  isFolded?: boolean
  /** The whole page is new or goes: said once, and not drawn through every word. */
  isPage?: boolean
}

/** Children that may stand nowhere but directly in their parent: they are marked inside. */
const bound = new Set(
  (
    'li tr td th thead tbody tfoot caption colgroup col dt dd summary figcaption legend option optgroup ' +
    'source track rt rp'
  ).split(' '),
)

/** Puts a mark around nodes: where HTML lets none stand, in what is inside them. */
export function marked(
  nodes: readonly Child[],
  mark: Mark,
  words: PageDifferenceWords,
  parentTag = '',
): Child[] {
  const result: Child[] = []
  let free: Child[] = []
  // White space between items is nothing anybody sees; between words it is.
  const hasBound = nodes.some((node) => isElement(node) && isBound(node, parentTag))
  const endFree = () => {
    const isSpacing = (hasBound || takesNoWords.has(parentTag)) && free.every(isSpaceOnly)
    if (free.length > 0) result.push(...(isSpacing ? free : around(free, mark, words)))
    free = []
  }
  for (const node of nodes) {
    if (!isElement(node) || !isBound(node, parentTag)) {
      free.push(node)
      continue
    }
    endFree()
    const inside = parentTag === 'dl' && node.tagName === 'div' ? 'dl' : node.tagName
    setChildren(node, markedInside(node.childNodes, mark, words, inside))
    setAttribute(node, 'data-change', mark.change.id)
    setAttribute(node, 'data-change-looks', mark.looks)
    if (mark.tag !== 'span') setAttribute(node, 'data-change-side', sideOf(mark))
    result.push(node)
  }
  endFree()
  return result
}

const isBound = (node: Element, parentTag: string) =>
  bound.has(node.tagName) || (parentTag === 'dl' && node.tagName === 'div')

function markedInside(
  nodes: readonly Child[],
  mark: Mark,
  words: PageDifferenceWords,
  tag: string,
): Child[] {
  // An item with words and a list in it is one thing that goes or comes.
  const hasBound = nodes.some((node) => isElement(node) && isBound(node, tag))
  return hasBound || nodes.length === 0 || takesNoWords.has(tag)
    ? marked(nodes, mark, words, tag)
    : around(nodes, mark, words)
}

const takesNoWords = new Set([
  'tr',
  'thead',
  'tbody',
  'tfoot',
  'colgroup',
  'dl',
  'optgroup',
  'option',
])

const isSpaceOnly = (node: Child) => isText(node) && isSpace(node.value)

const sideOf = ({ tag }: Mark) => (tag === 'del' ? 'before' : 'after')

function around(nodes: readonly Child[], mark: Mark, words: PageDifferenceWords): Child[] {
  const isBlock = nodes.some((node) => isElement(node) && !isPhrasingTag(node.tagName))
  const says = mark.says.length > 0 && !mark.isFolded ? [note(mark.says, words)] : []
  const inside = mark.isFolded
    ? [fold(nodes, mark, words)]
    : [...heardLabel(mark, words), ...(isBlock ? says : []), ...nodes]
  const element = make(
    mark.tag,
    {
      class: classOf(mark, isBlock),
      'data-change': mark.change.id,
      'data-change-mark': '',
      ...(mark.tag === 'span' ? {} : { 'data-change-side': sideOf(mark) }),
    },
    inside,
  )
  return isBlock ? [element] : [element, ...says]
}

function classOf({ isFolded, isPage, looks }: Mark, isBlock: boolean): string {
  const names = ['sm-change', `sm-change--${isPage ? 'page' : looks}`]
  return [...names, ...(isBlock || isFolded ? ['sm-change--block'] : [])].join(' ')
}

/** What stood somewhere else before, behind a line that says so. */
function fold(nodes: readonly Child[], mark: Mark, words: PageDifferenceWords): Element {
  const summary = make('summary', { 'data-change-note': '', ...languageOf(words) }, [
    mark.says.join(' '),
  ])
  return make('details', { class: 'sm-change-fold', 'data-change-mark': '' }, [summary, ...nodes])
}

/** What a screen reader says at the beginning, for those who see no colour and no line. */
function heardLabel(mark: Mark, words: PageDifferenceWords): Element[] {
  const label = {
    added: words.added,
    removed: words.removed,
    moved: mark.tag === 'del' ? words.movedAway : words.movedHere,
    changed: '',
  }[mark.looks]
  if (label === '' || mark.says.length > 0) return []
  return [
    make('span', { class: 'sm-change-heard', 'data-change-note': '', ...languageOf(words) }, [
      ` ${label} `,
    ]),
  ]
}

/** A sentence beside what changed, which everybody sees. */
export function note(says: readonly string[], words: PageDifferenceWords): Element {
  return make('span', { class: 'sm-change-note', 'data-change-note': '', ...languageOf(words) }, [
    ` ${says.join(' ')} `,
  ])
}

const languageOf = ({ lang }: PageDifferenceWords): Record<string, string> =>
  lang === undefined ? {} : { lang }

/** Marks an element of which something other than its words changed, and says what within it. */
export function noted(
  element: Element,
  change: Change,
  says: readonly string[],
  words: PageDifferenceWords,
): Element {
  setAttribute(element, 'data-change', change.id)
  setAttribute(element, 'data-change-looks', 'changed')
  const place = placeOfNote(element)
  setChildren(place, [note(says, words), ...place.childNodes])
  return element
}

function placeOfNote(element: Element): Element {
  if (!holdsNoWords.has(element.tagName)) return element
  return firstUnder(element, ({ tagName }) => holdsWords.has(tagName)) ?? element
}

const holdsNoWords = new Set(
  'ul ol menu dl table thead tbody tfoot tr details fieldset figure colgroup'.split(' '),
)
const holdsWords = new Set('li dt dd td th caption summary legend figcaption'.split(' '))
