/** Payload's field looks at a text that is longer in pieces, and wants what was typed in each. */
const longestText = 250

/**
 * The text of an option, with what was typed behind it where the text does not have that: because it is in another
 * language, another spelling, or in the text of the document.
 *
 * @returns at most 250 characters, with every word that was typed
 */
export function textWith(typed: string, text: string, foundBy: (typed: string) => string): string {
  const small = text.toLowerCase()
  const has = typed.split(' ').every((word) => small.includes(word.toLowerCase()))
  if (has && text.length <= longestText) return text
  const behind = `, ${foundBy(typed)}`
  return text.slice(0, Math.max(0, longestText - behind.length)) + behind
}
