import { ref, type Json } from './parts.ts'

const text = { type: 'string' }

/** The headers of answers that a client may want to read. */
export const headerComponents: Json = {
  ETag: {
    description: 'Names this answer: send it back as `If-None-Match`.',
    schema: text,
    example: '"1c9a7e"',
  },
  LastModified: {
    description:
      'When the public content last changed. Not sent during the second in which it did.',
    schema: text,
    example: 'Mon, 23 Nov 2026 00:21:39 GMT',
  },
  CacheControl: {
    description: 'How long who may keep the answer. `private, no-store`: nobody.',
    schema: text,
    example: 'public, max-age=0, s-maxage=10, stale-while-revalidate=30',
  },
  SurrogateKey: {
    description:
      'What the answer is made of, by which a cache in between forgets it: documents as `stations/ID`, lists as `stations`, separated by spaces.',
    schema: text,
    example: 'stations stations/855f3e0d-3fa1-44de-b0b9-620a8389cd48',
  },
  ContentLanguage: {
    description:
      'The languages of the messages: `en`, `es`, or `es, en` where a part of them is in English alone.',
    schema: text,
    example: 'es',
  },
  RetryAfter: {
    description: 'Seconds after which to try again.',
    schema: { type: 'integer', minimum: 0 },
    example: 5,
  },
}

/** The headers of an answer with this status; `isKept` when caches may keep what everybody gets there. */
export function answerHeaders(status: string, isKept: boolean): Json {
  const names = namesFor(status, isKept)
  if (names.length === 0) return {}
  return {
    headers: Object.fromEntries(
      names.map(([header, component]) => [header, ref(component, 'headers')]),
    ),
  }
}

const inLanguage: [header: string, component: string] = ['Content-Language', 'ContentLanguage']

function namesFor(status: string, isKept: boolean): [header: string, component: string][] {
  if (status === '429' || status === '503') return [inLanguage, ['Retry-After', 'RetryAfter']]
  if (status >= '400') return [inLanguage]
  if (!isKept || (status !== '200' && status !== '304')) return []
  return [
    ['ETag', 'ETag'],
    ['Last-Modified', 'LastModified'],
    ['Cache-Control', 'CacheControl'],
    ['Surrogate-Key', 'SurrogateKey'],
  ]
}
