import { button } from './map-button.ts'
import { catchGestures } from './map-gestures.ts'
import { boxOf } from './map-moves.ts'
import { panelFor } from './map-panel.ts'
import { drawForPaper } from './map-paper.ts'
import { travel } from './map-travel.ts'
import type { Words } from './map-words.ts'
import { openWindow, placeOf } from './map-window.ts'

/** Size at which every title can be read, in pixels for each unit. */
const readable = 1

/** Least size at which several stops are shown together rather than the first of them. */
const stillReadable = 0.7

/** By how much one press changes the size. */
const stride = 1.3

for (const frame of document.querySelectorAll<HTMLElement>('[data-map]')) bringToLife(frame)
drawForPaper()

/** Makes the drawn map move: by mouse, touch and keyboard, from stop to stop along its connections. */
function bringToLife(frame: HTMLElement): void {
  const drawing = frame.querySelector<SVGSVGElement>('.sm-map__drawing')!
  const words = JSON.parse(frame.dataset['words']!) as Words
  const stops = [...drawing.querySelectorAll<SVGAElement>('.sm-stop')]
  const panel = panelFor(frame, words, {
    go: (slug) => {
      const stop = stops.find(({ dataset }) => dataset['slug'] === slug)
      if (stop) choose(stop)
      return stop !== undefined
    },
    closed: (stop) => stop.focus({ preventScroll: true }),
  })
  const view = openWindow(frame, drawing, panel.leaves)
  const { follow, mark } = travel(stops, drawing, {
    arrived: (stop) => view.center(stop),
    left: panel.close,
  })

  function choose(stop: SVGAElement, { keepsFocus = false } = {}): boolean {
    if (!panel.show(stop, { keepsFocus })) return false
    follow(stop)
    mark(stop)
    if (view.scale() < stillReadable) view.resize(readable)
    view.center(stop)
    return true
  }

  for (const stop of stops)
    stop.addEventListener('click', (event) => {
      // On a page without the map in words there is nothing to show but the page of the stop.
      const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey
      if (!isElsewhere && choose(stop)) event.preventDefault()
    })

  const whole = () => view.showWhole()
  addControls(frame, words, {
    larger: () => view.resize(view.scale() * stride),
    smaller: () => view.resize(view.scale() / stride),
    whole,
  })
  frame.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') view.resize(view.scale() * stride)
    else if (event.key === '-') view.resize(view.scale() / stride)
    else if (event.key === '0') whole()
    else return
    event.preventDefault()
  })
  // What only works with script is told by script.
  const hint = document.getElementById(frame.getAttribute('aria-describedby') ?? '')
  hint?.append(` ${words.howWithScript}`)
  catchGestures(frame, (factor, at) => view.resize(view.scale() * factor, at))
  open()

  /** Opens at the chosen stop; else at those that are brought forward; else where the way begins. */
  function open(): void {
    const chosen = stops.find((stop) => stop.classList.contains('sm-stop--chosen'))
    if (chosen && choose(chosen, { keepsFocus: true })) return
    const forward = stops.filter((stop) => !stop.classList.contains('sm-stop--back'))
    const box = boxOf(forward.map(placeOf))
    if (forward.length < stops.length && view.fits(box) >= stillReadable) view.showBox(box)
    else view.begin(stops.find(({ dataset }) => dataset['begin']) ?? stops[0], readable)
  }
}

function addControls(
  frame: HTMLElement,
  words: Words,
  act: { larger: () => void; smaller: () => void; whole: () => void },
): void {
  const controls = document.createElement('div')
  controls.className = 'sm-map__controls'
  controls.setAttribute('role', 'group')
  controls.setAttribute('aria-label', words.controls)
  const larger = button('+', act.larger)
  larger.setAttribute('aria-label', words.zoomIn)
  const smaller = button('−', act.smaller)
  smaller.setAttribute('aria-label', words.zoomOut)
  for (const one of [larger, smaller]) {
    one.title = one.getAttribute('aria-label')!
    one.classList.add('sm-map__size')
  }
  controls.append(larger, smaller, button(words.whole, act.whole))
  frame.parentElement!.before(controls)
}
