import type { MapInMainLanguageFragment, WholeMapFragment } from './questions/generated.ts'
import { langOf } from './untranslated.ts'

/** The languages of texts that are not written in that of the page. */
export interface Langs {
  title?: 'en' | undefined
  summary?: 'en' | undefined
  condition?: 'en' | undefined
}

/** By the ids of lines, stations and connections; of those that are translated there is none. */
export type MapLangs = ReadonlyMap<string, Langs>

/**
 * Which texts of a map had to be shown in the main language. Names may be alike in both, so one counts only where the
 * sentence about it is not translated either.
 *
 * @param main the same map in the main language, where the page is in another one
 */
export function mapLangs(
  { connections, phases, stations }: WholeMapFragment,
  main: MapInMainLanguageFragment | null | undefined,
): MapLangs {
  if (!main) return new Map()
  const named = [
    ...phases.map(({ id, name, summary }) => ({ id, title: name, summary })),
    ...stations,
  ]
  const mainNamed = byId([
    ...main.phases.map(({ id, name, summary }) => ({ id, title: name, summary })),
    ...main.stations,
  ])
  const mainConnections = byId(main.connections)
  return new Map<string, Langs>([
    ...named.map(({ id, title, summary }): [string, Langs] => {
      const lang = langOf(summary, mainNamed.get(id)?.summary)
      return [id, { summary: lang, title: lang && langOf(title, mainNamed.get(id)?.title) }]
    }),
    ...connections.map(({ id, condition }): [string, Langs] => [
      id,
      { condition: condition ? langOf(condition, mainConnections.get(id)?.condition) : undefined },
    ]),
  ])
}

function byId<One extends { id: string }>(all: readonly One[]): Map<string, One> {
  return new Map(all.map((one) => [one.id, one]))
}
