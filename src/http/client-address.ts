/**
 * Header in which the host tells Payload where a request came from. It is set on every request that
 * enters, over whatever a client sent under that name.
 */
export const clientAddressHeader = 'x-stationmaster-client-address'

/** The address a request came from, or undefined for one made inside the process. */
export function clientAddress(headers: Headers | undefined): string | undefined {
  return headers?.get(clientAddressHeader) ?? undefined
}
