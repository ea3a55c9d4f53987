import { describe, expect, it } from 'vitest'
import {
  boxOf,
  fitting,
  inDirection,
  nextStop,
} from '../../../../../src/app/(reader)/scripts/map-moves.ts'

const right = { x: 1, y: 0 }
const down = { x: 0, y: 1 }
const itself = (place: { x: number; y: number }) => place

describe('the part of the map around stops', () => {
  it('has all of them in it, with room for their plates', () => {
    const { left, top, right, bottom } = boxOf([
      { x: 300, y: 900 },
      { x: 700, y: 200 },
    ])
    expect(left).toBeLessThanOrEqual(300 - 90)
    expect(right).toBeGreaterThanOrEqual(700 + 90)
    expect(top).toBeLessThanOrEqual(200 - 36)
    expect(bottom).toBeGreaterThanOrEqual(900 + 36)
  })

  it('is as large as one plate and its room for a single stop', () => {
    expect(boxOf([{ x: 300, y: 900 }])).toEqual({ left: 180, top: 830, right: 420, bottom: 970 })
  })
})

describe('the size at which a part of the map fits into a window', () => {
  const box = { left: 100, top: 100, right: 1100, bottom: 600 }

  it('is decided by the width where that is scarcer', () => {
    expect(fitting(box, { width: 500, height: 500 }, 1)).toBe(0.5)
  })

  it('is decided by the height where that is scarcer', () => {
    expect(fitting(box, { width: 1000, height: 100 }, 1)).toBe(0.2)
  })

  it('is never larger than wanted', () => {
    expect(fitting(box, { width: 9000, height: 9000 }, 1)).toBe(1)
  })
})

describe('the stop that an arrow key leads to', () => {
  const here = { x: 0, y: 0 }

  it('is the nearer of two that lie straight ahead', () => {
    const near = { x: 228, y: 0 }
    expect(inDirection(here, right, [{ x: 456, y: 0 }, near], itself)).toBe(near)
  })

  it('is the one straight ahead rather than one as near that lies aside', () => {
    const ahead = { x: 228, y: 12 }
    expect(inDirection(here, right, [{ x: 228, y: 120 }, ahead], itself)).toBe(ahead)
  })

  it('is one that lies aside where nothing is straight ahead', () => {
    const aside = { x: 228, y: 400 }
    expect(inDirection(here, right, [aside], itself)).toBe(aside)
  })

  it('is none where everything lies behind', () => {
    expect(inDirection(here, right, [{ x: -228, y: 0 }], itself)).toBeUndefined()
  })

  it('is not up or down what lies mostly to the side, and to the side what lies mostly above', () => {
    const aside = { x: 400, y: 200 }
    expect(inDirection(here, down, [aside], itself)).toBeUndefined()
    expect(inDirection(here, right, [{ x: 200, y: 400 }], itself)).toEqual({ x: 200, y: 400 })
  })

  it('is none where everything lies to the side', () => {
    expect(inDirection(here, down, [{ x: 228, y: 4 }], itself)).toBeUndefined()
  })

  it('is never the stop one is at', () => {
    expect(inDirection(here, right, [here], itself)).toBeUndefined()
  })
})

describe('the way with an arrow key', () => {
  const here = { x: 0, y: 0 }
  const joined = { x: 456, y: 120 }
  const near = { x: 228, y: 0 }
  const below = { x: 0, y: 120 }
  const stops = { joined: [joined], all: [here, joined, near, below] }

  it('follows a connection rather than to lead to what is near', () => {
    expect(nextStop(here, right, stops, itself)).toBe(joined)
  })

  it('leads to what lies there where no connection goes that way', () => {
    expect(nextStop(here, down, stops, itself)).toBe(below)
  })

  it('ends where nothing lies that way', () => {
    expect(nextStop(here, { x: -1, y: 0 }, stops, itself)).toBeUndefined()
  })
})
