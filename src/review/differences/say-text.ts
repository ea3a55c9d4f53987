import type { JsonValue } from '../../content/canonical-json.ts'
import type { RichTextChange, TextChange } from './change.ts'
import {
  sumOfWords,
  textAfter,
  textBefore,
  wordsToRead,
  type LinkTarget,
  type Part,
  type WordCount,
} from './parts.ts'
import type { BlockChange, BlockKind, LookChange } from './rich-text/block-change.ts'
import type { Voice } from './voice.ts'

/** Longest text that is said as a whole, in characters. */
const shortText = 80

/** Most things that are said of one text. */
const mostClauses = 4

export function sayText(change: TextChange, voice: Voice): string {
  const [from, to] = [textBefore(change.parts), textAfter(change.parts)]
  const what = voice.place(change)
  const isShort = from.length <= shortText && to.length <= shortText
  const sentence = (text: string) => voice.sentence(text, change.locale)
  const { words } = voice
  if (!isShort) return sayLongText(change, voice)
  if (change.change === 'added') return sentence(words.isNow(what, voice.quote(to)))
  if (change.change === 'removed') return sentence(words.isGone(what, voice.quote(from)))
  return isOnlySpaces(from, to)
    ? sentence(words.inText(words.onlyPunctuation, what))
    : sentence(words.changes(what, voice.quote(from), voice.quote(to)))
}

export function sayRichText(change: RichTextChange, voice: Voice): string {
  if (change.change !== 'changed') return sayLongText(change, voice)
  const ofBlocks = [...wordClauses(change.blocks, voice), ...blockClauses(change.blocks, voice)]
  const look = [...change.look, ...change.blocks.flatMap((block) => block.look)]
  const clauses = [...ofBlocks, ...lookClauses(look, ofBlocks.length === 0, voice)]
  return ofBlocks.length === 1 && clauses.length === 1
    ? voice.sentence(voice.words.inText(ofBlocks[0]!, voice.place(change)), change.locale)
    : sayClauses(change, clauses, voice)
}

function sayLongText(change: TextChange | RichTextChange, voice: Voice): string {
  const { words } = voice
  const what = voice.place(change)
  const count = wordsToRead(change.words)
  const said = words.words(count, voice.number(count))
  if (change.change === 'added') return voice.sentence(words.textAdded(what, said), change.locale)
  if (change.change === 'removed')
    return voice.sentence(words.textRemoved(what, said), change.locale)
  return voice.sentence(words.inText(wordClause(change.words, voice), what), change.locale)
}

function sayClauses(
  change: TextChange | RichTextChange,
  clauses: readonly string[],
  voice: Voice,
): string {
  const what = voice.place(change)
  const { words } = voice
  const said = clauses.slice(0, mostClauses)
  const more = clauses.length - said.length
  const all = more > 0 ? [...said, words.more(voice.number(more))] : said
  return voice.sentence(words.ofText(what, all.join('; ')), change.locale)
}

function wordClause({ added, removed }: WordCount, voice: Voice): string {
  const { words } = voice
  const count = wordsToRead({ added, removed })
  if (count === 0) return words.onlyPunctuation
  const said = words.words(count, voice.number(count))
  if (removed === 0) return words.wordsAdded(count, said)
  return added === 0 ? words.wordsRemoved(count, said) : words.wordsChange(count, said)
}

/** Words that change within blocks; those of blocks that are new, gone or rewritten are said with them. */
function wordClauses(blocks: readonly BlockChange[], voice: Voice): string[] {
  const changed = blocks.filter(
    (block) =>
      block.change === 'changed' &&
      !isRewritten(block) &&
      block.parts.some((part) => part.change !== 'same'),
  )
  return changed.length > 0
    ? [wordClause(sumOfWords(changed.map(({ words }) => words)), voice)]
    : []
}

/** Whether more of a block is replaced than stays. */
function isRewritten({ change, parts }: BlockChange): boolean {
  const length = (side: Part['change']) =>
    parts.reduce((sum, part) => sum + (part.change === side ? part.text.length : 0), 0)
  const same = length('same')
  return change === 'changed' && same < length('removed') && same < length('added')
}

function blockClauses(blocks: readonly BlockChange[], voice: Voice): string[] {
  const { words } = voice
  const of = (
    test: (block: BlockChange) => boolean,
    say: (count: number, blocks: string) => string,
  ): string[] => {
    const kinds = new Map<BlockKind, number>()
    for (const one of blocks.filter(test))
      kinds.set(one.block.kind, (kinds.get(one.block.kind) ?? 0) + 1)
    return [...kinds].map(([kind, count]) =>
      say(count, words.blocks[kind](count, voice.number(count))),
    )
  }
  return [
    ...of(isRewritten, words.rewritten),
    ...of(({ change }) => change === 'added', words.blocksAre.added),
    ...of(({ change }) => change === 'removed', words.blocksAre.removed),
    ...of(({ moved }) => moved === 'up', words.blocksAre.up),
    ...of(({ moved }) => moved === 'down', words.blocksAre.down),
  ]
}

/** What readers see first; what they hardly see once, at the end. */
function lookClauses(look: readonly LookChange[], isAllThereIs: boolean, voice: Voice): string[] {
  const seen = look.flatMap((one) => lookClause(one, voice))
  const attributes = look.filter((one) => one.what === 'attribute')
  // Blocks that were written elsewhere store what the editor stores anyway, or leave it out.
  const telling = attributes.filter(({ from, to }) => ![from, to].every(isUsual))
  const names = new Set((telling.length > 0 ? telling : attributes).map(({ name }) => name))
  const isAlone = isAllThereIs && seen.length === 0 && attributes.length > 0
  const hardlySeen =
    telling.length > 0 || isAlone ? [voice.words.attributes([...names].join(', '))] : []
  return [...new Set(seen), ...hardlySeen]
}

function lookClause(look: LookChange, voice: Voice): string | [] {
  const { words } = voice
  switch (look.what) {
    case 'block': {
      const { from, to } = look
      if (from.kind !== to.kind)
        return words.becomes(words.blocks[from.kind](1, '1'), words.blocks[to.kind](1, '1'))
      return from.level === to.level
        ? words.depthChanges
        : words.levelChanges(levelOf(from.level), levelOf(to.level))
    }
    case 'list':
      return listClause(look.to ?? 'bullet', voice)
    case 'mark': {
      const say = look.isSet ? words.marked : words.unmarked
      return say(voice.quote(look.text), words.marks[look.mark])
    }
    case 'link':
      return linkClause(look, voice)
    case 'arrangement':
      return words.arrangement
    case 'attribute':
      return []
  }
}

function listClause(kind: string, { words }: Voice): string {
  // A text that was written elsewhere may name any kind, such as `toString`.
  return (Object.hasOwn(words.lists, kind) && words.lists[kind]) || words.listOther
}

function linkClause({ from, text, to }: LookChange & { what: 'link' }, voice: Voice): string | [] {
  const { words } = voice
  const quoted = voice.quote(text)
  if (!from) return to ? words.linkAdded(quoted, targetOf(to, voice)) : []
  if (!to) return words.linkRemoved(quoted, targetOf(from, voice))
  const [before, after] = [targetOf(from, voice), targetOf(to, voice)]
  const isElsewhere =
    JSON.stringify({ ...from, newTab: 0 }) !== JSON.stringify({ ...to, newTab: 0 })
  return isElsewhere ? words.linkLeads(quoted, before, after) : words.linkTab(quoted, to.newTab)
}

function targetOf({ document, url }: LinkTarget, voice: Voice): string {
  return document ? voice.document(document) : (url ?? voice.words.nowhere)
}

/** h3 is level 3. */
function levelOf(tag: string | null): string {
  return tag?.replace(/^h/, '') ?? '?'
}

/** What the editor stores where nothing was chosen. */
function isUsual(value: JsonValue | null): boolean {
  return value === null || value === '' || value === 0 || value === 1 || value === 'ltr'
}

function isOnlySpaces(from: string, to: string): boolean {
  return from.replace(/\s/g, '') === to.replace(/\s/g, '')
}
