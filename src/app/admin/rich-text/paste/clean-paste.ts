import { readBlocks } from './read-blocks.ts'
import { writeBlocks } from './write-blocks.ts'

/** A paste as the editor can take it. */
export interface CleanPaste {
  /** Blocks, or what is inside the only paragraph, which goes into the line where it is pasted. */
  nodes: Node[]
  /** Whether the paste was longer than what is taken of one. */
  isCut: boolean
}

/**
 * What the editor offers of a pasted page, Word document or Google document: headings, paragraphs, lists, tables,
 * links, bold and italic. Styles, pictures, comments, forms and scripts are not among it, nor is anything hidden.
 *
 * @param pasted a document that no script runs in, as DOMParser makes them; it is only read
 */
export function cleanPaste(pasted: Document): CleanPaste {
  const { blocks, isCut } = readBlocks(pasted.body)
  const written = writeBlocks(blocks, pasted)
  const [only] = written
  const isLine = written.length === 1 && only?.tagName.toLowerCase() === 'p'
  return { nodes: isLine ? [...only.childNodes] : written, isCut }
}
