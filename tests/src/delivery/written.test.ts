import { describe, expect, it } from 'vitest'
import { writtenIn } from '../../../src/delivery/written.ts'
import { text } from '../../support/content.ts'

const english = 'You have thirty days from the date that is printed on your notice.'
const spanish = 'Usted tiene treinta días desde la fecha impresa en su aviso.'
const titles = { en: 'Balance paid', es: 'Saldo pagado' }

describe('a page is written in', () => {
  it.each([
    ['both languages', titles, { en: text(english), es: text(spanish) }, ['en', 'es']],
    ['one that has its title alone not', titles, { en: text(english) }, ['en']],
    ['one that has its text alone not', { en: 'Paid' }, { en: text('A'), es: text('B') }, ['en']],
    ['one in which its text is empty not', titles, { en: text(english), es: text(' ') }, ['en']],
    ['one in which it says the same not', titles, { en: text(english), es: text(english) }, ['en']],
    [
      'one in which it says the same, shortly',
      titles,
      { en: 'IRS.gov', es: 'IRS.gov' },
      ['en', 'es'],
    ],
    ['none where there is nothing', {}, {}, []],
    ['none where nothing is known of it', undefined, undefined, []],
  ])('%s', (_what, title, overview, languages) => {
    expect(writtenIn('stations', { title, overview })).toEqual(languages)
  })

  it.each([
    ['stations', 'title', 'overview'],
    ['notices', 'title', 'overview'],
    ['forms', 'title', 'purpose'],
    ['steps', 'title', 'body'],
    ['help-organizations', 'name', 'whatTheyDo'],
  ] as const)('the languages that %s have %s and %s in', (collection, title, body) => {
    const both = { en: text(english), es: text(spanish) }
    expect(writtenIn(collection, { [title]: titles, [body]: both })).toEqual(['en', 'es'])
    expect(writtenIn(collection, { [title]: titles, other: both })).toEqual([])
  })

  it('the main language where its title is the same in all', () => {
    const overview = { en: text(english), es: text(spanish) }
    expect(writtenIn('stations', { title: 'CP14', overview })).toEqual(['en'])
  })

  it('no language where there is no page', () => {
    expect(writtenIn('phases', { name: titles, summary: titles })).toEqual([])
  })
})
