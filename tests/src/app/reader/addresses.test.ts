import { describe, expect, it } from 'vitest'
import {
  inLanguage,
  nameIn,
  pathTo,
  placeOf,
  prefixOf,
  withoutPrefix,
} from '../../../../src/app/(reader)/addresses.ts'

describe('an address', () => {
  it.each([
    ['/', 'en', [], false],
    ['/es', 'es', [], false],
    ['/es/', 'es', [], false],
    ['/stations/balance-paid', 'en', ['stations', 'balance-paid'], false],
    ['/es/notices/cp14.md', 'es', ['notices', 'cp14'], true],
    ['/index.md', 'en', [], true],
    ['/es/index.md', 'es', [], true],
    ['/index', 'en', ['index'], false],
    ['/forms/Form%20843', 'en', ['forms', 'Form 843'], false],
    ['/notices/a%2Fb', 'en', ['notices', 'a/b'], false],
    ['/en/map', 'en', ['en', 'map'], false],
    ['/fr/map', 'en', ['fr', 'map'], false],
    ['/es/es/map', 'es', ['es', 'map'], false],
    ['//map//', 'en', ['map'], false],
  ])('is taken apart: %s', (pathname, language, parts, isMarkdown) => {
    expect(placeOf(pathname)).toEqual({ language, parts, isMarkdown })
  })

  it.each([
    ['/en', '/'],
    ['/en.md', '/index.md'],
    ['/en/index.md', '/index.md'],
    ['/en/map', '/map'],
    ['/en/notices/a%2Fb.md', '/notices/a%2Fb.md'],
    ['/en/en/map', '/en/map'],
    ['/map', null],
    ['/', null],
    ['/es/en/map', null],
    ['/fr/map', null],
  ])('leads to the one without the prefix of English: %s', (pathname, bare) => {
    expect(withoutPrefix(placeOf(pathname)!)).toBe(bare)
  })

  it.each(['/%E0', '/stations/%', '/es/%FF%FE'])('cannot be read: %s', (pathname) => {
    expect(placeOf(pathname)).toBeNull()
    expect(inLanguage(pathname, 'es')).toBe('/es')
  })

  it.each([
    ['/', '/es'],
    ['/stations/balance-paid', '/es/stations/balance-paid'],
    ['/forms/Form%20843', '/es/forms/Form%20843'],
    ['/map', '/es/map'],
  ])('is the same in Spanish, and back: %s', (english, spanish) => {
    expect(inLanguage(english, 'es')).toBe(spanish)
    expect(inLanguage(spanish, 'en')).toBe(english)
    expect(inLanguage(spanish, 'es')).toBe(spanish)
  })

  it('is written so that nothing in a name ends a part of it', () => {
    expect(pathTo('en', 'notices', 'a/b?c#d')).toBe('/notices/a%2Fb%3Fc%23d')
    expect(pathTo('es')).toBe('/es')
    expect(pathTo('en')).toBe('/')
    expect([prefixOf('en'), prefixOf('es')]).toEqual(['', '/es'])
  })
})

describe('the address of a document', () => {
  it.each([
    [
      { collection: 'stations', slug: 'audit' },
      { section: 'stations', name: 'audit' },
    ],
    [
      { collection: 'notices', code: 'Letter 1058' },
      { section: 'notices', name: 'ltr1058' },
    ],
    [
      { collection: 'forms', number: 'Form 843' },
      { section: 'forms', name: 'form843' },
    ],
    [
      { collection: 'help-organizations', slug: 'tas' },
      { section: 'help', name: 'tas' },
    ],
    [
      { collection: 'steps', id: '7', slug: 'call' },
      { section: 'steps', name: '7' },
    ],
    [{ collection: 'phases', slug: 'collection' }, null],
    [{ collection: 'stations' }, null],
  ])('follows from what it is: %j', (document, place) => {
    expect(nameIn(document)).toEqual(place)
  })
})
