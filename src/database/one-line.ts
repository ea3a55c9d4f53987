import type { Where } from 'payload'

/** Words in one text, which can be asked for one of them where a row for each would cost too much. */
export function inOneLine(words: readonly string[]): string {
  return words.length === 0 ? '' : ` ${words.join(' ')} `
}

/**
 * The condition that such a text has a word in it. The database may find a little more, because case and
 * accents do not count: look again with `hasWord`.
 */
export function mayHaveWord(field: string, word: string): Where {
  return { [field]: { contains: ` ${word} ` } }
}

/** Whether such a text has a word in it. */
export function hasWord(line: unknown, word: string): boolean {
  return typeof line === 'string' && line.includes(` ${word} `)
}
