import type {
  Change,
  FileChange,
  ItemChange,
  NameChange,
  OrderChange,
  Period,
  PeriodChange,
  PositionChange,
  RowChange,
  TextChange,
  ValueChange,
} from './change.ts'
import { textAfter } from './parts.ts'
import { sayRichText, sayText } from './say-text.ts'
import { Voice, type Saying } from './voice.ts'

/** Most entries of a list that a sentence names. */
const mostNamed = 8

/** What a change means, in a plain sentence, or in a few where several things change about one row. */
export function sayChange(change: Change, saying: Saying): string {
  return say(change, new Voice(saying))
}

function say(change: Change, voice: Voice): string {
  switch (change.kind) {
    case 'document':
      return voice.words.document
    case 'text':
      return sayText(change, voice)
    case 'richText':
      return sayRichText(change, voice)
    case 'value':
      return sayValue(change, voice)
    case 'period':
      return sayPeriod(change, voice)
    case 'position':
      return sayPosition(change, voice)
    case 'name':
      return sayName(change, voice)
    case 'file':
      return sayFile(change, voice)
    case 'item':
      return sayItem(change, voice)
    case 'order':
      return sayOrder(change, voice)
    case 'row':
      return sayRow(change, voice)
  }
}

function sayValue(change: ValueChange, voice: Voice): string {
  const { field, from, locale, to, within } = change
  const { words } = voice
  const isYes = to?.as === 'yesNo' && to.yes
  const isTicked = [from, to].every((one) => one === null || one.as === 'yesNo')
  const ticked = Object.hasOwn(words.ticked, field) ? words.ticked[field] : undefined
  if (isTicked && ticked) return voice.sentence(isYes ? ticked.yes : ticked.no, locale)
  const way = within.at(-1)
  if (isTicked && field === 'connections.transfer' && way?.row)
    return voice.sentence(words.transfer(voice.row(way.field, way.row), isYes), locale)
  const what = voice.place(change)
  const [old, now] = [from && voice.shown(from), to && voice.shown(to)]
  if (old === null) return voice.sentence(words.isNow(what, now ?? ''), locale)
  if (now === null) return voice.sentence(words.isGone(what, old), locale)
  // Two instants of one day are said in full.
  const isHidden = old === now
  const exact = (value: unknown) => voice.quote(JSON.stringify(value))
  return voice.sentence(
    isHidden ? words.changes(what, exact(from), exact(to)) : words.changes(what, old, now),
    locale,
  )
}

function sayPeriod(change: PeriodChange, voice: Voice): string {
  const { from, locale, to, within } = change
  const { words } = voice
  const rows = within.flatMap(({ field, row }) => (row ? voice.row(field, row) : []))
  const what = rows.at(-1) ?? words.deadline
  if (!from) return voice.sentence(words.deadlineNew(what, period(to!, voice)), locale)
  if (!to) return voice.sentence(words.deadlineGone(what, period(from, voice)), locale)
  return voice.sentence(words.deadlineGoes(what, period(from, voice), period(to, voice)), locale)
}

function period({ count, unit }: Period, voice: Voice): string {
  const { words } = voice
  const known =
    unit && Object.hasOwn(words.units, unit.value)
      ? words.units[unit.value]!(count ?? 0)
      : unit && voice.quote(unit.label[voice.language])
  return words.period(
    count === null ? words.withoutCount : voice.number(count),
    known ?? words.withoutUnit,
  )
}

function sayPosition({ from, to }: PositionChange, { words: { position } }: Voice): string {
  if (!from) return position.added
  return to ? position.changed : position.removed
}

function sayName({ from, to, what }: NameChange, voice: Voice): string {
  const { words } = voice
  const said = (name: NameChange['from']) =>
    what === 'slug' && name?.address ? name.address : voice.quote(name?.name ?? '')
  const noun = words.names[what]
  if (!from) return voice.sentence(words.nameNew(noun, said(to)))
  if (!to) return voice.sentence(words.nameGone(noun, said(from)))
  return voice.sentence(words.nameChanges(noun, said(from), said(to)))
}

function sayFile({ from, to }: FileChange, voice: Voice): string {
  const { file } = voice.words
  const name = (facts: FileChange['from']) => voice.quote(facts?.filename ?? '')
  if (!from) return file.added(name(to))
  if (!to) return file.removed(name(from))
  const isRenamed = from.filename !== to.filename
  const isOther = from.sha256 !== to.sha256 || from.mimeType !== to.mimeType
  if (isOther) return isRenamed ? file.replaced(name(from), name(to)) : file.bytes(name(to))
  return isRenamed ? file.renamed(name(from), name(to)) : file.facts(name(to))
}

function sayItem(change: ItemChange, voice: Voice): string {
  const { field, from, item, locale, to } = change
  const { words } = voice
  const said = item.as === 'reference' ? voice.document(item.reference) : voice.shown(item)
  const place = (number: number | null) => voice.number(number ?? 0)
  if (change.change === 'moved')
    return voice.sentence(words.item.moved(said, place(from), place(to)), locale)
  if (field === 'aliases') return voice.sentence(words.alias[change.change](said), locale)
  const list = voice.place(change)
  return voice.sentence(
    change.change === 'added'
      ? words.item.added(said, list, place(to))
      : words.item.removed(said, list),
    locale,
  )
}

function sayOrder(change: OrderChange, voice: Voice): string {
  const { words } = voice
  const named = change.to.slice(0, mostNamed).map((one) => voice.shown(one))
  const more = change.to.length - named.length
  const entries = more > 0 ? [...named, words.more(voice.number(more))] : named
  return voice.sentence(words.order(voice.place(change), entries.join(', ')), change.locale)
}

function sayRow(change: RowChange, voice: Voice): string {
  const { changes, field, from, locale, moved, row, to } = change
  const { words } = voice
  const isWay = field === 'connections' && row.about?.as === 'reference'
  const station = row.about ? voice.shown(row.about) : ''
  const called = voice.row(field, row)
  if (change.change === 'added')
    return voice.sentence(
      isWay ? words.leadsTo.added(station, conditionIn(changes, voice)) : words.rowAdded(called),
      locale,
    )
  if (change.change === 'removed')
    return voice.sentence(isWay ? words.leadsTo.removed(station) : words.rowRemoved(called), locale)
  const places = [from, to].map((place) => voice.number(place ?? 0)) as [string, string]
  // What is moved past others may have the same number as before.
  const hasOwnPlace = moved && from === to
  const said = hasOwnPlace ? words.moves[moved](called) : words.rowMoved(called, ...places)
  const move = moved ? [voice.sentence(said, locale)] : []
  return [...move, ...changes.map((one) => say(one, voice))].join(' ')
}

/** On which condition a new connection is gone, in the language of the sentence or else in another. */
function conditionIn(changes: readonly Change[], voice: Voice): string | null {
  const conditions = changes.filter(
    (one): one is TextChange => one.kind === 'text' && one.field === 'connections.condition',
  )
  const own = conditions.find(({ locale }) => locale === voice.language) ?? conditions[0]
  const condition = own && textAfter(own.parts).trim().replace(/[.]+$/, '')
  if (!condition) return null
  return condition.charAt(0).toLowerCase() + condition.slice(1)
}
