import { describe, expect, it } from 'vitest'
import { marksStyle } from '../../../../src/review/page-differences/style.ts'

/** Colours by their names, for light and for dark. */
const colours = new Map(
  [...marksStyle.matchAll(/--sm-(\w+-\w+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name, light, dark]) => [name!, [light!, dark!] as const],
  ),
)

/** The ink, the ground and the links of the reader's site, light as it is now, and as they would be in dark. */
const site = { ground: ['#ffffff', '#1b1b1b'], ink: ['#1b1b1b', '#f0f0f0'] } as const

describe.each(['added', 'removed', 'moved', 'changed'])('words that are %s', (looks) => {
  it.each([
    ['light', 0],
    ['dark', 1],
  ] as const)('can be read in %s', (_scheme, at) => {
    const ground = colours.get(`${looks}-ground`)![at]
    expect(contrast(colours.get(`${looks}-ink`)![at], ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(site.ink[at], ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ['light', 0],
    ['dark', 1],
  ] as const)('have a line that can be seen in %s', (_scheme, at) => {
    const line = colours.get(`${looks}-line`)![at]
    expect(contrast(line, colours.get(`${looks}-ground`)![at])).toBeGreaterThanOrEqual(3)
    expect(contrast(line, site.ground[at])).toBeGreaterThanOrEqual(3)
  })
})

it('links in a marked block can be read on its ground', () => {
  for (const looks of ['added', 'removed', 'moved', 'changed'])
    expect(contrast('#005ea2', colours.get(`${looks}-ground`)![0])).toBeGreaterThanOrEqual(4.5)
})

/** Contrast of two colours (WCAG 2.2, 1.4.3), from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
