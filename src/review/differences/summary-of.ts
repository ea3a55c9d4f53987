import type { Locale } from '../../locales.ts'
import { everyChange, type Change } from './change.ts'
import { sumOfWords, wordsToRead } from './parts.ts'
import { wordsFor } from './voice.ts'

export interface Size {
  size: 'small' | 'medium' | 'large'
  /** New words, or those that are gone where they are more, of each text. */
  words: number
}

/** Up to so many words, and so many things besides, a change is small or medium. */
const bounds = {
  small: { words: 20, things: 3 },
  medium: { words: 150, things: 12 },
}

/** How much a reviewer has to look at. */
export function sizeOf(changes: readonly Change[]): Size {
  const every = everyChange(changes)
  const words = wordsIn(every)
  const things = every.filter(({ kind }) => kind !== 'text' && kind !== 'richText').length
  const isWithin = (bound: { words: number; things: number }) =>
    words <= bound.words && things <= bound.things
  return {
    size: isWithin(bounds.small) ? 'small' : isWithin(bounds.medium) ? 'medium' : 'large',
    words,
  }
}

/** What changes in one line, such as “Deadline, 12 words in 3 fields, 2 steps”. */
export function summaryOf(changes: readonly Change[], language: Locale): string {
  const { summary, tag, words: wordsOf } = wordsFor(language)
  const number = (value: number) => new Intl.NumberFormat(tag).format(value)
  if (changes.length === 0) return summary.nothing
  const every = everyChange(changes)
  const topics = new Map<Topic, Change[]>()
  for (const change of every) {
    const topic = topicOf(change)
    if (topic) topics.set(topic, [...(topics.get(topic) ?? []), change])
  }
  const has = (topic: Topic, said: string) => (topics.has(topic) ? [said] : [])
  const counted = (topic: Topic, say: (count: number, number: string) => string) => {
    const count = new Set(topics.get(topic)?.map(entryOf)).size
    return count > 0 ? [say(count, number(count))] : []
  }
  const words = wordsIn(topics.get('words') ?? [])
  const fields = new Set(topics.get('words')?.map(({ field }) => field)).size
  const line = [
    ...has('document', summary.document),
    ...has('names', summary.names),
    ...has('deadline', summary.deadline),
    ...counted('connections', summary.connections),
    ...(fields > 0
      ? [summary.inFields(wordsOf(words, number(words)), fields, number(fields))]
      : []),
    ...counted('moved', summary.moved),
    ...counted('links', summary.links),
    ...counted('look', summary.look),
    ...counted('steps', summary.steps),
    ...has('position', summary.position),
    ...has('file', summary.file),
    ...has('sources', summary.sources),
    ...counted('others', summary.others),
  ].join(', ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}

type Topic =
  | 'document'
  | 'names'
  | 'deadline'
  | 'connections'
  | 'words'
  | 'moved'
  | 'links'
  | 'look'
  | 'steps'
  | 'position'
  | 'file'
  | 'sources'
  | 'others'

/** What a change is counted as; null for a row whose changes are counted themselves. */
function topicOf(change: Change): Topic | null {
  const [first] = change.field.split('.')
  if (change.kind === 'document' || change.kind === 'position' || change.kind === 'file')
    return change.kind
  if (change.kind === 'name' || change.field === 'aliases') return 'names'
  if (first === 'deadline') return 'deadline'
  if (first === 'connections') return 'connections'
  if (first === 'sourcing') return 'sources'
  if (first === 'steps' && change.kind !== 'text') return 'steps'
  if (change.kind === 'text') return wordsToRead(change.words) > 0 ? 'words' : 'look'
  if (change.kind === 'richText') {
    if (wordsToRead(change.words) > 0) return 'words'
    if (change.blocks.some(({ moved }) => moved)) return 'moved'
    const isOfLinks = change.blocks.some(({ look }) => look.some(({ what }) => what === 'link'))
    return isOfLinks ? 'links' : 'look'
  }
  return change.kind === 'row' && change.changes.length > 0 ? null : 'others'
}

/** Changes of one connection count once. */
function entryOf({ id }: Change): string {
  return id.startsWith('connections/') ? id.split('/').slice(0, 2).join('/') : id
}

function wordsIn(changes: readonly Change[]): number {
  const counts = changes.map((change) =>
    change.kind === 'text' || change.kind === 'richText' ? change.words : { added: 0, removed: 0 },
  )
  return counts.reduce((sum, one) => sum + wordsToRead(sumOfWords([one])), 0)
}
