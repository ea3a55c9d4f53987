import { fitting, type Box } from './map-moves.ts'

interface Spot {
  x: number
  y: number
}

interface Size {
  width: number
  height: number
}

/** The window through which the map is seen. It is moved by scrolling, so a browser does the moving. */
export interface View {
  /** In pixels for each unit of the map. */
  scale: () => number
  /** Changes the size and keeps the place at hand where it is. @param at in pixels within the window */
  resize: (next: number, at?: Spot) => void
  /** Brings a stop to the middle of what the panel leaves free. */
  center: (stop: SVGAElement) => void
  /** Shows a stop at the left, with what comes after it. */
  begin: (stop: SVGAElement | undefined, scale: number) => void
  showBox: (box: Box) => void
  showWhole: () => void
  /** The size at which a part of the map fits. */
  fits: (box: Box) => number
}

/** Least and greatest size of the map. */
const smallest = 0.02
const greatest = 2.5

/** Below this size titles cannot be read, and the drawing shows signs alone. */
const far = 0.45

/** Room to the left of the stop with which a view begins: half its plate and a little more, in units. */
const before = 130

/** Where a stop is, as the server wrote it beside it. */
export function placeOf(stop: SVGAElement): Spot {
  return { x: Number(stop.dataset['x']), y: Number(stop.dataset['y']) }
}

/** @param free the part of the window that nothing covers, from its upper left corner */
export function openWindow(frame: HTMLElement, drawing: SVGSVGElement, free: () => Size): View {
  const { width, height } = drawing.viewBox.baseVal
  const inner = () => ({ width: frame.clientWidth, height: frame.clientHeight })
  let scale = 1

  function resize(next: number, at: Spot = { x: inner().width / 2, y: inner().height / 2 }): void {
    const place = { x: (frame.scrollLeft + at.x) / scale, y: (frame.scrollTop + at.y) / scale }
    const before = scale
    scale = Math.min(greatest, Math.max(smallest, next))
    // The size the map comes in is mostly the one it opens in. A browser would lay everything out anew.
    if (scale !== before) {
      drawing.setAttribute('width', String(width * scale))
      drawing.setAttribute('height', String(height * scale))
      frame.classList.toggle('sm-map--far', scale < far)
    }
    move({ x: place.x * scale - at.x, y: place.y * scale - at.y })
  }

  function move({ x, y }: Spot, behavior: ScrollBehavior = 'instant'): void {
    frame.scrollTo({ left: x, top: y, behavior })
  }

  function showBox(box: Box): void {
    resize(fits(box))
    const room = inner()
    move({
      x: ((box.left + box.right) / 2) * scale - room.width / 2,
      y: ((box.top + box.bottom) / 2) * scale - room.height / 2,
    })
  }

  const fits = (box: Box) => fitting(box, inner(), 1)

  return {
    scale: () => scale,
    resize,
    fits,
    showBox,
    showWhole: () => showBox({ left: 0, top: 0, right: width, bottom: height }),
    center: (stop) => {
      const { x, y } = placeOf(stop)
      const room = free()
      const target = { x: x * scale - room.width / 2, y: y * scale - room.height / 2 }
      move(target, wantsMovement() ? 'smooth' : 'instant')
    },
    begin: (stop, next) => {
      resize(next)
      if (!stop) return
      const { x, y } = placeOf(stop)
      move({ x: (x - before) * scale, y: y * scale - inner().height / 2 })
    },
  }
}

/** The map moves at once for whoever wants no movement. */
function wantsMovement(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches
}
