import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  isPublicAddress,
  lookUpPublic,
  refusePrivateLiteral,
} from '../../../src/delivery/webhooks/public-addresses.ts'

const hidden = [
  '127.0.0.1',
  '127.8.9.10',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'not an address',
]

describe('an address that is not on the public internet', () => {
  it.each(hidden)('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['127.0.0.1', '[::1]', '[::ffff:10.0.0.1]', '192.168.0.1'])(
    'is refused where it is written as a host: %s',
    (host) => {
      expect(() => refusePrivateLiteral(host)).toThrow(/not an address on the public internet/)
    },
  )

  it('is refused where a name leads to it', async () => {
    await expect(promisify(lookUpPublic)('localhost', {})).rejects.toThrow(
      /not an address on the public internet/,
    )
  })
})

describe('an address on the public internet', () => {
  it.each(['8.8.8.8', '152.216.7.110', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it('is left alone where it is written as a host', () => {
    expect(() => refusePrivateLiteral('8.8.8.8')).not.toThrow()
    expect(() => refusePrivateLiteral('hooks.example.gov')).not.toThrow()
  })
})
