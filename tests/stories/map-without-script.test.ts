import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel } from '../support/browser.ts'
import { mapPage, type MapPage } from '../support/map-page.ts'

const first = 'Taxpayer Seeks Answers to Tax Law Questions'

let panel: Panel
let map: MapPage

beforeAll(async () => {
  panel = await openPanel()
  map = await mapPage(await panel.open(), panel.origin, { scripts: false })
})
afterAll(() => panel.close())

/** How many stops the page draws: those of the seed, and what other stories have published. */
function stopsDrawn(): Promise<number> {
  return map.page.locator('.sm-map__drawing .sm-stop').count()
}

/** The links of the drawing in the accessibility tree, with their descriptions. */
async function linksTold(): Promise<Map<string, string>> {
  const { nodes } = await map.devtools.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const region = nodes.find(
    ({ name, role }) => role?.value === 'region' && name?.value === 'Map of the roadmap',
  )!
  const told = new Map<string, string>()
  const visit = (id: string) => {
    const { childIds = [], description, ignored, name, role } = byId.get(id)!
    if (!ignored && role?.value === 'link')
      told.set(String(name?.value), String(description?.value ?? ''))
    childIds.forEach(visit)
  }
  visit(region.nodeId)
  return told
}

describe('the map without script', () => {
  it.each([320, 768, 1280])('opens where the way begins at %i px', async (width) => {
    await map.open('/map', { width })
    expect(await map.seen(first)).toBe(1)
    expect(await map.plateWidth()).toBeGreaterThan(150)
  })

  it.each([320, 768, 1280])('opens at the stop of the address at %i px', async (width) => {
    await map.open('/map?at=balance-paid', { width })
    expect(await map.seen('Balance Paid')).toBe(1)
  })

  it('opens where the chosen line begins', async () => {
    await map.open('/map?line=exam')
    expect(await map.seen('Return Selected for Exam')).toBe(1)
  })

  it('scrolls like any other part of a page', async () => {
    await map.open('/map')
    const before = await map.scrolled()
    await map.frame.hover()
    await map.page.mouse.wheel(300, 0)
    await expect.poll(async () => (await map.scrolled()).x).toBeGreaterThan(before.x)
  })

  it('offers nothing that only works with script', async () => {
    await map.open('/map')
    expect(await map.page.getByRole('button', { name: 'Whole map' }).count()).toBe(0)
    expect(await map.page.locator('main').innerText()).not.toContain('keyboard')
  })

  it('leads from a stop to its page', async () => {
    await map.open('/map')
    await map.stop('Return E-Filed').click()
    await map.page.waitForURL('**/stations/return-e-filed')
  })

  it('lights the stops of a letter, and lists them', async () => {
    await map.open('/map')
    await map.page.getByLabel('Stops of a letter').fill('CP14')
    await map.page.getByRole('button', { name: 'Show', exact: true }).click()
    await map.page.waitForURL(/notice=CP14/)
    expect(await map.frame.locator('.sm-stop--lit').count()).toBe(3)
    expect(await map.page.locator('.sm-lit li').count()).toBe(3)
    const said = map.page.locator('.sm-outline__remarks', { hasText: 'you may get CP14 here' })
    expect(await said.count()).toBe(3)
  })
})

describe('the map in words', () => {
  it('has every stop of the drawing, in the same order', async () => {
    await map.open('/map')
    const drawn = await map.frame.locator('.sm-stop title').allTextContents()
    const told = await map.page.locator('.sm-outline__title').allTextContents()
    expect(told).toEqual(drawn)
    expect(told.length).toBeGreaterThanOrEqual(90)
  })

  it('has every way of the drawing, from both its ends', async () => {
    const drawn = await map.frame.locator('.sm-way').count()
    const told = await map.page.locator('.sm-outline__ways li').count()
    expect(told).toBe(2 * drawn)
  })

  it('says where one may begin, and where the way may end', async () => {
    const entry = (slug: string) => map.page.locator(`li[id="${slug}"] .sm-outline__remarks`)
    expect(await entry('seek-tax-law-answers').textContent()).toBe('the way begins here')
    expect(await entry('court-of-appeals').textContent()).toBe('the way ends here')
  })
})

describe('a screen reader on the drawing', () => {
  let told: Map<string, string>

  beforeAll(async () => {
    await map.open('/map?notice=CP14')
    told = await linksTold()
  })

  it('finds every stop once, by its title', async () => {
    expect(told.size).toBe(await stopsDrawn())
  })

  it.each([
    ['its line', 'Balance Paid', 'On the line Collection.'],
    ['that one may begin there', first, 'People may enter the map here.'],
    ['that the way may end there', 'U.S. Court of Appeals', 'The way may end here.'],
    ['that lines branch there', 'Litigation Station', 'Stop where lines branch.'],
    [
      'to which lines one can change',
      'Assessment Station',
      'You can change here to Exam (Audit), Collection.',
    ],
    ['that it is lit', 'Balance Due on Account', 'You may get the letter here.'],
  ])('hears of a stop %s', (_, title, words) => {
    expect(told.get(title)).toContain(words)
  })

  it('does not hear that other stops are lit', () => {
    expect([...told.values()].filter((words) => words.includes('the letter'))).toHaveLength(3)
  })
})

describe('the map on paper', () => {
  beforeAll(async () => {
    await map.open('/map', { width: 720 })
    await map.page.emulateMedia({ media: 'print' })
  })
  afterAll(() => map.page.emulateMedia({ media: 'screen' }))

  it('is whole, in pieces as wide as a sheet', async () => {
    const pieces = map.page.locator('.sm-map-paper svg')
    const boxes = await Promise.all((await pieces.all()).map((piece) => piece.boundingBox()))
    expect(boxes.length).toBeGreaterThan(6)
    for (const box of boxes) expect(box!.width).toBeLessThanOrEqual(720)
    const shown = await pieces.evaluateAll((all) => {
      const views = all.map((piece) => (piece as SVGSVGElement).viewBox.baseVal)
      return [...document.querySelectorAll<SVGAElement>('.sm-stop')].filter(({ dataset }) =>
        views.some(
          ({ x, y, width, height }) =>
            Number(dataset['x']) > x &&
            Number(dataset['x']) < x + width &&
            Number(dataset['y']) > y &&
            Number(dataset['y']) < y + height,
        ),
      ).length
    })
    expect(shown).toBe(await stopsDrawn())
  })

  it('has letters that can be read', async () => {
    const scales = await map.page
      .locator('.sm-map-paper svg')
      .evaluateAll((all) =>
        all.map(
          (piece) =>
            piece.getBoundingClientRect().width / (piece as SVGSVGElement).viewBox.baseVal.width,
        ),
      )
    // Titles are 10 units high at least, and 13 or more as a rule.
    for (const scale of scales) expect(scale).toBeGreaterThan(0.55)
  })

  it('stands there without its window and its controls, and with all of it in words', async () => {
    expect(
      await map.page
        .locator('.sm-map, .sm-filter, .sm-map-lines')
        .filter({ visible: true })
        .count(),
    ).toBe(0)
    expect(await map.page.locator('.sm-outline__stop').filter({ visible: true }).count()).toBe(
      await stopsDrawn(),
    )
  })
})

describe('the map in colors that the reader chose', () => {
  beforeAll(async () => {
    await map.open('/map?at=balance-paid')
    await map.page.emulateMedia({ forcedColors: 'active' })
  })
  afterAll(() => map.page.emulateMedia({ forcedColors: 'none' }))

  it.each(['.sm-stop__title', '.sm-stop__sign circle', '.sm-way__head', '.sm-band__name'])(
    'shows %s on its ground',
    async (part) => {
      const [ink, ground] = await map.frame.evaluate((frame, selector) => {
        const { fill } = getComputedStyle(frame.querySelector(selector)!)
        return [fill, getComputedStyle(frame).backgroundColor]
      }, part)
      expect(ink).not.toBe(ground)
    },
  )

  it('tells the chosen stop by its border', async () => {
    const width = (title: string) =>
      map
        .stop(title)
        .locator('.sm-stop__plate')
        .evaluate((plate) => Number.parseFloat(getComputedStyle(plate).strokeWidth))
    expect(await width('Balance Paid')).toBeGreaterThan(2 * (await width('Case Closed')))
  })
})
