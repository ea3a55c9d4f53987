import ipaddr from 'ipaddr.js'
import { lookup as lookUp } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'

/** Thrown when a host has an address that is not on the public internet. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
  constructor(address: string) {
    super(
      `${address} is not an address on the public internet. Name a host that is, or set WEBHOOK_PRIVATE_ADDRESSES=allow.`,
    )
  }
}

/** Whether an IP address is on the public internet: not loopback, private, link-local, reserved or the like. */
export function isPublicAddress(address: string): boolean {
  // `process` unwraps IPv4 inside IPv6, under which a private address could hide.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

/** @throws PrivateAddressError when a host is written as an address that is not public */
export function refusePrivateLiteral(hostname: string): void {
  const address = hostname.replace(/^\[|\]$/g, '')
  if (isIP(address) !== 0 && !isPublicAddress(address)) throw new PrivateAddressError(address)
}

/**
 * Looks a host up and hands out public addresses only. The connection is made to just what was looked at
 * here, so a name that answers differently the second time gets nowhere.
 */
export const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, [])
      return
    }
    const hidden = addresses.find(({ address }) => !isPublicAddress(address))
    if (hidden) callback(new PrivateAddressError(hidden.address), [])
    else if (options.all) callback(null, addresses)
    else callback(null, addresses[0]!.address, addresses[0]!.family)
  })
}
