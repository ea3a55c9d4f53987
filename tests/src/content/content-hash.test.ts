import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/content/canonical-json.ts'
import { contentHash } from '../../../src/content/content-hash.ts'
import { contentOf, contentTypes, slugs, type ContentType } from '../../support/content-types.ts'
import { rawDocument, type Json, type RawDocument } from '../../support/raw-documents.ts'
import vectors from './content-hash-vectors.json' with { type: 'json' }

let typeOf: (slug: string) => ContentType

beforeAll(async () => {
  typeOf = await contentTypes()
})

function hashOf(collection: string, document: Record<string, unknown>): string {
  return contentHash(contentOf(typeOf(collection), collection, document))
}

describe('The content hash', () => {
  it('is SHA-256 over the UTF-8 of the canonical content', () => {
    const content = contentOf(typeOf('phases'), 'phases', { name: { es: 'Año' } })
    const text =
      '{"collection":"phases","fields":{"name":{"es":"Año"}},"format":"stationmaster-content-1"}'
    expect(contentHash(content)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  })

  it('differs between content types that hold the same', () => {
    expect(hashOf('phases', { slug: 'a' })).not.toBe(hashOf('stations', { slug: 'a' }))
  })

  it('cannot be made of text with half a character', () => {
    expect(() => hashOf('stations', { title: { en: 'a\ud83d' } })).toThrow(
      /half a character .* at \/fields\/title\/en/,
    )
  })
})

describe.each(vectors)('The hash of $name that was stored once', (vector) => {
  it.each(['sqlite', 'mongodb'] as const)('is found again as %s gives the document', (database) => {
    const content = contentOf(typeOf(vector.collection), vector.collection, vector[database])
    expect(canonicalJson(content)).toBe(vector.canonical)
    expect(contentHash(content)).toBe(vector.hash)
  })
})

describe.each(slugs)('Of %s, the hash', (slug) => {
  const documents = () => rawDocument(typeOf(slug).fields)
  const isSeen = isSeenOf(slug)

  it('changes with whatever readers see, in any locale', () => {
    fc.assert(
      fc.property(documents(), fc.nat(), (document, choice) => {
        const place = pick(valuesIn(document).filter(isSeen), choice)
        const changed = changeAt(document, place, another)
        expect(hashOf(slug, changed), place.join('.')).not.toBe(hashOf(slug, document))
      }),
    )
  })

  it('changes when something readers see is taken away', () => {
    fc.assert(
      fc.property(documents(), fc.nat(), (document, choice) => {
        const place = pick(valuesIn(document).filter(isSeen), choice)
        const changed = changeAt(document, place, () => undefined)
        expect(hashOf(slug, changed), place.join('.')).not.toBe(hashOf(slug, document))
      }),
    )
  })

  it('stays when only what readers do not see changes', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const changed = valuesIn(document)
          .filter((place) => !isSeen(place))
          .reduce((before, place) => changeAt(before, place, another), document)
        expect(changed).not.toEqual(document)
        expect(hashOf(slug, changed)).toBe(hashOf(slug, document))
      }),
    )
  })

  it('does not depend on the order in which a database gives the fields', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        expect(hashOf(slug, reversed(document) as RawDocument)).toBe(hashOf(slug, document))
      }),
    )
  })

  it('does not depend on how a database gives dates, references and what is empty', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const given = asObjects(document) as Record<string, unknown>
        expect(hashOf(slug, given)).toBe(hashOf(slug, document))
      }),
    )
  })
})

describe.each(['stations', 'notices', 'steps', 'forms'])('Of %s, the hash', (slug) => {
  it('changes with the order of rows, references and paragraphs', () => {
    fc.assert(
      fc.property(rawDocument(typeOf(slug).fields), fc.nat(), (document, choice) => {
        const place = pick(listsIn(document).filter(isSeenOf(slug)), choice)
        const changed = changeAt(document, place, (list) => [...(list as Json[])].reverse())
        fc.pre(!isDeepStrictEqual(outline(changed), outline(document)))
        expect(hashOf(slug, changed), place.join('.')).not.toBe(hashOf(slug, document))
      }),
    )
  })
})

/** Where a value stands in a document: names of fields and locales, numbers of rows. */
type Place = (string | number)[]

/** Names of what readers do not see, wherever they stand. */
const unseen = [
  'id',
  'createdAt',
  'updatedAt',
  '_status',
  'contributors',
  'savedBy',
  'takesName',
  'certainty',
  'note',
  'reviewOn',
]

const isUnseen = (name: string) => unseen.includes(name) || /SortKey(En|Es)$/.test(name)

const isSeenOf = (slug: string) => (place: Place) => {
  const isAddressOfFile = slug === 'media' && ['url', 'thumbnailURL'].includes(String(place[0]))
  return !isAddressOfFile && !place.some((step) => isUnseen(String(step)))
}

function pick(places: Place[], choice: number): Place {
  fc.pre(places.length > 0)
  return places[choice % places.length]!
}

function valuesIn(value: Json, place: Place = []): Place[] {
  if (value === null) return []
  if (typeof value !== 'object') return [place]
  return entriesOf(value).flatMap(([step, one]) => valuesIn(one, [...place, step]))
}

function listsIn(value: Json, place: Place = []): Place[] {
  if (value === null || typeof value !== 'object') return []
  const within = entriesOf(value).flatMap(([step, one]) => listsIn(one, [...place, step]))
  return Array.isArray(value) && value.length > 1 ? [place, ...within] : within
}

function entriesOf(value: Json[] | { [name: string]: Json }): [string | number, Json][] {
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value)
}

/** The document with one value changed, or taken away where the change gives `undefined`. */
function changeAt(
  document: RawDocument,
  place: Place,
  change: (value: Json) => Json | undefined,
): RawDocument {
  const copy = structuredClone(document)
  const last = place.at(-1)!
  const parent = place
    .slice(0, -1)
    .reduce<Record<string, Json>>((within, step) => within[step] as Record<string, Json>, copy)
  const changed = change(parent[last]!)
  if (changed !== undefined) parent[last] = changed
  else if (Array.isArray(parent)) parent.splice(last as number, 1)
  else Reflect.deleteProperty(parent, last)
  return copy
}

/** A different value of the same kind. */
function another(value: Json): Json {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  const text = String(value)
  return isInstant(text) ? new Date(Date.parse(text) + 86_400_000).toISOString() : `${text}x`
}

/** The document without what cannot be seen, to tell whether a change of order shows. */
function outline(value: Json): Json {
  if (Array.isArray(value)) return value.map(outline)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value)
    .filter(([name]) => !isUnseen(name))
    .map(([name, one]) => [name, outline(one)] as const)
    .filter(([, one]) => one !== null && !isDeepStrictEqual(one, []) && !isDeepStrictEqual(one, {}))
  return Object.fromEntries(kept)
}

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, one]) => [name, reversed(one)]),
  )
}

/** The same document with dates and references as objects, and nothing where something is empty. */
function asObjects(value: Json, { inText = false, name = '' } = {}): unknown {
  if (Array.isArray(value))
    return value.length === 0 && !inText
      ? undefined
      : value.map((one) => asObjects(one, { inText }))
  if (value === null) return inText ? null : undefined
  if (typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([step, one]) => [
        step,
        asObjects(one, { inText: inText || step === 'root', name: step }),
      ]),
    )
  if (typeof value !== 'string') return value
  if (isInstant(value)) return new Date(value)
  return isUuid(value) && name !== 'id' ? { id: value, title: 'The whole document' } : value
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(text)
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text)
}
