import type http from 'node:http'

/**
 * Has a server take no new requests, and waits until none is in flight any more.
 *
 * @param longestGoodbye most time that those in flight may take, in milliseconds
 */
export function closeServer(server: http.Server, longestGoodbye: number): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), longestGoodbye)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
