import type { MapPhase, Position } from '../../../delivery/roadmap/graph.ts'
import type { DraftMap } from '../../../map-editor/draft-map.ts'
import type { LayoutAnswer, LayoutQuestion } from '../../../map-editor/layout-question.ts'
import { send, type Answer } from '../workflow/requests.ts'
import type { Row } from './drafts-to-save.ts'
import type { Stops } from './stops.ts'

/** Asks for the map of the newest drafts, and saves drafts of its stations. */
export interface MapRequests {
  map: () => Promise<Answer<DraftMap>>
  layout: (question: LayoutQuestion) => Promise<Answer<LayoutAnswer>>
  /** @param basedOn the version that it is a change of */
  save: (
    station: string,
    patch: { basedOn: string; data: object; locale: string },
  ) => Promise<Answer<Saved>>
}

/** What is looked at of a station that was saved. */
export interface Saved {
  doc: { versionId: string; connections?: Row[] | null }
}

/**
 * @param api address of REST, such as `/api`
 * @param language of the panel, in which refusals are worded
 */
export function mapRequests(api: string, language: string): MapRequests {
  return {
    map: () => send(`${api}/map`, language, {}),
    layout: (question) => send(`${api}/map/layout`, language, { method: 'POST', body: question }),
    save: (station, { basedOn, data, locale }) => {
      const query = new URLSearchParams({
        basedOn,
        depth: '0',
        draft: 'true',
        'fallback-locale': 'null',
        locale,
      })
      return send(`${api}/stations/${station}?${query}`, language, { method: 'PATCH', body: data })
    },
  }
}

/**
 * What is asked of the layout.
 *
 * @param storedOf where a stop stays; null lets the layout put it
 */
export function layoutQuestion(
  phases: readonly MapPhase[],
  stops: Stops,
  storedOf: (id: string) => Position | null,
): LayoutQuestion {
  const stations = [...stops.values()]
  return {
    phases: phases.map(({ id, order, slug }) => ({ id, slug, order: Math.min(order, 1e6) })),
    stations: stations.map(({ id, order, phase, slug }) => ({
      id,
      slug,
      phase,
      order,
      stored: storedOf(id),
    })),
    connections: stations.flatMap(({ connections, id }) =>
      connections.filter(({ to }) => stops.has(to)).map(({ to }) => ({ from: id, to })),
    ),
  }
}
