import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { slugify } from '../../collections/fields/slug.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { buildPhase, buildStation } from '../support/content.ts'
import {
  createDraft,
  draftOf,
  expectInvalid,
  expectNothingStored,
  newest,
  publish,
  saveDraft,
  type Saved,
} from '../support/editing.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

const taken = /already belongs to another document/

describe('An address left empty', () => {
  it.each([
    ['Balance Paid', 'balance-paid'],
    ['Pay Tax Due in Full', 'pay-tax-due-in-full'],
    ['  Appeals   Conference  ', 'appeals-conference'],
    ['Case Not Assigned (Shelved)', 'case-not-assigned-shelved'],
    ['U.S. Court of Appeals', 'u-s-court-of-appeals'],
    ['Apelación: ¿qué ocurre después?', 'apelacion-que-ocurre-despues'],
    ['Niños y cónyuges', 'ninos-y-conyuges'],
    ['90-Day Notice', '90-day-notice'],
  ])('is made from the title: “%s” gives %s', async (title, slug) => {
    expect(await draftOf(testApp, 'stations', { title })).toMatchObject({ slug })
  })

  it('is made from the name where a document has no title', async () => {
    const organization = await draftOf(testApp, 'help-organizations', { name: 'Tax Court' })
    expect(organization).toMatchObject({ slug: 'tax-court' })
  })

  it('is cut to 100 characters and does not end in a hyphen', async () => {
    const title = `${'a'.repeat(99)} and more`
    expect(await draftOf(testApp, 'steps', { title })).toMatchObject({ slug: 'a'.repeat(99) })
  })

  it('stays as it was when the title changes later', async () => {
    const { id } = await draftOf(testApp, 'stations', { title: 'First title' })
    await saveDraft(testApp, 'stations', id, { title: 'Second title' })
    expect(await newest(testApp, 'stations', id)).toMatchObject({
      title: 'Second title',
      slug: 'first-title',
    })
  })

  it('is allowed in any number of drafts that have no title yet', async () => {
    await createDraft(testApp, 'stations', {})
    const second = await createDraft(testApp, 'stations', {})
    expect(second.status).toBe(201)
  })

  it('is allowed as an empty text in any number of drafts', async () => {
    await createDraft(testApp, 'stations', { title: '', slug: '' })
    const second = await createDraft(testApp, 'stations', { title: '', slug: '' })
    expect(second.status).toBe(201)
  })

  it('is refused where the title gives an address that is taken', async () => {
    await draftOf(testApp, 'steps', { title: 'Ask twice' })
    await expectInvalid(testApp, () => createDraft(testApp, 'steps', { title: 'Ask twice' }), {
      slug: taken,
    })
  })
})

describe('The form of an address', () => {
  it.each([
    ['words and digits', 'balance-paid-2'],
    ['one letter', 'a'],
    ['a number first', '90-days'],
    ['100 characters', 'x'.repeat(100)],
  ])('can be %s', async (_form, slug) => {
    expect(await draftOf(testApp, 'steps', { slug })).toMatchObject({ slug })
  })

  it('loses the spaces around it', async () => {
    const step = await draftOf(testApp, 'steps', { slug: '  spaces-around ' })
    expect(step).toMatchObject({ slug: 'spaces-around' })
  })

  it.each([
    ['two words', 'balance paid'],
    ['words with an underscore', 'balance_paid'],
    ['words in capitals', 'Balance-Paid'],
    ['a word with an accent', 'liquidación'],
    ['a word after a hyphen', '-balance'],
    ['a word before a hyphen', 'balance-'],
    ['words with two hyphens', 'balance--paid'],
    ['a path', 'balance/paid'],
    ['a way up', '../balance'],
    ['a file name', 'balance.paid'],
    ['punctuation', '¿?'],
    ['101 characters', 'x'.repeat(101)],
  ])('cannot be %s', async (_form, slug) => {
    await expectInvalid(testApp, () => createDraft(testApp, 'steps', { slug }), {
      slug: /cannot be an address\. Use lower-case letters without accents/,
    })
  })

  it('cannot be a number', async () => {
    await expectInvalid(testApp, () => createDraft(testApp, 'steps', { slug: 42 }), {
      slug: /cannot be an address/,
    })
  })

  it('is suggested when what was written cannot be one', async () => {
    await expectInvalid(testApp, () => createDraft(testApp, 'steps', { slug: 'Pay Tax!' }), {
      slug: /: pay-tax\.$/,
    })
  })

  it('is checked when a draft over an existing document is saved', async () => {
    const { id } = await draftOf(testApp, 'steps', { slug: 'checked-later' })
    await expectInvalid(testApp, () => saveDraft(testApp, 'steps', id, { slug: 'Not This' }), {
      slug: /cannot be an address/,
    })
  })

  it('is checked over GraphQL too', async () => {
    const { body } = await expectNothingStored(testApp, () =>
      testApp.graphql(
        'mutation { createStep(draft: true, data: { slug: "Not This", follows: then }) { id } }',
        { as: 'editor' },
      ),
    )
    expect(body.errors).toMatchObject([
      {
        extensions: {
          code: 'INVALID_FIELDS',
          data: { errors: [{ path: 'slug', message: expect.stringMatching('cannot be') }] },
        },
      },
    ])
  })
})

describe('An address that is taken', () => {
  it('is refused to a draft when another draft has it', async () => {
    await draftOf(testApp, 'stations', { slug: 'wanted-by-two' })
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'stations', { slug: 'wanted-by-two' }, { as: 'editor2' }),
      { slug: taken },
    )
  })

  it('is refused to a draft when a live document has it', async () => {
    await buildStation(testApp, { state: 'published', slug: 'live-address' })
    await expectInvalid(testApp, () => createDraft(testApp, 'stations', { slug: 'live-address' }), {
      slug: taken,
    })
  })

  it('is refused to a draft over a live document', async () => {
    await draftOf(testApp, 'stations', { slug: 'held-by-a-draft' })
    const { id } = await buildStation(testApp, { state: 'published', slug: 'moving' })
    await expectInvalid(
      testApp,
      () => saveDraft(testApp, 'stations', id, { slug: 'held-by-a-draft' }),
      { slug: taken },
    )
  })

  it('is refused when only the newest draft of a live document wants it', async () => {
    const { id } = await buildStation(testApp, { state: 'published', slug: 'before-the-move' })
    await saveDraft(testApp, 'stations', id, { slug: 'after-the-move' })
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'stations', { slug: 'after-the-move' }),
      { slug: taken },
    )
  })

  it('is refused while the document is live, although its newest draft has another', async () => {
    const { id } = await buildStation(testApp, { state: 'published', slug: 'still-live-here' })
    await saveDraft(testApp, 'stations', id, { slug: 'soon-live-there' })
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'stations', { slug: 'still-live-here' }),
      { slug: taken },
    )
  })

  it('is refused on the way to the public', async () => {
    await draftOf(testApp, 'phases', { slug: 'a-line' })
    const { id } = await buildPhase(testApp, { state: 'draft', slug: 'another-line' })
    await expectInvalid(testApp, () => publish(testApp, 'phases', id, { slug: 'a-line' }), {
      slug: taken,
    })
  })

  it('goes to one of two drafts that are saved at the same moment', async () => {
    const both: Saved[] = await Promise.all(
      (['editor', 'editor2'] as const).map((as) =>
        createDraft(testApp, 'stations', { slug: 'at-once' }, { as }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400])
  })

  it('stays with its own document when that is saved again', async () => {
    const { id } = await draftOf(testApp, 'stations', { slug: 'my-own' })
    const again = await saveDraft(testApp, 'stations', id, { slug: 'my-own', title: 'Mine' })
    expect(again.status).toBe(200)
  })

  it('is free again for a draft that lets go of another', async () => {
    const { id } = await draftOf(testApp, 'stations', { slug: 'given-up' })
    await saveDraft(testApp, 'stations', id, { slug: 'taken-instead' })
    const back = await saveDraft(testApp, 'stations', id, { slug: 'given-up' })
    expect(back.status).toBe(200)
  })

  it('is free in another content type', async () => {
    await draftOf(testApp, 'stations', { slug: 'same-in-both' })
    expect(await draftOf(testApp, 'steps', { slug: 'same-in-both' })).toMatchObject({
      slug: 'same-in-both',
    })
  })
})

describe('A document’s address', () => {
  it('is the same in every language', async () => {
    const { id } = await draftOf(testApp, 'stations', { title: 'One', slug: 'one-address' })
    await saveDraft(testApp, 'stations', id, { title: 'Uno' }, { locale: 'es' })
    expect(await newest(testApp, 'stations', id, { locale: 'es' })).toMatchObject({
      title: 'Uno',
      slug: 'one-address',
    })
  })
})

describe('A duplicate', () => {
  const duplicate = async (id: string): Promise<Saved> =>
    testApp
      .anonymous()
      .post(`/api/stations/${id}/duplicate?draft=true&depth=0`)
      .set('Authorization', await testApp.authorization('editor'))
      .send({})

  it('gets an address of its own', async () => {
    const { id } = await draftOf(testApp, 'stations', { slug: 'original' })
    expect((await duplicate(id)).body.doc).toMatchObject({ slug: 'original-copy' })
  })

  it('leaves the original as it is', async () => {
    const { id } = await draftOf(testApp, 'stations', { slug: 'untouched', title: 'Untouched' })
    const before = await newest(testApp, 'stations', id)
    await duplicate(id)
    expect(await newest(testApp, 'stations', id)).toEqual(before)
  })

  it('gets an address of its own the second time, too', async () => {
    const { id } = await draftOf(testApp, 'stations', { slug: 'twice' })
    const first = await duplicate(id)
    const second = await duplicate(id)
    expect(second.text).not.toContain('"errors"')
    expect(second.body.doc['slug']).not.toBe(first.body.doc['slug'])
  })

  it('gets an address that is short enough, however long the original’s is', async () => {
    const { id } = await draftOf(testApp, 'stations', { slug: 'l'.repeat(100) })
    const copy = await duplicate(id)
    expect(copy.text).not.toContain('"errors"')
    expect(copy.body.doc['slug']).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })
})

describe('slugify', () => {
  it('leaves an address as it is', () => {
    expect(slugify('balance-paid')).toBe('balance-paid')
  })

  it('gives nothing for a text without letters or digits', () => {
    expect(slugify('¿¡…!?')).toBe('')
  })
})
