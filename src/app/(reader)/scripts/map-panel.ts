import { button } from './map-button.ts'
import type { Words } from './map-words.ts'

/** Where the chosen stop is told about: its entry in the map in words, and the way to its page. */
export interface Panel {
  /** The part of the window that the panel does not cover, in pixels from its upper left corner. */
  leaves: () => { width: number; height: number }
  /** @returns false when the page does not tell about the stop */
  show: (stop: SVGAElement, options: { keepsFocus: boolean }) => boolean
  /** @returns false when it was not open */
  close: () => boolean
}

interface Acts {
  /** Goes to another stop. @returns false when the map does not have it */
  go: (slug: string) => boolean
  /** Is told of which stop the panel was when it has been closed. */
  closed: (stop: SVGAElement) => void
}

/** Part of the window that a panel beside the map may take; one that takes more lies below. */
const mostBeside = 0.6

/** Puts an empty panel over the map. */
export function panelFor(frame: HTMLElement, words: Words, { go, closed }: Acts): Panel {
  const panel = document.createElement('section')
  panel.className = 'sm-map__panel'
  panel.hidden = true
  panel.tabIndex = -1
  panel.setAttribute('aria-label', words.chosen)
  frame.after(panel)
  let told: SVGAElement | null = null

  function close(): boolean {
    if (panel.hidden || !told) return false
    panel.hidden = true
    frame.classList.remove('sm-map--told')
    closed(told)
    return true
  }

  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  // Ways lead on to other stops within the map; other links lead where they say.
  panel.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a')
    const slug = link?.getAttribute('href')?.match(/^#(.+)/)?.[1]
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey
    if (slug && !isElsewhere && go(slug)) event.preventDefault()
  })

  return {
    close,
    leaves() {
      const { clientWidth: width, clientHeight: height } = frame
      if (panel.hidden) return { width, height }
      return panel.offsetWidth < width * mostBeside
        ? { width: width - panel.offsetWidth, height }
        : { width, height: height - panel.offsetHeight }
    },
    show(stop, { keepsFocus }) {
      const entry = document.getElementById(stop.dataset['slug']!)
      if (!entry) return false
      const dismiss = button(words.close, close)
      dismiss.classList.add('sm-map__close')
      const read = document.createElement('a')
      read.href = stop.getAttribute('href')!
      read.className = 'usa-button'
      read.textContent = words.read
      const onward = document.createElement('p')
      onward.className = 'sm-map__onward'
      onward.append(read)
      panel.replaceChildren(dismiss, ...toldAgain(entry), onward)
      panel.scrollTop = 0
      panel.hidden = false
      frame.classList.add('sm-map--told')
      told = stop
      if (!keepsFocus) panel.focus({ preventScroll: true })
      return true
    },
  }
}

/** What the map in words says about a stop. Its title is a heading of the page here, not of a line. */
function toldAgain(entry: HTMLElement): Node[] {
  return [...entry.children].map((part) => {
    if (part.tagName !== 'H4') return part.cloneNode(true)
    const heading = document.createElement('h2')
    heading.className = 'sm-map__title'
    heading.append(...[...part.childNodes].map((node) => node.cloneNode(true)))
    return heading
  })
}
