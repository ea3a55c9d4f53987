import { dashesOf } from '../map-dashes.ts'
import type { Point } from '../map-geometry.ts'
import type { MapLangs } from '../map-languages.ts'
import { planOf, type Band, type DrawnWay, type MapPlan } from '../map-plan.ts'
import { leading } from '../map-text.ts'
import type { Context } from '../page-model.ts'
import type { WholeMapFragment } from '../questions/generated.ts'
import type { Words } from '../scripts/map-words.ts'
import { plainColour } from './line-marker.tsx'
import { classes, MapStop } from './map-stop.tsx'

type Station = WholeMapFragment['stations'][number]

/** What of the map is brought forward; the rest stays, and steps back. */
export interface Focus {
  /** Slug of the station that was chosen. */
  at?: string | undefined
  /** Slug of the line that is shown alone. */
  line?: string | undefined
  /** Ids of stations to light up. */
  lit?: ReadonlySet<string> | undefined
}

interface DrawingProps {
  context: Pick<Context, 'language' | 'words'>
  roadmap: WholeMapFragment
  /** Where everything is, where it is known already. */
  plan?: MapPlan
  focus?: Focus
  langs?: MapLangs
  /** Whether it stands among other things. */
  isSmall?: boolean
  /** Id of the text that says how to move it. */
  describedBy?: string | undefined
}

/** Id of all that is drawn, for what shows parts of it. */
export const drawingId = 'map-drawing'

/**
 * The map as a drawing, in a window that scrolls and begins at the chosen stop, or where the way begins. A script
 * adds moving, sizes and keys.
 */
export function MapDrawing({
  context,
  roadmap,
  plan = planOf(roadmap),
  focus = {},
  langs = new Map(),
  isSmall = false,
  describedBy,
}: DrawingProps) {
  const { words } = context
  const { bands, inOrder, places, size, ways } = plan
  const slugOf = new Map(roadmap.phases.map(({ id, slug }) => [id, slug]))
  const isForward = (one: Station) =>
    (!focus.line || slugOf.get(one.phase ?? '') === focus.line) &&
    (!focus.lit || focus.lit.has(one.id))
  const begin = beginOf(inOrder, focus, isForward)
  return (
    <div className={classes('sm-map__stage', { 'sm-map__stage--small': isSmall })}>
      <section
        className="sm-map"
        data-map
        aria-label={words.map.label}
        aria-describedby={describedBy}
        tabIndex={0}
        data-words={JSON.stringify(wordsOfScript(words.map))}
      >
        <div className="sm-map__sheet">
          {begin ? <Beginning place={places.get(begin.id)!} /> : null}
          <svg
            className="sm-map__drawing"
            viewBox={`0 0 ${size.width} ${size.height}`}
            width={size.width}
            height={size.height}
            role="group"
            aria-label={words.map.stops}
          >
            <g id={drawingId}>
              <g aria-hidden="true">
                {bands.map((band) => (
                  <BandDrawn key={band.phase.id} band={band} height={size.height} />
                ))}
                {[...ways].sort(transfersFirst).map((way) => (
                  <Way
                    key={way.connection.id}
                    way={way}
                    colour={roadmap.phases.find(({ id }) => id === way.to.phase)?.colour}
                    isBack={!isForward(way.from) || !isForward(way.to)}
                  />
                ))}
              </g>
              {inOrder.map(({ phase, stations }) => (
                <g
                  key={phase?.id ?? ''}
                  role="group"
                  aria-label={phase?.name}
                  color={phase?.colour ?? plainColour}
                >
                  {stations.map((one) => (
                    <MapStop
                      key={one.id}
                      context={context}
                      isBack={!isForward(one)}
                      isBeginning={one === begin}
                      isChosen={one.slug === focus.at}
                      isLit={focus.lit?.has(one.id) ?? false}
                      lang={langs.get(one.id)?.title}
                      phase={phase}
                      place={places.get(one.id)!}
                      station={one}
                      changesTo={changesFrom(one, ways, roadmap)}
                    />
                  ))}
                </g>
              ))}
            </g>
          </svg>
        </div>
      </section>
    </div>
  )
}

function wordsOfScript(words: Context['words']['map']): Words {
  const { chosen, close, controls, howWithScript, read, whole, zoomIn, zoomOut } = words
  return { chosen, close, controls, howWithScript, read, whole, zoomIn, zoomOut }
}

/** The stop at which the map opens. */
function beginOf(
  inOrder: readonly { stations: Station[] }[],
  { at }: Focus,
  isForward: (one: Station) => boolean,
): Station | undefined {
  const stations = inOrder.flatMap((line) => line.stations)
  const leftmost = (those: readonly Station[]) =>
    [...those].sort(
      (one, other) => one.position.x - other.position.x || one.position.y - other.position.y,
    )[0]
  return (
    stations.find(({ slug }) => slug === at) ?? leftmost(stations.filter(isForward)) ?? stations[0]
  )
}

/**
 * An empty picture with a stop in its middle. Browsers bring the middle of it into the window as the page opens, also
 * without script, which no style could do: where a stop is stands in no style sheet.
 */
function Beginning({ place: { x, y } }: { place: Point }) {
  return <svg className="sm-map__beginning" width={2 * x} height={2 * y} aria-hidden="true" />
}

function BandDrawn({
  band: { heading, label, left, phase, right },
  height,
}: {
  band: Band
  height: number
}) {
  return (
    <g className="sm-band" color={phase.colour ?? plainColour}>
      <rect className="sm-band__ground" x={left} y="0" width={right - left} height={height} />
      <text className="sm-band__name" fontSize={heading.size}>
        {heading.lines.map((line, index) => (
          <tspan key={index} x={left + 20} y={20 + heading.size * (0.85 + index * leading)}>
            {line}
          </tspan>
        ))}
      </text>
      <text className="sm-band__name" fontSize={label.size} textAnchor="middle">
        {label.lines.map((line, index) => (
          <tspan key={index} x={label.x} y={label.y + index * label.size * leading}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}

function transfersFirst(one: DrawnWay, other: DrawnWay): number {
  return Number(other.isTransfer) - Number(one.isTransfer)
}

/** A transfer has the colour of the line to which it leads. */
function Way({
  way: { from, isTransfer, route, to },
  colour,
  isBack,
}: {
  way: DrawnWay
  colour: string | null | undefined
  isBack: boolean
}) {
  const { x, y } = route.tip
  return (
    <g
      className={classes('sm-way', { 'sm-way--transfer': isTransfer, 'sm-way--back': isBack })}
      color={colour ?? plainColour}
      data-from={from.slug}
      data-to={to.slug}
    >
      <path
        className="sm-way__line"
        d={route.path}
        strokeDasharray={isTransfer ? dashesOf(route.path) : undefined}
      />
      {route.isLevel ? <path className="sm-way__head" d={`M${x} ${y}l-14-8v16z`} /> : null}
    </g>
  )
}

function changesFrom(
  station: Station,
  ways: readonly DrawnWay[],
  { phases }: WholeMapFragment,
): WholeMapFragment['phases'] {
  const reached = new Set(
    ways.filter(({ from }) => from === station).map(({ to }) => to.phase ?? ''),
  )
  return phases.filter(({ id }) => id !== station.phase && reached.has(id))
}
