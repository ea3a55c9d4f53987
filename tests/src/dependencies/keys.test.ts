import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whatReadersMaySee } from '../../../access/content.ts'
import type { VisibleContent } from '../../../src/content/visible-content.ts'
import { keysOfChange } from '../../../src/dependencies/keys-of-change.ts'
import { keysOfQuestion } from '../../../src/dependencies/keys-of-question.ts'
import { listsInside } from '../../../src/dependencies/lists-inside.ts'
import { contentTypes, type Types } from '../../../src/dependencies/types.ts'
import { startApp, type TestApp } from '../../support/app.ts'

let testApp: TestApp
let types: Types
beforeAll(async () => {
  testApp = await startApp()
  types = contentTypes(testApp.payload)
})
afterAll(() => testApp.close())

describe('the documents that answer a question', () => {
  it.each<[string, string, Where, string | undefined, string[]]>([
    ['all, in their usual order', 'phases', {}, undefined, ['phases:members', 'phases:order']],
    ['all, in another order', 'stations', {}, '-title', ['stations:members', 'stations:title']],
    [
      'several orders',
      'stations',
      {},
      'phase,slug',
      ['stations:members', 'stations:phase', 'stations:slug'],
    ],
    ['one by its id', 'stations', { id: { equals: 'a' } }, 'title', ['stations/a']],
    [
      'some by their ids',
      'stations',
      { id: { in: ['a', 'b'] } },
      'title',
      ['stations/a', 'stations/b'],
    ],
    ['one by its slug', 'stations', { slug: { equals: 'x' } }, 'id', ['stations=x']],
    [
      'one by its code, in any spelling',
      'notices',
      { searchKey: { equals: 'cp14' } },
      'id',
      ['notices=cp14'],
    ],
    [
      'one by its code or another code',
      'notices',
      { or: [{ searchKey: { equals: 'cp14' } }, { aliasKeys: { in: ['cp14'] } }] },
      'id',
      ['notices=cp14'],
    ],
    [
      'those that point at another',
      'notices',
      { stations: { in: ['s'] } },
      'code',
      ['notices@s', 'notices:code'],
    ],
    [
      'those that point from a row',
      'stations',
      { 'connections.to': { equals: 's' } },
      'slug',
      ['stations@s', 'stations:slug'],
    ],
    [
      'those of a value',
      'stations',
      { kind: { equals: 'hub' } },
      'id',
      ['stations:members', 'stations:kind'],
    ],
    [
      'a name and a value',
      'stations',
      { and: [{ slug: { equals: 'x' } }, { kind: { equals: 'hub' } }] },
      'id',
      ['stations=x', 'stations:kind'],
    ],
    [
      'a name or a value',
      'stations',
      { or: [{ slug: { equals: 'x' } }, { kind: { equals: 'hub' } }] },
      'id',
      ['stations:members', 'stations:kind', 'stations:slug'],
    ],
    [
      'two conditions on one field',
      'stations',
      { phase: { equals: 'p', exists: true } },
      'id',
      ['stations@p'],
    ],
    [
      'a value of another document',
      'stations',
      { 'phase.slug': { equals: 'x' } },
      'id',
      ['stations:members', 'stations:phase', 'phases'],
    ],
    ['a time that no snapshot has', 'stations', {}, '-updatedAt', ['stations:members', 'stations']],
    [
      'what is not a list of names',
      'stations',
      { id: { in: 'a,b' as never } },
      'id',
      ['stations:members'],
    ],
    ['nothing to choose from', 'stations', { or: [] }, 'id', ['stations:members']],
  ])('depend on %s', (_, collection, where, sort, expected) => {
    const asked = { collection, sort, where: { and: [where, whatReadersMaySee] } }
    expect(keysOfQuestion(asked, types).sort()).toEqual(expected.sort())
  })

  it('depend on the type as a whole when hundreds are named', () => {
    const ids = Array.from({ length: 500 }, (_, at) => `id-${at}`)
    expect(
      keysOfQuestion({ collection: 'stations', sort: 'id', where: { id: { in: ids } } }, types),
    ).toEqual(['stations:members'])
  })

  it('bring lists of others that point at them', () => {
    const { sources } = listsInside({ collection: 'stations' }, types)
    expect(sources).toContain('stations')
    expect(listsInside({ collection: 'stations', joins: false as never }, types).sources).toEqual(
      [],
    )
    expect(listsInside({ collection: 'stations', select: { title: true } }, types).sources).toEqual(
      [],
    )
  })
})

describe('a change', () => {
  const content = (fields: VisibleContent['fields']): VisibleContent => ({
    format: 'stationmaster-content-1',
    collection: 'stations',
    fields,
  })
  const station = {
    title: { en: 'A title' },
    slug: 'x',
    phase: 'p',
    connections: [{ to: 'a' }, { to: 'b' }],
  }
  const always = ['changes', 'stations', 'stations/s']

  it.each<[string, VisibleContent | null, VisibleContent | null, string[]]>([
    [
      'a first publication',
      null,
      content(station),
      ['stations:members', 'stations=x', 'stations@p', 'stations@a', 'stations@b'],
    ],
    [
      'a withdrawal',
      content(station),
      null,
      ['stations:members', 'stations=x', 'stations@p', 'stations@a', 'stations@b'],
    ],
    [
      'another title',
      content(station),
      content({ ...station, title: { en: 'Another' } }),
      ['stations:title'],
    ],
    [
      'another address',
      content(station),
      content({ ...station, slug: 'y' }),
      ['stations:slug', 'stations=x', 'stations=y'],
    ],
    [
      'another line',
      content(station),
      content({ ...station, phase: 'q' }),
      ['stations:phase', 'stations@p', 'stations@q'],
    ],
    [
      'a way more and a way less',
      content(station),
      content({ ...station, connections: [{ to: 'c' }, { to: 'a' }] }),
      ['stations:connections', 'stations@b', 'stations@c'],
    ],
    ['the same again', content(station), content(station), []],
  ])('names what %s can have touched', (_, before, after, expected) => {
    const { flattenedFields: fields } = types.get('stations')!
    const keys = keysOfChange({ collection: 'stations', id: 's', fields, before, after })
    expect(keys.sort()).toEqual([...always, ...expected].sort())
  })

  it('of one way to a document is named also where the document is pointed at from elsewhere, too', () => {
    const { flattenedFields: fields } = types.get('stations')!
    const before = content({ ...station, connections: [{ to: 'p' }] })
    const after = content({ ...station, connections: [] })
    const keys = keysOfChange({ collection: 'stations', id: 's', fields, before, after })
    expect(keys).toContain('stations@p')
  })

  it('of the spelling of a code is named for those who ask for one spelling', () => {
    const notice = (code: string): VisibleContent => ({
      format: 'stationmaster-content-1',
      collection: 'notices',
      fields: { code, searchKey: 'cp14' },
    })
    const { flattenedFields: fields } = types.get('notices')!
    const change = { collection: 'notices', id: 'n', fields }
    expect(keysOfChange({ ...change, before: notice('CP14'), after: notice('CP 14') })).toContain(
      'notices=cp14',
    )
  })
})
