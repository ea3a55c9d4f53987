/** A run of words of a pasted text, or the end of a line. */
export type Run =
  { words: string; bold: boolean; italic: boolean; href: string | null } | 'line end'

/** A part of a pasted text that the editor offers. Headings are of the levels they had where they come from. */
export type Block =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'item'; level: number; ordered: boolean; runs: Run[] }
  | { kind: 'table'; rows: Cell[][] }

/** A cell of a table. */
export interface Cell {
  isHeading: boolean
  columns: number
  rows: number
  blocks: Block[]
}

/** Runs as they are shown: one space between words, none at the ends of a line, and no run without words. */
export function tidied(runs: readonly Run[]): Run[] {
  const tidy: Run[] = []
  for (const run of runs) {
    const last = tidy.at(-1)
    if (run === 'line end') {
      trimEnd(tidy)
      if (tidy.length > 0) tidy.push(run)
      continue
    }
    const begins = last === undefined || last === 'line end' || last.words.endsWith(' ')
    const collapsed = run.words.replace(invisible, '').replace(/[\s\u00a0]+/g, ' ')
    const words = begins ? collapsed.replace(/^ /, '') : collapsed
    if (words === '') continue
    if (last && last !== 'line end' && looksLike(last, run)) last.words += words
    else tidy.push({ ...run, words })
  }
  while (tidy.at(-1) === 'line end') tidy.pop()
  trimEnd(tidy)
  while (tidy.at(-1) === 'line end') tidy.pop()
  return tidy
}

/** Characters that take no room: marks of byte order, joiners that programs leave behind, soft hyphens. */
// eslint-disable-next-line no-control-regex
const invisible = /[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000e-\u001f\u007f]/g

function trimEnd(runs: Run[]): void {
  const last = runs.at(-1)
  if (!last || last === 'line end') return
  last.words = last.words.replace(/ $/, '')
  if (last.words === '') runs.pop()
}

function looksLike(one: Exclude<Run, 'line end'>, other: Exclude<Run, 'line end'>): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.href === other.href
}
