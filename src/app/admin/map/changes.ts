import type { MapConnection, MapStation, Position, Texts } from '../../../delivery/roadmap/graph.ts'
import { locales, type Locale } from '../../../locales.ts'
import { sayTheSame, type Mark } from './stops.ts'

/** What is compared of a stop: what the map shows of its text. */
export interface ShownStop extends Pick<
  MapStation,
  'isEnd' | 'isStart' | 'order' | 'phase' | 'stored'
> {
  connections: readonly Pick<MapConnection, 'condition' | 'to' | 'transfer'>[]
}

/** One thing about a stop that differs, as the map shows it. */
export type StopChange =
  /** Was where the layout put it, and has a place of its own. */
  | { kind: 'placed'; to: Position }
  | { kind: 'moved'; from: Position; to: Position }
  | { kind: 'givenBack' }
  | { kind: 'line'; from: string | null; to: string | null }
  | { kind: 'order'; from: number | null; to: number | null }
  | { kind: 'mark'; mark: Mark; on: boolean }
  | { kind: 'connected'; to: string; condition: Texts; transfer: boolean }
  | { kind: 'cut'; to: string }
  | { kind: 'condition'; to: string; locale: Locale; text: string }
  | { kind: 'transfer'; to: string; transfer: boolean }

/** What differs between a stop before and after, in the order in which it is told. */
export function changesOfStop(before: ShownStop, after: ShownStop): StopChange[] {
  return [
    ...changesOfPlace(before.stored, after.stored),
    ...(before.phase === after.phase
      ? []
      : [{ kind: 'line', from: before.phase, to: after.phase } as const]),
    ...(before.order === after.order
      ? []
      : [{ kind: 'order', from: before.order, to: after.order } as const]),
    ...(['isStart', 'isEnd'] as const)
      .filter((mark) => before[mark] !== after[mark])
      .map((mark) => ({ kind: 'mark', mark, on: after[mark] }) as const),
    ...changesOfConnections(before.connections, after.connections),
  ]
}

function changesOfPlace(from: Position | null, to: Position | null): StopChange[] {
  if (from === null) return to === null ? [] : [{ kind: 'placed', to }]
  if (to === null) return [{ kind: 'givenBack' }]
  return from.x === to.x && from.y === to.y ? [] : [{ kind: 'moved', from, to }]
}

function changesOfConnections(
  before: ShownStop['connections'],
  after: ShownStop['connections'],
): StopChange[] {
  const earlier = new Map(before.map((one) => [one.to, one]))
  const stays = new Set(after.map(({ to }) => to))
  return [
    ...before.filter(({ to }) => !stays.has(to)).map(({ to }) => ({ kind: 'cut', to }) as const),
    ...after.flatMap(({ condition, to, transfer }): StopChange[] => {
      const was = earlier.get(to)
      if (!was) return [{ kind: 'connected', to, condition, transfer }]
      return [
        ...(sayTheSame(was.condition, condition) ? [] : changedTexts(to, was.condition, condition)),
        ...(was.transfer === transfer ? [] : [{ kind: 'transfer', to, transfer } as const]),
      ]
    }),
  ]
}

function changedTexts(to: string, before: Texts, after: Texts): StopChange[] {
  return locales
    .filter(({ code }) => (before[code] || '') !== (after[code] || ''))
    .map(({ code }) => ({ kind: 'condition', to, locale: code, text: after[code] || '' }))
}
