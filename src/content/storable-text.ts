/**
 * What is wrong with a text that no database gives back as it was, or undefined. What is hashed has to be
 * what is read years later.
 *
 * A null character ends the text for SQLite, and half of a character, as a program leaves when it cuts
 * between the two halves of an emoji, cannot be written as UTF-8.
 */
export function unstorable(text: string): string | undefined {
  if (/\p{Surrogate}/u.test(text))
    return 'This text has half of a character in it. Delete the odd sign and type it again.'
  if (text.includes('\0'))
    return 'This text has a null character in it, which nobody sees and which cannot be kept. Type it again.'
  return undefined
}
