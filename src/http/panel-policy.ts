import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'

/**
 * The style elements that Payload's panel and what it is made of write themselves, by the SHA-256 of their text. A
 * browser test says when a new version of Payload writes others.
 */
const knownStyles = [
  // Nothing: elements that scripts fill with rules afterwards (emotion, which draws the choices).
  '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  // The order of Payload's layers, in its root layout.
  'UO8+f0Vt7qym1f9lUl0nh47l5M7MX3W3qSnbWSxu6+8=',
  // Messages at the edge of the page (sonner).
  'Od9mHMH7x2G6QuoV3hsPkDCwIyqbg2DX3F5nLeCYQBc=',
  // The frame of dialogs (@faceless-ui/modal).
  'RRvYYvypkfR67NPWQ5YM5msNEwtYz7N+9rYPCnXMfXw=',
].map((digest) => `'sha256-${digest}'`)

/**
 * Gives every page of the panel a Content Security Policy with a nonce of its own. Next reads it from the request
 * and puts the nonce on the scripts that it writes into the page; no other inline script runs, and no other style
 * element counts. Style attributes are let in: Payload's pages are drawn with them, and no nonce can be given to
 * an attribute.
 */
export const guardPanel: RequestHandler = (req, res, next) => {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}' ${knownStyles.join(' ')}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    // Pages with marks, which the review makes itself.
    "frame-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
  req.headers['content-security-policy'] = policy
  res.setHeader('Content-Security-Policy', policy)
  next()
}
