interface Spot {
  x: number
  y: number
}

/** Changes the size of the map by a factor. @param at what stays where it is, in pixels within the window */
type Change = (factor: number, at: Spot) => void

/** Movement of the mouse up to which a press is a click, in pixels. */
const stillClick = 5

/** How far a wheel turns for the map to grow by the factor e, in pixels. */
const turn = 300

/** Lets the mouse drag the map and two fingers, or Ctrl and the wheel, change its size. */
export function catchGestures(frame: HTMLElement, change: Change): void {
  dragByMouse(frame)
  turnWheel(frame, change)
  pinch(frame, change)
}

function within(frame: HTMLElement, x: number, y: number): Spot {
  const { left, top } = frame.getBoundingClientRect()
  return { x: x - left, y: y - top }
}

function turnWheel(frame: HTMLElement, change: Change): void {
  frame.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      change(Math.exp(-event.deltaY / turn), within(frame, event.clientX, event.clientY))
    },
    { passive: false },
  )
}

function dragByMouse(frame: HTMLElement): void {
  let start: { x: number; y: number; left: number; top: number } | null = null
  let hasMoved = false
  frame.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    const { scrollLeft: left, scrollTop: top } = frame
    start = { x: event.clientX, y: event.clientY, left, top }
    hasMoved = false
  })
  window.addEventListener('pointermove', (event) => {
    if (!start) return
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y]
    hasMoved ||= Math.abs(dx) + Math.abs(dy) > stillClick
    if (!hasMoved) return
    frame.classList.add('sm-map--dragged')
    frame.scrollTo(start.left - dx, start.top - dy)
  })
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(end, () => {
      start = null
      frame.classList.remove('sm-map--dragged')
    })
  // Whoever dragged the map did not mean the stop under the mouse.
  frame.addEventListener(
    'click',
    (event) => {
      if (hasMoved) {
        event.preventDefault()
        event.stopPropagation()
      }
      hasMoved = false
    },
    { capture: true },
  )
  frame.addEventListener('dragstart', (event) => event.preventDefault())
}

/** Two fingers change the size; one moves the map, which the browser does. */
function pinch(frame: HTMLElement, change: Change): void {
  let apart = 0
  const measure = ({ touches: [one, other] }: TouchEvent) =>
    Math.hypot(one!.clientX - other!.clientX, one!.clientY - other!.clientY)
  const begin = (event: TouchEvent) => {
    apart = event.touches.length === 2 ? measure(event) : 0
  }
  frame.addEventListener('touchstart', begin, { passive: true })
  frame.addEventListener('touchend', begin, { passive: true })
  frame.addEventListener(
    'touchmove',
    (event) => {
      if (event.touches.length !== 2 || apart === 0) return
      event.preventDefault()
      const [one, other] = [event.touches[0]!, event.touches[1]!]
      const now = measure(event)
      const middle = within(
        frame,
        (one.clientX + other.clientX) / 2,
        (one.clientY + other.clientY) / 2,
      )
      change(now / apart, middle)
      apart = now
    },
    { passive: false },
  )
}
