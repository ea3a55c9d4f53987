/** A block of rich text, as far as tests look at it. */
export interface Block {
  type: string
  text?: string
  tag?: string
  children?: Block[]
  fields?: { linkType?: string; url?: string; doc?: { relationTo: string; value: string } | null }
}

/** Every rich text in a document that was read in one language or in all, wherever it stands. */
export function richTextsIn(value: unknown): Block[] {
  if (typeof value !== 'object' || value === null) return []
  const root = (value as { root?: Block }).root
  if (root?.children) return [root]
  return Object.values(value).flatMap(richTextsIn)
}

/** The words of a block and of all that is inside it. */
export function wordsOf({ text, children }: Block): string {
  return text ?? (children ?? []).map(wordsOf).join('')
}

/** The paragraphs, headings, list items and table cells of a rich text, each as its words. */
export function paragraphsOf(block: Block): string[] {
  const isLeaf = ['paragraph', 'heading', 'listitem', 'tablecell'].includes(block.type)
  return isLeaf ? [wordsOf(block).trim()] : (block.children ?? []).flatMap(paragraphsOf)
}

/** Every block of a rich text that is of a type. */
export function blocksOf(block: Block, type: string): Block[] {
  const inside = (block.children ?? []).flatMap((child) => blocksOf(child, type))
  return block.type === type ? [block, ...inside] : inside
}

/** Fields that hold no words: ids, addresses, dates and what the platform works out. */
const wordless = new Set([
  'id',
  'slug',
  'code',
  'url',
  'source',
  'officialUrl',
  'createdAt',
  'updatedAt',
  'checkedOn',
  'searchKey',
  'aliasKeys',
])

/** Every piece of prose in a document: titles, summaries, headings, hidden terms and all paragraphs. */
export function proseIn(value: unknown): string[] {
  if (typeof value === 'string') return isId(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  const root = (value as { root?: Block }).root
  if (root?.children) return paragraphsOf(root)
  return Object.entries(value).flatMap(([name, inside]) =>
    wordless.has(name) || (name === 'number' && 'tty' in value) ? [] : proseIn(inside),
  )
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
