import { station as room } from '../map-geometry.ts'
import { leading } from '../map-text.ts'
import type { Band, MapPlan } from '../map-plan.ts'
import { drawingId } from './map-drawing.tsx'

/** Most of the map that lies beside each other on a sheet and can still be read, in the map's own units. */
const widest = 1180

/** Size on paper, in CSS pixels for each unit: that at which the widest piece fits on a sheet. */
const scale = 0.6

/** Around what is on a piece. */
const margin = { x: 40, y: 56 }

interface Piece {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * The drawing cut into pieces that can be read on paper, line by line. On a screen nothing is seen of them.
 *
 * A browser makes every piece from a copy of the whole drawing, seen or not, which takes a phone longer than all else
 * on the page. So the pieces are words until somebody prints (scripts/map-paper.ts); without script they are there.
 *
 * @param props.only slug of the only line that is printed
 */
export function MapOnPaper({ plan, only }: { plan: MapPlan; only?: string | undefined }) {
  const pieces = plan.bands
    .filter(({ phase }) => only === undefined || phase.slug === only)
    .flatMap((band) => piecesOf(band, plan))
  return (
    <div className="sm-map-paper" aria-hidden="true">
      <noscript>
        {pieces.map(({ left, top, right, bottom }) => (
          <svg
            key={left}
            viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
            width={(right - left) * scale}
          >
            <use href={`#${drawingId}`} />
          </svg>
        ))}
      </noscript>
    </div>
  )
}

function piecesOf({ label, phase }: Band, { inOrder, places }: MapPlan): Piece[] {
  const stations = inOrder.find((line) => line.phase === phase)?.stations ?? []
  const spots = stations.map(({ id }) => places.get(id)!).sort((one, other) => one.x - other.x)
  const groups: (typeof spots)[] = []
  for (const spot of spots) {
    const group = groups.at(-1)
    if (group && spot.x - group[0]!.x + room.width + 2 * margin.x <= widest) group.push(spot)
    else groups.push([spot])
  }
  return groups.map((group, index) => {
    const ys = group.map(({ y }) => y)
    const top = Math.min(...ys) - room.height / 2 - margin.y
    return {
      left: group[0]!.x - room.width / 2 - margin.x,
      right: group.at(-1)!.x + room.width / 2 + margin.x,
      top: index === 0 ? Math.min(top, label.y - label.size * leading - 10) : top,
      bottom: Math.max(...ys) + room.height / 2 + margin.y,
    }
  })
}
