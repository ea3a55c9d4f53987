import { directions, nextStop } from './map-moves.ts'
import { placeOf } from './map-window.ts'

/**
 * One of the stops takes the focus; arrow keys take it along the connections, and where none goes that way, to
 * what lies there. The connections of the stop that has the focus, or the mouse, are brought forward.
 */
export function travel(
  stops: SVGAElement[],
  drawing: SVGSVGElement,
  { arrived, left }: { arrived: (stop: SVGAElement) => void; left: () => boolean },
) {
  const bySlug = new Map(stops.map((stop) => [stop.dataset['slug']!, stop]))
  const ways = [...drawing.querySelectorAll<SVGGElement>('.sm-way')]
  for (const stop of stops) stop.setAttribute('tabindex', '-1')
  let marked: SVGAElement | null = null
  let entrance: SVGAElement | undefined
  let near: SVGGElement[] = []
  follow(stops.find(({ dataset }) => dataset['begin']) ?? stops[0])

  /** Lets Tab lead to a stop, and to no other. */
  function follow(here: SVGAElement | undefined): void {
    entrance?.setAttribute('tabindex', '-1')
    here?.setAttribute('tabindex', '0')
    entrance = here
  }

  /** Marks a stop as the chosen one. */
  function mark(chosen: SVGAElement): void {
    marked = chosen
    for (const stop of stops) {
      stop.classList.toggle('sm-stop--chosen', stop === chosen)
      if (stop === chosen) stop.setAttribute('aria-current', 'true')
      else stop.removeAttribute('aria-current')
    }
    bringForward(chosen)
  }

  function bringForward(stop: SVGAElement | null): void {
    const slug = stop?.dataset['slug']
    for (const way of near) way.classList.remove('sm-way--near')
    near = ways.filter(({ dataset: { from, to } }) => slug && (from === slug || to === slug))
    for (const way of near) {
      way.classList.add('sm-way--near')
      // Above those with which it shares a track.
      way.parentNode!.append(way)
    }
  }

  function neighboursOf(stop: SVGAElement): SVGAElement[] {
    const slug = stop.dataset['slug']!
    const joined = ways.flatMap(({ dataset: { from, to } }) =>
      from === slug ? [to!] : to === slug ? [from!] : [],
    )
    return [...new Set(joined)].flatMap((one) => bySlug.get(one) ?? [])
  }

  // Not to the drawing itself: an SVG that listens to the focus becomes a stop of the Tab key.
  const sheet = drawing.parentElement!
  const stopOf = (event: Event) => (event.target as Element).closest<SVGAElement>('.sm-stop')
  sheet.addEventListener('focusin', (event) => bringForward(stopOf(event)))
  sheet.addEventListener('focusout', ({ relatedTarget }) => {
    if (!sheet.contains(relatedTarget as Node | null)) bringForward(marked)
  })
  sheet.addEventListener('pointerover', (event) => bringForward(stopOf(event) ?? marked))
  sheet.addEventListener('keydown', (event) => {
    const here = stopOf(event)
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      if (left()) event.preventDefault()
      return
    }
    const direction = directions[event.key]
    if (!direction) return
    event.preventDefault()
    event.stopPropagation()
    const next = nextStop(here, direction, { joined: neighboursOf(here), all: stops }, placeOf)
    if (!next) return
    follow(next)
    next.focus({ preventScroll: true })
    arrived(next)
  })
  return { follow, mark }
}
