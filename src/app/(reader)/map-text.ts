/** A text broken into lines, and how large it is set. */
export interface Fitted {
  lines: string[]
  /** In the map's own units, as all lengths here. */
  size: number
}

/** Where a text has to fit. */
export interface Room {
  width: number
  height: number
  /** Most lines. */
  most: number
  /** Sizes to try, the largest first. */
  sizes: readonly number[]
}

/** From one line to the next, for each unit of the size of the letters. */
export const leading = 1.18

/**
 * How wide the letters of Public Sans are in medium weight, for each unit of their size. Measured in a browser and
 * rounded up, because what is a little too narrow is cut by nothing, and what is too wide runs over the edge.
 */
const widths: readonly (readonly [number, RegExp])[] = [
  [0.27, /[\sijl.,:;'’!|íI]/],
  [0.41, /[frt()\-"“”*J/]/],
  [0.9, /[mwMW%@]/],
  [0.72, /[A-ZÁÉÍÓÚÑ&]/],
]
const usualWidth = 0.59

/** About how wide a text is at size 1. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (widths.find(([, letters]) => letters.test(letter))?.[0] ?? usualWidth),
    0,
  )
}

/**
 * Sets a text as large as its room allows, in lines of about the same width. Only what does not fit at the least
 * size either is cut, and ends in “…”.
 */
export function fitted(text: string, room: Room): Fitted {
  const words = text.split(/\s+/).filter(Boolean)
  for (const size of room.sizes) {
    const most = Math.min(room.most, Math.floor(room.height / (size * leading)))
    const lines = broken(words, room.width / size)
    if (lines.length <= most && lines.every((line) => widthOf(line) * size <= room.width))
      return { lines: balanced(words, lines.length, room.width / size), size }
  }
  const size = room.sizes.at(-1)!
  const lines = broken(words, room.width / size)
  const most = Math.min(room.most, Math.floor(room.height / (size * leading)))
  return { lines: cut(lines, most, room.width / size), size }
}

function broken(words: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** As many lines and no more, the widest of them as narrow as can be. */
function balanced(words: readonly string[], count: number, width: number): string[] {
  let best = broken(words, width)
  for (let narrower = width - 0.5; narrower > 0; narrower -= 0.5) {
    const lines = broken(words, narrower)
    if (lines.length > count || lines.some((line) => widthOf(line) > narrower)) break
    best = lines
  }
  return best
}

function cut(lines: readonly string[], most: number, width: number): string[] {
  const kept = lines.slice(0, most).map((line) => shortened(line, width))
  if (lines.length > most) kept[most - 1] = shortened(`${lines[most - 1]!} ${lines[most]!}`, width)
  return kept
}

function shortened(line: string, width: number): string {
  if (widthOf(line) <= width) return line
  let end = line.length
  while (end > 0 && widthOf(`${line.slice(0, end)}…`) > width) end -= 1
  return `${line.slice(0, end).trimEnd()}…`
}
