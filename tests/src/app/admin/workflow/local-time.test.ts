import { describe, expect, it } from 'vitest'
import {
  instantsOf,
  withOffset,
  zoneNameAt,
} from '../../../../../src/app/admin/workflow/local-time.ts'

const zone = 'America/New_York'
const instants = (wall: string, where = zone) =>
  instantsOf(wall, where).map((instant) => instant.toISOString())

describe('a time on the wall', () => {
  it('is one instant on most days', () => {
    expect(instants('2027-01-15T09:00')).toEqual(['2027-01-15T14:00:00.000Z'])
    expect(instants('2027-07-15T09:00')).toEqual(['2027-07-15T13:00:00.000Z'])
  })

  it('does not exist where clocks go forward over it', () => {
    expect(instants('2027-03-14T02:30')).toEqual([])
    expect(instants('2027-03-14T01:59')).toEqual(['2027-03-14T06:59:00.000Z'])
    expect(instants('2027-03-14T03:00')).toEqual(['2027-03-14T07:00:00.000Z'])
  })

  it('exists twice where clocks go back through it, the earlier first', () => {
    expect(instants('2027-11-07T01:30')).toEqual([
      '2027-11-07T05:30:00.000Z',
      '2027-11-07T06:30:00.000Z',
    ])
    expect(instants('2027-11-07T02:00')).toEqual(['2027-11-07T07:00:00.000Z'])
  })

  it('is one instant in a zone without daylight saving, also of a quarter hour', () => {
    expect(instants('2027-03-14T02:30', 'UTC')).toEqual(['2027-03-14T02:30:00.000Z'])
    expect(instants('2027-03-14T02:30', 'Asia/Kathmandu')).toEqual(['2027-03-13T20:45:00.000Z'])
  })

  it('is nothing when it is no time', () => {
    expect(instants('')).toEqual([])
    expect(instants('2027-02-30T')).toEqual([])
  })
})

describe('an instant', () => {
  it('is sent with the offset of the zone at that instant', () => {
    expect(withOffset(new Date('2027-01-15T14:00:00Z'), zone)).toBe('2027-01-15T09:00:00-05:00')
    expect(withOffset(new Date('2027-07-15T13:00:00Z'), zone)).toBe('2027-07-15T09:00:00-04:00')
    expect(withOffset(new Date('2027-03-13T20:45:00Z'), 'Asia/Kathmandu')).toBe(
      '2027-03-14T02:30:00+05:45',
    )
    expect(withOffset(new Date('2027-01-15T14:00:00Z'), 'UTC')).toBe('2027-01-15T14:00:00+00:00')
  })

  it('is shown with what the zone is called then', () => {
    expect(zoneNameAt(new Date('2027-11-07T05:30:00Z'), zone, 'en-US')).toBe('EDT')
    expect(zoneNameAt(new Date('2027-11-07T06:30:00Z'), zone, 'en-US')).toBe('EST')
  })
})
