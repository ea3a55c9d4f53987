import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { mapPage, type MapPage } from '../support/map-page.ts'

const first = 'Taxpayer Seeks Answers to Tax Law Questions'

let panel: Panel
let reader: Tab
let map: MapPage

beforeAll(async () => {
  panel = await openPanel()
  reader = await panel.open()
  map = await mapPage(reader, panel.origin)
})
afterAll(() => panel.close())

beforeEach(async () => {
  await map.open('/map')
  await map.frame.evaluate((frame) => frame.scrollIntoView({ block: 'center' }))
})

/** The middle of the window, where it is on the screen. */
async function middle(): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await map.frame.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

describe('the size of the map', () => {
  it('grows and shrinks with the buttons', async () => {
    const before = await map.plateWidth()
    await map.page.getByRole('button', { name: 'Larger' }).click()
    expect(await map.plateWidth()).toBeCloseTo(before * 1.3, 0)
    await map.page.getByRole('button', { name: 'Smaller' }).click()
    expect(await map.plateWidth()).toBeCloseTo(before, 0)
  })

  it('grows and shrinks with the keys + and -', async () => {
    const before = await map.plateWidth()
    await map.frame.focus()
    await map.page.keyboard.press('+')
    expect(await map.plateWidth()).toBeCloseTo(before * 1.3, 0)
    await map.page.keyboard.press('-')
    expect(await map.plateWidth()).toBeCloseTo(before, 0)
  })

  it.each([
    ['a button', () => map.page.getByRole('button', { name: 'Whole map' }).click()],
    ['the key 0', () => map.stop(first).press('0')],
  ])('is that of the whole map with %s', async (_, act) => {
    await act()
    const drawing = (await map.page.locator('.sm-map__drawing').boundingBox())!
    const window = (await map.frame.boundingBox())!
    expect(drawing.width).toBeLessThanOrEqual(window.width)
    expect(drawing.height).toBeLessThanOrEqual(window.height)
    expect(await map.seen(first)).toBeCloseTo(1)
    expect(await map.seen('U.S. Court of Appeals')).toBeCloseTo(1)
  })

  it('is that of the whole map on a phone, too', async () => {
    await map.open('/map', { width: 320, height: 640 })
    await map.page.getByRole('button', { name: 'Whole map' }).click()
    expect(await map.seen('U.S. Court of Appeals')).toBeCloseTo(1)
    expect(await map.seen(first)).toBeCloseTo(1)
  })

  it('changes with Ctrl and the wheel, and what is under the mouse stays there', async () => {
    const before = await map.plateWidth()
    await map.stop('Return E-Filed').hover()
    const place = async () => (await map.stop('Return E-Filed').boundingBox())!
    const { x, y, width, height } = await place()
    await map.page.keyboard.down('Control')
    await map.page.mouse.wheel(0, -150)
    await map.page.keyboard.up('Control')
    await expect.poll(map.plateWidth).toBeGreaterThan(before * 1.3)
    const after = await place()
    expect(Math.abs(after.x + after.width / 2 - (x + width / 2))).toBeLessThan(12)
    expect(Math.abs(after.y + after.height / 2 - (y + height / 2))).toBeLessThan(12)
  })

  it('stays with the wheel alone, which moves the map', async () => {
    const [before, size] = [await map.scrolled(), await map.plateWidth()]
    const { x, y } = await middle()
    await map.page.mouse.move(x, y)
    await map.page.mouse.wheel(0, 120)
    await expect.poll(async () => (await map.scrolled()).y).toBeGreaterThan(before.y)
    expect(await map.plateWidth()).toBe(size)
  })

  it('is a readable one again when a stop is chosen on the whole map', async () => {
    await map.page.getByRole('button', { name: 'Whole map' }).click()
    await map.stop('Balance Paid').press('Enter')
    expect(await map.plateWidth()).toBeGreaterThan(150)
    expect(await map.seen('Balance Paid')).toBe(1)
  })
})

describe('the mouse', () => {
  it('drags the map, and chooses nothing by that', async () => {
    const before = await map.scrolled()
    const box = (await map.stop('Return E-Filed').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await map.page.mouse.move(x, y)
    await map.page.mouse.down()
    await map.page.mouse.move(x - 60, y - 40, { steps: 4 })
    await map.page.mouse.move(x - 150, y - 90, { steps: 4 })
    await map.page.mouse.up()
    expect(await map.scrolled()).toEqual({ x: before.x + 150, y: before.y + 90 })
    expect(await map.panel.isVisible()).toBe(false)
    expect(new URL(map.page.url()).pathname).toBe('/map')
  })
})

describe('fingers', () => {
  beforeAll(() => map.devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true }))
  afterAll(() => map.devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false }))

  /** Puts fingers down, moves them from place to place and lifts them again. */
  async function touch(places: { x: number; y: number }[][]): Promise<void> {
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: (typeof places)[0]) =>
      map.devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: fingers.map((place, id) => ({ ...place, id })),
      })
    await send('touchStart', places[0]!)
    for (const fingers of places.slice(1)) await send('touchMove', fingers)
    await send('touchEnd', [])
  }

  it('move the map, one of them', async () => {
    const [before, { x, y }] = [await map.scrolled(), await middle()]
    await touch([0, 40, 80, 120, 160, 200].map((moved) => [{ x: x - moved, y }]))
    await expect.poll(async () => (await map.scrolled()).x).toBeGreaterThan(before.x + 100)
  })

  it('make it larger, two of them, and nothing else on the page', async () => {
    const [before, { x, y }] = [await map.plateWidth(), await middle()]
    const apart = [50, 60, 80, 100]
    await touch(
      apart.map((half) => [
        { x: x - half, y },
        { x: x + half, y },
      ]),
    )
    await expect.poll(map.plateWidth).toBeCloseTo(before * 2, -1)
    expect(await map.page.evaluate(() => visualViewport!.scale)).toBe(1)
  })
})

// Where a key leads is asked of the map itself: what other stories put on it moves its stops.
describe('the keyboard', () => {
  /** Goes one stop on from the first, and says to which. */
  async function goOn(): Promise<string> {
    await map.stop(first).focus()
    await map.page.keyboard.press('ArrowRight')
    const there = (await map.focused())!
    expect((await map.joined(first)).right).toContain(there)
    return there
  }

  it('comes from the controls into the map, to the first stop, and leaves it with the next Tab', async () => {
    const { keyboard } = map.page
    await map.page.getByRole('button', { name: 'Whole map' }).focus()
    await keyboard.press('Tab')
    expect(await map.frame.evaluate((it) => it === document.activeElement)).toBe(true)
    await keyboard.press('Tab')
    expect(await map.focused()).toBe(first)
    await keyboard.press('Tab')
    expect(await map.page.evaluate(() => document.activeElement!.tagName)).toBe('SUMMARY')
  })

  it('travels along the connections, and the map follows', async () => {
    let here = await goOn()
    for (const [key, side] of [
      ['ArrowRight', 'right'],
      ['ArrowRight', 'right'],
      ['ArrowLeft', 'left'],
    ] as const) {
      const joined = (await map.joined(here))[side]
      await map.page.keyboard.press(key)
      here = (await map.focused())!
      expect(joined).toContain(here)
      expect(await map.seen(here)).toBe(1)
    }
  })

  it('shows where it is', async () => {
    const outline = await map
      .stop(await goOn())
      .locator('.sm-stop__plate')
      .evaluate((plate) => getComputedStyle(plate).outlineStyle)
    expect(outline).toBe('solid')
  })

  it('comes back to the stop where it was', async () => {
    const there = await goOn()
    await map.page.keyboard.press('Tab')
    await map.page.keyboard.press('Shift+Tab')
    expect(await map.focused()).toBe(there)
  })

  it('chooses a stop with Enter, and goes on from it after Escape', async () => {
    const there = await goOn()
    await map.page.keyboard.press('Enter')
    expect(await map.panel.getByRole('heading').innerText()).toBe(there)
    await map.page.keyboard.press('Escape')
    const { right } = await map.joined(there)
    await map.page.keyboard.press('ArrowRight')
    expect(right).toContain(await map.focused())
  })
})

describe('movement', () => {
  /** A stop in the middle of the map that leads on: what other stories publish may end a way. */
  async function leadsOn(): Promise<string> {
    for (const title of await map.fromTheMiddle())
      if ((await map.joined(title)).right.length > 0) return title
    throw new Error('No stop leads on.')
  }

  it('is at once for whoever wants none', async () => {
    const here = await leadsOn()
    await map.stop(here).evaluate((stop) => (stop as SVGAElement).focus())
    const frames = await map.frame.evaluate((frame) => {
      const before = frame.scrollLeft
      const key = { key: 'ArrowRight', bubbles: true, cancelable: true }
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', key))
      return { before, after: frame.scrollLeft }
    })
    expect(frames.after).not.toBe(frames.before)
    const there = (await map.focused())!
    expect((await map.joined(here)).right).toContain(there)
    expect(await map.seen(there)).toBe(1)
  })

  it('is smooth for others, and ends at the stop', async () => {
    await map.page.emulateMedia({ reducedMotion: 'no-preference' })
    const here = await leadsOn()
    await map.stop(here).evaluate((stop) => (stop as SVGAElement).focus())
    await map.page.keyboard.press('ArrowRight')
    const there = (await map.focused())!
    expect((await map.joined(here)).right).toContain(there)
    await expect.poll(() => map.seen(there)).toBe(1)
    await map.page.emulateMedia({ reducedMotion: 'reduce' })
  })
})
