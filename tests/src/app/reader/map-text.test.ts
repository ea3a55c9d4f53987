import { describe, expect, it } from 'vitest'
import { fitted, leading, widthOf, type Room } from '../../../../src/app/(reader)/map-text.ts'

const plate: Room = { width: 164, height: 64, most: 4, sizes: [15, 13, 11, 10] }

describe('a text that is fitted into a room', () => {
  it('is set at the largest size when it is short', () => {
    expect(fitted('IRS.gov', plate)).toEqual({ lines: ['IRS.gov'], size: 15 })
  })

  it('is set smaller rather than cut', () => {
    const { lines, size } = fitted(
      'Taxpayer Files Petition Within 30 Days of Collection Due Process (CDP) Determination Letter',
      plate,
    )
    expect(size).toBeLessThan(15)
    expect(lines.join(' ')).toBe(
      'Taxpayer Files Petition Within 30 Days of Collection Due Process (CDP) Determination Letter',
    )
  })

  it.each([
    'Balance Paid',
    'Notice of Intent to Levy and Right to Collection Due Process Hearing',
    'Declaración presentada electrónicamente por el contribuyente',
  ])('stays within its width and height: %s', (title) => {
    const { lines, size } = fitted(title, plate)
    expect(lines.length * size * leading).toBeLessThanOrEqual(plate.height)
    for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(plate.width)
  })

  it('has lines of about the same width', () => {
    expect(fitted('Taxpayer Assistance Center', { ...plate, sizes: [15] }).lines).toEqual([
      'Taxpayer',
      'Assistance Center',
    ])
  })

  it('is cut at the end, and says so, where even the least size is too large', () => {
    const { lines, size } = fitted('word '.repeat(60), plate)
    expect(size).toBe(10)
    expect(lines).toHaveLength(4)
    expect(lines.at(-1)).toMatch(/…$/)
    for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(plate.width)
  })

  it('is cut within a word that is wider than the room', () => {
    const { lines } = fitted('x'.repeat(200), plate)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^x+…$/)
  })

  it('is nothing where there is no text', () => {
    expect(fitted(' ', plate).lines).toEqual([])
  })
})
