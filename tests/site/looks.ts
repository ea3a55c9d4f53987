import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { root } from '../support/build.ts'
import type { BrowserFile } from '../support/find-browser.ts'

/** Where the pictures are that pages have to look like. */
export const picturesFolder = path.join(root, 'tests/site/looks')

/** Where it can be seen what a page looks like instead. */
const foundFolder = path.join(root, 'dist/looks')

/*
 * What counts as a difference. Drawn as `drawnAlike` wants it, no pixel differs between Chromium 147 as npm brings it
 * and Debian's Chromium 156, so there is little to forgive: rounding, should another processor or version do it
 * otherwise. It is forgiven where it is thin, and not by a share of a whole page, in which a stop that has moved by
 * two pixels would be lost.
 */

/** How far two colors are apart that differ, where black and white are 1 apart. Two neighboring grays of the design are 0.05. */
const threshold = 0.03

/** Width and height of the parts of a picture in which differences are counted, in pixels. */
const windowSize = 32

/** Most pixels that may differ in such a part: less than half of the thinnest line that runs through it. */
const mostDifferent = 12

/** Colors are told to this many of 255 steps. It makes pictures smaller by a quarter, and nobody sees it. */
const step = 4

/**
 * Compares what a page looks like with its picture.
 *
 * @param name of the picture, without its ending
 * @param found the page as it looks now, as PNG
 * @returns what is wrong, and where it can be seen; null where nothing is
 */
export function differenceFrom(name: string, found: Buffer): string | null {
  const file = path.join(picturesFolder, `${name}.png`)
  if (!existsSync(file)) return `There is no picture “${name}”. ${advice}`
  const wanted = PNG.sync.read(readFileSync(file))
  const actual = rounded(PNG.sync.read(found))
  const { height, width } = wanted
  if (actual.width !== width || actual.height !== height)
    return `The page is ${actual.width} × ${actual.height} pixels large and not ${width} × ${height}: see ${keep(`${name}.png`, found)}. ${advice}`
  const drawn = new PNG({ height, width })
  const different = pixelmatch(wanted.data, actual.data, drawn.data, width, height, {
    threshold,
    windowSize,
  })
  if (different <= mostDifferent) return null
  const files = [keep(`${name}.png`, found), keep(`${name}-difference.png`, PNG.sync.write(drawn))]
  return `${different} of the ${windowSize ** 2} pixels of one part differ: see ${files.join(' and ')}. ${advice}`
}

const advice = 'If it is meant to look as it does, take a new picture: see docs/readers-site.md.'

function keep(name: string, picture: Buffer): string {
  mkdirSync(foundFolder, { recursive: true })
  const file = path.join(foundFolder, name)
  writeFileSync(file, picture)
  return path.relative(root, file)
}

/** Makes what a page looks like now the picture that it has to look like. */
export function takePicture(name: string, found: Buffer): void {
  mkdirSync(picturesFolder, { recursive: true })
  // What is said is repeated, and not continued: areas of one color, and letters on them.
  const settings = { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 } as const
  const picture = PNG.sync.write(rounded(PNG.sync.read(found)), settings)
  writeFileSync(path.join(picturesFolder, `${name}.png`), picture)
}

function rounded(picture: PNG): PNG {
  for (const [at, value] of picture.data.entries())
    picture.data[at] = Math.min(255, Math.round(value / step) * step)
  return picture
}

/** Arguments of Chromium with which colors are those of the style sheet, and edges of letters have none of their own. */
export const drawnAlikeWith = [
  '--force-color-profile=srgb',
  '--disable-lcd-text',
  // For builds that are headless and nothing else; the others ask fontconfig.
  '--font-render-hinting=none',
]

/** The browser, drawing letters as the font has them, and not as the settings of a machine would fit them to pixels. */
export function drawnAlike({ env, executablePath }: BrowserFile): BrowserFile {
  mkdirSync(foundFolder, { recursive: true })
  const file = path.join(foundFolder, 'fonts.conf')
  const own = env['FONTCONFIG_FILE'] ?? '/etc/fonts/fonts.conf'
  const edits = [
    ['antialias', '<bool>true</bool>'],
    ['autohint', '<bool>false</bool>'],
    ['hinting', '<bool>false</bool>'],
    ['hintstyle', '<const>hintnone</const>'],
    ['rgba', '<const>none</const>'],
  ].map(([name, value]) => `<edit name="${name}" mode="assign">${value}</edit>`)
  writeFileSync(
    file,
    `<fontconfig><include ignore_missing="yes">${own}</include><match target="pattern">${edits.join('')}</match></fontconfig>\n`,
  )
  return { executablePath, env: { ...env, FONTCONFIG_FILE: file } }
}
