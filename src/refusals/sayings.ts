/**
 * A sentence that the platform says in English, or several that belong together, and the same in Spanish.
 * `{{name}}` stands in both for what differs from one time to the next; `words` says how such a part is said in
 * Spanish where it is not a value that somebody sent, but a word of ours.
 */
export type Saying = readonly [
  english: string,
  spanish: string,
  words?: Readonly<Record<string, (part: string) => string>>,
]

/** Longest message that is looked at, in characters. Longer ones quote what somebody sent, and stay as they are. */
const longestMessage = 4_000

/** Most sentences of one message. */
const mostSentences = 40

/**
 * Says messages in Spanish by a list of sayings, the first that fits. A message may be several of them, one after
 * the other, each perhaps with the path of a field before it (`documents.0.id: …`).
 *
 * @returns the whole message in Spanish, or undefined when a part of it is in none of the sayings
 */
export function inSpanishBy(sayings: readonly Saying[]): (message: string) => string | undefined {
  const forms = sayings.map(formOf)
  const whole = (text: string) => {
    for (const form of forms) {
      const said = form(text)
      if (said !== undefined) return said
    }
    return undefined
  }
  return (message) => {
    if (message.length > longestMessage) return undefined
    return whole(message) ?? sentenceBySentence(message, whole)
  }
}

/** Takes from the front, each time, the longest part that is a saying. */
function sentenceBySentence(
  message: string,
  whole: (text: string) => string | undefined,
): string | undefined {
  const ends = [...message.matchAll(/[.?] (?=\S)/g)].map(({ index }) => index + 1)
  if (ends.length >= mostSentences) return undefined
  ends.push(message.length)
  const said: string[] = []
  let from = 0
  while (from < message.length) {
    const rest = message.slice(from)
    const [path = ''] = /^[\w.]{1,200}: /.exec(rest) ?? []
    const found = ends
      .filter((end) => end > from)
      .toReversed()
      .map((end) => ({ end, spanish: spanishOf(message.slice(from, end), path, whole) }))
      .find(({ spanish }) => spanish !== undefined)
    if (!found) return undefined
    said.push(found.spanish!)
    from = found.end + 1
  }
  return said.length > 0 ? said.join(' ') : undefined
}

function spanishOf(
  text: string,
  path: string,
  whole: (text: string) => string | undefined,
): string | undefined {
  const said = whole(text)
  if (said !== undefined || path === '') return said
  const afterPath = whole(text.slice(path.length))
  return afterPath === undefined ? undefined : `${path}${afterPath}`
}

const placeholder = /\{\{\s*(\w+)\s*\}\}/

function formOf([english, spanish, words = {}]: Saying): (message: string) => string | undefined {
  const [begin = '', ...parts] = english.split(placeholder)
  if (parts.length === 0) return (message) => (message === english ? spanish : undefined)
  const names = parts.filter((_, index) => index % 2 === 0)
  const literals = [begin, ...parts.filter((_, index) => index % 2 === 1)]
  const form = new RegExp(`^${literals.map(escaped).join('(.*?)')}$`, 's')
  return (message) => {
    // Most sayings differ in their first words, and are passed over without a search.
    if (!message.startsWith(begin)) return undefined
    const found = form.exec(message)
    if (!found) return undefined
    const values = Object.fromEntries(
      names.map((name, index) => {
        const part = found[index + 1]!
        return [name, words[name]?.(part) ?? inSpanishQuotes(part)]
      }),
    )
    return spanish.replaceAll(new RegExp(placeholder, 'g'), (_, name: string) => values[name] ?? '')
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** “A value”, and “A title” (stations/…), in the quotation marks of Spanish. */
function inSpanishQuotes(part: string): string {
  return part.replace(/^“(.*)”( \([^()]*\))?$/s, '«$1»$2')
}
