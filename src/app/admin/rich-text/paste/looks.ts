/** What other programs write into `style` and `class`, read as far as it means something here. */

/** Elements that are dropped with everything in them. */
const dropped = new Set(
  'audio button canvas datalist del dialog embed head iframe img input link map math meta nav noembed noframes noscript object picture script select source style svg template textarea title video xml'.split(
    ' ',
  ),
)

/** Drawings and settings of Word; its smart tags (`st1:place`) and `o:p` hold words and stay. */
const droppedPrefix = /^(v|w|m|x):/

/** Comments, footnotes and their numbers, and what is hidden. */
const droppedStyle =
  /mso-(comment|footnote|endnote)-|mso-element:\s*(comment|footnote|endnote|header|footer)|mso-hide:\s*all|display:\s*none|visibility:\s*hidden/

/** Elements that stand on lines of their own. */
const blockNames = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export function nameOf(element: Element): string {
  return element.tagName.toLowerCase()
}

export function isDropped(element: Element): boolean {
  const name = nameOf(element)
  return (
    dropped.has(name) ||
    droppedPrefix.test(name) ||
    element.hasAttribute('hidden') ||
    droppedStyle.test(styleOf(element)) ||
    /\bMsoComment/.test(classOf(element))
  )
}

export function isBlock(element: Element): boolean {
  return blockNames.has(nameOf(element))
}

/** 1 to 6 for a heading, 1 also for the title of a Word document; null for anything else. */
export function headingLevel(element: Element): number | null {
  const [, level] = /^h([1-6])$/.exec(nameOf(element)) ?? []
  if (level) return Number(level)
  const given = element.getAttribute('role') === 'heading' && element.getAttribute('aria-level')
  if (given && /^[1-6]$/.test(given)) return Number(given)
  return /\bMsoTitle\b/.test(classOf(element)) ? 1 : null
}

/** Whether words here are bold and italic, where they were or were not before. */
export function lookWithin<Look extends { bold: boolean; italic: boolean }>(
  element: Element,
  before: Look,
): Look {
  const name = nameOf(element)
  const style = styleOf(element)
  const look = { ...before }
  if (name === 'b' || name === 'strong') look.bold = true
  if (name === 'i' || name === 'em') look.italic = true
  // Google Docs puts everything into a bold element that says it is not bold.
  if (/(^|[;\s])font-weight:\s*(bold|[6-9]00)/.test(style)) look.bold = true
  if (/(^|[;\s])font-weight:\s*(normal|lighter|[1-5]00)/.test(style)) look.bold = false
  if (/(^|[;\s])font-style:\s*(italic|oblique)/.test(style)) look.italic = true
  if (/(^|[;\s])font-style:\s*normal/.test(style)) look.italic = false
  return look
}

/** The level of a Word paragraph that is an item of a list, from 1; null for any other paragraph. */
export function wordListLevel(element: Element): number | null {
  const [, level] = /mso-list:\s*l\d+\s+level(\d+)/.exec(styleOf(element)) ?? []
  return level ? Number(level) : null
}

/** Whether this is the mark that Word writes before an item of a list, such as `·` or `2.`. */
export function isListMark(element: Element): boolean {
  return /mso-list:\s*ignore/.test(styleOf(element))
}

/** Whether such a mark is a number or letter, and not a point. */
export function isNumber(mark: string): boolean {
  return /^\(?([0-9]+|[a-z]|[ivxlcdm]+)([.][0-9]+)*[.)]/i.test(mark.replace(/[\s\u00a0]/g, ''))
}

/** Whether a table only lays things out: it says so, or has one cell. */
export function isLayout(table: Element): boolean {
  const role = table.getAttribute('role')
  return role === 'presentation' || role === 'none' || table.querySelectorAll('td, th').length <= 1
}

function styleOf(element: Element): string {
  return (element.getAttribute('style') ?? '').slice(0, 4_000).toLowerCase()
}

function classOf(element: Element): string {
  return (element.getAttribute('class') ?? '').slice(0, 1_000)
}
