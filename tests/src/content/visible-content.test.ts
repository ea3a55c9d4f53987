import { beforeAll, describe, expect, it } from 'vitest'
import type { FlattenedField } from 'payload'
import { referencesOf, visibleContent } from '../../../src/content/visible-content.ts'
import { contentOf, contentTypes, type ContentType } from '../../support/content-types.ts'

let typeOf: (slug: string) => ContentType

beforeAll(async () => {
  typeOf = await contentTypes()
})

/** What readers see of a document, by field. */
function seen(collection: string, document: Record<string, unknown>) {
  return contentOf(typeOf(collection), collection, document).fields
}

/** What readers see of a document whose content type has these fields. */
function seenThrough(fields: unknown[], document: Record<string, unknown>) {
  const type = { fields: fields as FlattenedField[], upload: false }
  return contentOf(type, 'samples', document).fields
}

/** A text in the editor's form around some nodes. */
function text(...children: unknown[]) {
  return { root: { type: 'root', version: 1, children } }
}

function linkTo(value: unknown, { relationTo = 'stations', ...more } = {}) {
  return { type: 'link', fields: { linkType: 'internal', doc: { relationTo, value } }, ...more }
}

describe('Visible content', () => {
  it('says of which format and content type it is', () => {
    expect(contentOf(typeOf('phases'), 'phases', { name: { en: 'Appeals' } })).toEqual({
      format: 'stationmaster-content-1',
      collection: 'phases',
      fields: { name: { en: 'Appeals' } },
    })
  })

  it('holds every field that readers get, in every locale', () => {
    expect(
      seen('notices', {
        code: 'CP14',
        kind: 'notice',
        title: { en: 'First bill', es: 'Primera factura' },
        aliases: ['CP14H'],
        searchKey: 'cp14',
        aliasKeys: ['cp14h'],
        searchTerms: { en: ['bill'], es: ['factura', 'deuda'] },
        overview: { en: text({ type: 'text', text: 'You owe.' }) },
        phase: 'phase-1',
        forms: ['form-2', 'form-1'],
        deadline: {
          count: 21,
          unit: 'calendarDays',
          printedDateWins: true,
          alternatives: [{ id: 'row-1', count: 10, when: { en: 'Over $100,000', es: 'Más' } }],
          consequence: { es: 'Intereses' },
        },
        sourcing: { source: 'https://www.irs.gov', checkedOn: '2026-11-22T00:00:00.000Z' },
      }),
    ).toEqual({
      code: 'CP14',
      kind: 'notice',
      title: { en: 'First bill', es: 'Primera factura' },
      aliases: ['CP14H'],
      searchKey: 'cp14',
      aliasKeys: ['cp14h'],
      searchTerms: { en: ['bill'], es: ['factura', 'deuda'] },
      overview: { en: text({ type: 'text', text: 'You owe.' }) },
      phase: 'phase-1',
      forms: ['form-2', 'form-1'],
      deadline: {
        count: 21,
        unit: 'calendarDays',
        printedDateWins: true,
        alternatives: [{ count: 10, when: { en: 'Over $100,000', es: 'Más' } }],
        consequence: { es: 'Intereses' },
      },
      sourcing: { source: 'https://www.irs.gov', checkedOn: '2026-11-22T00:00:00.000Z' },
    })
  })

  it('leaves out what the platform keeps about a document', () => {
    expect(
      seen('stations', {
        id: 'station-1',
        createdAt: '2026-11-22T00:00:00.000Z',
        updatedAt: new Date(0),
        deletedAt: null,
        _status: 'published',
        contributors: ['person-1'],
      }),
    ).toEqual({})
  })

  it('leaves out what the platform keeps, also where the content type declares it', () => {
    const contributors = { name: 'contributors', type: 'relationship', relationTo: 'users' }
    expect(seenThrough([contributors], { contributors: ['person-1'] })).toEqual({})
  })

  it('leaves out what is worked out from other documents', () => {
    expect(
      seen('stations', { arrivals: { docs: ['station-2'] }, notices: { docs: ['notice-1'] } }),
    ).toEqual({})
    const virtual = { name: 'fullName', type: 'text', virtual: true }
    expect(seenThrough([virtual], { fullName: 'Ann' })).toEqual({})
  })

  it('leaves out what readers are denied, at any depth', () => {
    expect(
      seen('stations', {
        connections: [{ id: 'row-1', to: 'station-2', certainty: 'inferred', transfer: false }],
        sourcing: { certainty: 'page', note: 'Is this so?', source: 'https://www.irs.gov' },
      }),
    ).toEqual({
      connections: [{ to: 'station-2', transfer: false }],
      sourcing: { source: 'https://www.irs.gov' },
    })
  })

  it('asks for readers what is denied, so that nobody’s rights change it', () => {
    const asked: unknown[] = []
    const read = (given: unknown) => asked.push(given) > 0
    const secret = { name: 'secret', type: 'text', access: { read: () => false } }
    const open = { name: 'open', type: 'text', access: { read } }
    expect(seenThrough([secret, open], { secret: 'x', open: 'y' })).toEqual({ open: 'y' })
    expect(asked).toEqual([{ req: { user: null } }])
  })

  it('leaves out hidden fields, and keeps those hidden in the panel alone', () => {
    const fields = [
      { name: 'internal', type: 'text', hidden: true },
      { name: 'searchKey', type: 'text', admin: { hidden: true } },
    ]
    expect(seenThrough(fields, { internal: 'x', searchKey: 'cp14' })).toEqual({ searchKey: 'cp14' })
  })

  it('of a file holds its name, size and type, and not the addresses made of them', () => {
    expect(
      seen('media', {
        alt: { en: 'Map', es: 'Mapa' },
        filename: 'map.png',
        mimeType: 'image/png',
        filesize: 95,
        width: 1,
        height: 2,
        url: '/api/media/file/map.png',
        thumbnailURL: '/api/media/file/map-small.png',
        sizes: { small: { filename: 'map-small.png' } },
        focalX: 50,
        focalY: 50,
      }),
    ).toEqual({
      alt: { en: 'Map', es: 'Mapa' },
      filename: 'map.png',
      mimeType: 'image/png',
      filesize: 95,
      width: 1,
      height: 2,
    })
  })

  it('keeps a web address that is no file’s', () => {
    expect(seen('help-organizations', { url: 'https://www.irs.gov' })).toEqual({
      url: 'https://www.irs.gov',
    })
  })

  it('refuses blocks rather than leaving them out', () => {
    expect(() =>
      seenThrough([{ name: 'layout', type: 'blocks', blocks: [] }], { layout: [{}] }),
    ).toThrow(/The field layout is made of blocks, which the content hash does not cover/)
  })
})

describe('What is empty', () => {
  it.each([
    ['null', null],
    ['a missing value', undefined],
    ['locales without a value', { en: null, es: undefined }],
    ['no locales', {}],
  ])('is not there: %s', (_name, title) => {
    expect(seen('stations', { title })).toEqual({})
  })

  it('is not there, though another locale is filled in', () => {
    expect(
      seen('stations', { title: { en: null, es: 'Título' }, searchTerms: { en: [] } }),
    ).toEqual({ title: { es: 'Título' } })
  })

  it('is not there: empty lists, groups without values, groups of groups without values', () => {
    expect(
      seen('notices', {
        forms: [],
        aliases: [],
        sourcing: { source: null, checkedOn: undefined },
        deadline: { count: null, alternatives: [], consequence: { en: null } },
      }),
    ).toEqual({})
  })

  it('is not there, where readers are denied all of it', () => {
    expect(seen('notices', { sourcing: { certainty: 'page', note: 'Doubtful' } })).toEqual({})
  })

  it('is there when it is empty text, false or 0', () => {
    expect(
      seen('stations', { title: { en: '' }, moreToCome: false, position: { x: 0, y: -0.5 } }),
    ).toEqual({ title: { en: '' }, moreToCome: false, position: { x: 0, y: -0.5 } })
  })

  it('is there when it is a row: readers would see that there are two', () => {
    expect(
      seen('stations', { examples: [{ id: 'row-1' }, { id: 'row-2', text: { en: null } }] }),
    ).toEqual({ examples: [{}, {}] })
  })
})

describe('Values', () => {
  it.each([
    ['text', '2026-11-22T00:00:00.000Z'],
    ['text with an offset', '2026-11-22T01:00:00+01:00'],
    ['a date', new Date('2026-11-22')],
  ])('that are dates are ISO text, given as %s', (_name, retiredOn) => {
    expect(seen('forms', { retiredOn })).toEqual({ retiredOn: '2026-11-22T00:00:00.000Z' })
  })

  it.each(['soon', new Date(Number.NaN)])(
    'that are no dates stay or are empty: %s',
    (retiredOn) => {
      expect(seen('forms', { retiredOn })).toEqual(retiredOn === 'soon' ? { retiredOn } : {})
    },
  )

  const databaseId = { toHexString: () => '6b0347531fbe5d788ee8b05e', id: new Uint8Array(12) }

  it.each([
    ['text', 'form-1', 'form-1'],
    ['a number', 7, '7'],
    ['the whole document', { id: 'form-1', title: 'Form' }, 'form-1'],
    ['an id of the database', databaseId, '6b0347531fbe5d788ee8b05e'],
    ['a document with such an id', { id: databaseId }, '6b0347531fbe5d788ee8b05e'],
    ['an object that writes itself', { toString: () => 'form-1' }, 'form-1'],
  ])('that refer to documents are ids, given as %s', (_name, value, id) => {
    expect(seen('forms', { supersededBy: value })).toEqual({ supersededBy: id })
    expect(seen('steps', { forms: [value, 'form-2'] })).toEqual({ forms: [id, 'form-2'] })
  })

  it('that refer to nothing are left out of lists', () => {
    expect(seen('steps', { forms: [null, 'form-2', undefined] })).toEqual({ forms: ['form-2'] })
  })

  it('that refer to documents of several types name the type', () => {
    const field = { name: 'about', type: 'relationship', relationTo: ['forms', 'steps'] }
    expect(seenThrough([field], { about: { relationTo: 'forms', value: { id: 'a' } } })).toEqual({
      about: { relationTo: 'forms', value: 'a' },
    })
  })

  it('inside a localized field are not localized a second time', () => {
    const form = { name: 'form', type: 'relationship', relationTo: 'forms', localized: true }
    const rows = { name: 'rows', type: 'array', localized: true, flattenedFields: [form] }
    const given = { rows: { en: [{ id: '1', form: { id: 'form-1', title: 'Form' } }], es: [] } }
    expect(seenThrough([rows], given)).toEqual({ rows: { en: [{ form: 'form-1' }] } })
  })

  it('of the wrong kind are kept as they are, and so change the hash', () => {
    const damaged = {
      title: 'no locales',
      connections: 'none',
      position: [1, 2],
      sourcing: 'page',
      examples: ['a row', { text: { en: 'plain words' } }],
      phase: { name: 'without an id' },
    }
    expect(seen('stations', damaged)).toEqual(damaged)
  })
})

describe('Rich text', () => {
  const overview = (content: unknown) => seen('stations', { overview: { en: content } })

  it('counts whole, with what is empty in it', () => {
    const content = text(
      { type: 'heading', tag: 'h3', direction: null, children: [] },
      { type: 'text', text: '', format: 1, style: '', $: {} },
    )
    expect(overview(content)).toEqual({ overview: { en: content } })
  })

  it('loses the random ids of links, and no other', () => {
    const inside = { type: 'text', text: 'here', id: 'kept' }
    const automatic = { type: 'autolink', id: 'b', fields: { url: 'https://www.irs.gov' } }
    expect(
      overview(text({ ...linkTo('station-1'), id: 'a', children: [inside] }, automatic)),
    ).toEqual({
      overview: {
        en: text(
          { ...linkTo('station-1'), children: [inside] },
          { type: 'autolink', fields: { url: 'https://www.irs.gov' } },
        ),
      },
    })
  })

  it('links to documents by id, also when it was given the whole document', () => {
    const given = text({
      type: 'paragraph',
      children: [linkTo({ id: 'station-1', title: 'Audit' })],
    })
    expect(overview(given)).toEqual({
      overview: { en: text({ type: 'paragraph', children: [linkTo('station-1')] }) },
    })
  })
})

describe('References', () => {
  function references(collection: string, document: Record<string, unknown>) {
    const type = typeOf(collection)
    const content = visibleContent({ ...type, collection, document })
    return referencesOf({ fields: type.fields, content })
  }

  it('are found in relationships, lists and rows, with where they are', () => {
    expect(
      references('stations', {
        phase: 'phase-1',
        steps: ['step-1', { id: 'step-2' }],
        connections: [{ to: 'station-1' }, { transfer: true }, { to: 'station-2' }],
        examples: [{ notices: ['notice-1'] }],
      }),
    ).toEqual([
      { collection: 'phases', id: 'phase-1', path: 'phase' },
      { collection: 'notices', id: 'notice-1', path: 'examples.0.notices.0' },
      { collection: 'steps', id: 'step-1', path: 'steps.0' },
      { collection: 'steps', id: 'step-2', path: 'steps.1' },
      { collection: 'stations', id: 'station-1', path: 'connections.0.to' },
      { collection: 'stations', id: 'station-2', path: 'connections.2.to' },
    ])
  })

  it('are found in the links of every locale, at any depth', () => {
    const item = { type: 'listitem', children: [linkTo('form-1', { relationTo: 'forms' })] }
    expect(
      references('stations', {
        overview: { en: text(linkTo('station-1')), es: text({ type: 'list', children: [item] }) },
        examples: [{ text: { es: text(linkTo('station-2')) } }],
      }),
    ).toEqual([
      { collection: 'stations', id: 'station-1', path: 'overview.en' },
      { collection: 'forms', id: 'form-1', path: 'overview.es' },
      { collection: 'stations', id: 'station-2', path: 'examples.0.text.es' },
    ])
  })

  it('are named once for each place', () => {
    const twice = text(linkTo('station-1'), linkTo('station-1'))
    expect(references('stations', { overview: { en: twice, es: twice } })).toEqual([
      { collection: 'stations', id: 'station-1', path: 'overview.en' },
      { collection: 'stations', id: 'station-1', path: 'overview.es' },
    ])
  })

  it('are not made by links to addresses, though a document was chosen before', () => {
    const link = linkTo('station-1')
    const changed = {
      ...link,
      fields: { ...link.fields, linkType: 'custom', url: 'https://x.gov' },
    }
    expect(references('stations', { overview: { en: text(changed) } })).toEqual([])
  })

  it('are found in files and other documents placed in a text', () => {
    const image = { type: 'upload', relationTo: 'media', value: { id: 'file-1', alt: 'Map' } }
    expect(references('stations', { overview: { en: text(image) } })).toEqual([
      { collection: 'media', id: 'file-1', path: 'overview.en' },
    ])
  })

  it('are found where a field may refer to several types, or to a file', () => {
    const fields = [
      { name: 'about', type: 'relationship', relationTo: ['forms', 'steps'], hasMany: true },
      { name: 'image', type: 'upload', relationTo: 'media', localized: true },
    ] as FlattenedField[]
    const document = { about: [{ relationTo: 'steps', value: 'a' }], image: { es: { id: 'b' } } }
    const content = visibleContent({ collection: 'samples', fields, upload: false, document })
    expect(referencesOf({ fields, content })).toEqual([
      { collection: 'steps', id: 'a', path: 'about.0' },
      { collection: 'media', id: 'b', path: 'image.es' },
    ])
  })

  it('are found inside localized rows, where nothing is localized a second time', () => {
    const about = { name: 'about', type: 'relationship', relationTo: ['forms'], localized: true }
    const rows = { name: 'rows', type: 'array', localized: true, flattenedFields: [about] }
    const fields = [rows] as FlattenedField[]
    const document = { rows: { es: [{}, { about: { relationTo: 'forms', value: 'a' } }] } }
    const content = visibleContent({ collection: 'samples', fields, upload: false, document })
    expect(referencesOf({ fields, content })).toEqual([
      { collection: 'forms', id: 'a', path: 'rows.es.1.about' },
    ])
  })

  it('are not made by what readers do not see', () => {
    expect(
      references('stations', { arrivals: { docs: ['station-2'] }, contributors: ['person-1'] }),
    ).toEqual([])
  })
})
