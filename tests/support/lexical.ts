/** A block of a text in the editor's form, as a client may send it. */
export type Block = Record<string, unknown>

/** A run of words. @param format Lexical's bits: 1 bold, 2 italic */
export function run(text: unknown, format: unknown = 0): Block {
  return { type: 'text', version: 1, text, format, detail: 0, mode: 'normal', style: '' }
}

export function block(type: string, children: unknown, more: Block = {}): Block {
  return { type, version: 1, children, ...more }
}

export function paragraph(...children: Block[]): Block {
  return block('paragraph', children)
}

/** A whole text. */
export function textOf(...children: unknown[]): { root: Block } {
  return { root: block('root', children) }
}

/** A link to an address. */
export function linkTo(url: unknown, words = 'this page', more: Block = {}): Block {
  return block('link', [run(words)], {
    fields: { linkType: 'custom', url, newTab: false, ...more },
  })
}

/** A link to a document of the roadmap. @param value its id, or the document itself */
export function linkToDocument(relationTo: string, value: unknown, words = 'this page'): Block {
  const fields = { linkType: 'internal', newTab: false, doc: { relationTo, value } }
  return block('link', [run(words)], { fields })
}
