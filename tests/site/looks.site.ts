import { readdirSync } from 'node:fs'
import type { Browser, Page, ViewportSize } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../support/launch-browser.ts'
import { differenceFrom, drawnAlike, drawnAlikeWith, picturesFolder, takePicture } from './looks.ts'

const { origin, browser: file } = inject('site')

/** Whether new pictures are taken. They prove nothing then. */
const takesPictures = process.env['LOOKS'] === 'new'

/** How much of a page is looked at, in screens. What comes further down is made of the same parts. */
const sizes = [
  { width: 320, height: 640, screens: 3 },
  { width: 768, height: 1024, screens: 2 },
  { width: 1280, height: 900, screens: 2 },
]

interface Look {
  name: string
  path: string
  /** What somebody does first. */
  act?: (page: Page) => Promise<void>
  /** The only width at which it is looked at. */
  width?: number
}

const looks: Look[] = [
  { name: 'balance-paid', path: '/stations/balance-paid' },
  { name: 'balance-paid-es', path: '/es/stations/balance-paid' },
  { name: 'map', path: '/map' },
  {
    name: 'map-whole',
    path: '/map',
    act: (page) => page.getByRole('button', { name: 'Whole map' }).click(),
    width: 1280,
  },
]

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser(drawnAlike(file), drawnAlikeWith)
})
afterAll(() => browser?.close())

describe.each(sizes)('$width px wide,', (size) => {
  it.each(looksAt(size))('$path looks as in the picture “$picture”', async (look) => {
    const found = await photograph(look, size)
    if (takesPictures) takePicture(look.picture, found)
    expect(differenceFrom(look.picture, found)).toBeNull()
  })
})

it('there is no picture that nothing is compared with', () => {
  const names = sizes.flatMap(looksAt).map(({ picture }) => `${picture}.png`)
  expect(readdirSync(picturesFolder).sort()).toEqual(names.sort())
})

function looksAt(size: ViewportSize): (Look & { picture: string })[] {
  return looks
    .filter(({ width = size.width }) => width === size.width)
    .map((look) => ({ ...look, picture: `${look.name}-${size.width}` }))
}

/** Runs in the browser: what is drawn when one scrolls to it is drawn now. A picture is larger than a screen. */
function drawAll(): void {
  for (const part of document.querySelectorAll<HTMLElement>('.sm-outline'))
    part.style.contentVisibility = 'visible'
}

async function photograph(
  { act, path }: Look,
  { height, screens, width }: ViewportSize & { screens: number },
): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { height, width },
    colorScheme: 'light',
    deviceScaleFactor: 1,
    locale: 'en-US',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  await act?.(page)
  await page.evaluate(drawAll)
  const length = await page.evaluate(() => document.documentElement.scrollHeight)
  const picture = await page.screenshot({
    animations: 'disabled',
    clip: { x: 0, y: 0, width, height: Math.min(length, screens * height) },
    fullPage: true,
  })
  await context.close()
  return picture
}
