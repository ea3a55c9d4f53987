import { inLocale, type MapPhase, type Texts } from '../../../delivery/roadmap/graph.ts'
import { locales, type Locale } from '../../../locales.ts'
import type { StopChange } from './changes.ts'
import type { MapEditorWords } from './words.ts'

/** What stations and lines are called. */
export interface Names {
  station: (id: string) => string
  line: (id: string | null) => string
}

/** Names in a language; what has none is called by its address, and what is unknown as such. */
export function namesOf({
  language,
  phases,
  stations,
  words,
}: {
  language: Locale
  phases: readonly Pick<MapPhase, 'id' | 'name' | 'slug'>[]
  stations: Iterable<{ id: string; slug: string; title: Texts }>
  words: Pick<MapEditorWords, 'noLine' | 'unknownStation'>
}): Names {
  const titles = new Map(
    [...stations].map(({ id, slug, title }) => [id, inLocale(title, language) || slug || id]),
  )
  const lines = new Map(phases.map(({ id, name, slug }) => [id, inLocale(name, language) || slug]))
  return {
    station: (id) => titles.get(id) ?? words.unknownStation,
    line: (id) => lines.get(id ?? '') ?? words.noLine,
  }
}

/** What differs of a stop, in a few words without its name: “moved”, “connection to Case Closed cut”. */
export function sayStopChange(
  change: StopChange,
  { names, words }: { names: Names; words: MapEditorWords },
): string {
  const said = words.changed
  switch (change.kind) {
    case 'placed':
      return said.placed
    case 'moved':
      return said.moved
    case 'givenBack':
      return said.givenBack
    case 'line':
      return said.line(names.line(change.to))
    case 'order':
      return said.order(change.to)
    case 'mark':
      return said[change.mark](change.on)
    case 'connected':
      return [
        said.connected(names.station(change.to), change.transfer),
        ...locales.flatMap(({ code }) => {
          const text = change.condition[code]
          return text ? [said.condition(words.languages[code], text)] : []
        }),
      ].join(', ')
    case 'cut':
      return said.cut(names.station(change.to))
    case 'condition':
      return said.conditionTo(names.station(change.to), words.languages[change.locale], change.text)
    case 'transfer':
      return said.transfer(names.station(change.to), change.transfer)
  }
}

/** All that differs of a stop in one line. */
export function sayStopChanges(
  changes: readonly StopChange[],
  told: Parameters<typeof sayStopChange>[1],
): string {
  return changes.map((change) => sayStopChange(change, told)).join('; ')
}
