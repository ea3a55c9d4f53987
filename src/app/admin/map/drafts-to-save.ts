import { defaultLocale, locales, type Locale } from '../../../locales.ts'
import type { DraftStop } from '../../../map-editor/draft-map.ts'
import { changesOfStop, type StopChange } from './changes.ts'
import type { Stops } from './stops.ts'

/** One save of one language of a station. */
export interface Patch {
  locale: Locale
  data: { [field: string]: unknown; connections?: Row[] }
}

/** A station of which something on the map is not saved. */
export interface DraftToSave {
  stop: DraftStop
  /** The version that the map was read with. */
  basedOn: string
  changes: StopChange[]
  /** One after the other, each on the version that the one before made. */
  patches: Patch[]
}

/** The stations that have to be saved so that the newest drafts are the map on the screen, in reading order. */
export function draftsToSave(read: Stops, screen: Stops): DraftToSave[] {
  return [...screen.values()].flatMap((stop) => {
    const before = read.get(stop.id)
    if (!before || before === stop) return []
    const changes = changesOfStop(before, stop)
    return changes.length === 0
      ? []
      : [{ stop, basedOn: before.versionId, changes, patches: patchesOf(stop, changes) }]
  })
}

const fieldsOf: { [Kind in StopChange['kind']]: 'position' | 'phase' | 'order' | 'mark' | 'rows' } =
  {
    placed: 'position',
    moved: 'position',
    givenBack: 'position',
    line: 'phase',
    order: 'order',
    mark: 'mark',
    connected: 'rows',
    cut: 'rows',
    condition: 'rows',
    transfer: 'rows',
  }

function patchesOf(stop: DraftStop, changes: readonly StopChange[]): Patch[] {
  const touched = new Set(changes.map(({ kind }) => fieldsOf[kind]))
  const first: Patch['data'] = {}
  if (touched.has('position')) first['position'] = stop.stored ?? { x: null, y: null }
  if (touched.has('phase')) first['phase'] = stop.phase
  if (touched.has('order')) first['order'] = stop.order
  for (const change of changes) if (change.kind === 'mark') first[change.mark] = change.on
  if (!touched.has('rows')) return [{ locale: defaultLocale, data: first }]
  const [main, ...others] = languagesOf(changes)
  return [
    { locale: main!, data: { ...first, connections: rowsOf(stop, main!) } },
    ...others.map((locale) => ({ locale, data: { connections: rowsOf(stop, locale) } })),
  ]
}

/** In which conditions change; the main one where none does, or rows come that have words in several. */
function languagesOf(changes: readonly StopChange[]): Locale[] {
  const spoken = new Set(
    changes.flatMap((change): Locale[] => {
      if (change.kind === 'condition') return [change.locale]
      if (change.kind !== 'connected') return []
      return locales.map(({ code }) => code).filter((code) => change.condition[code])
    }),
  )
  const codes = locales.map(({ code }) => code).filter((code) => spoken.has(code))
  return codes.length === 0 ? [defaultLocale] : codes
}

/** All rows, because a list is saved whole; what the map does not show of one stays with its id. */
function rowsOf({ connections, unfinished }: DraftStop, locale: Locale): Row[] {
  return [
    ...connections.map(({ condition, id, to, transfer }) => ({
      ...(id === null ? {} : { id }),
      to,
      condition: condition[locale] || null,
      transfer,
    })),
    ...unfinished.map((id) => ({ id })),
  ]
}

/** A row of a station's connections, as it is saved. */
export interface Row {
  id?: string
  to?: string
}
