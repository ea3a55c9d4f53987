import { describe, expect, it } from 'vitest'
import { langOf, untranslated, withoutLinks } from '../../../../src/app/(reader)/untranslated.ts'

const long = 'You have thirty days from the date that is printed on your notice.'

describe('a text', () => {
  it.each([
    ['that is in both languages', 'Usted tiene treinta días desde la fecha impresa.', long, false],
    ['that is in neither', null, null, false],
    ['that is only in the page’s own', 'Solo en español.', undefined, false],
    ['that is only in the main one', null, 'Call us.', true],
    ['that is empty in the page’s own', '', 'Call us.', true],
    ['that is the same, word for word', long, long, true],
    ['that is short and may be the same in both', 'IRS.gov', 'IRS.gov', false],
  ])('%s', (_what, own, main, isMissing) => {
    expect([...untranslated({ text: { own, main } })]).toEqual(isMissing ? ['text'] : [])
  })

  it('is the same where only its links lead to pages in another language', () => {
    const [own, main] = ['/es/forms/843', '/forms/843'].map((href) =>
      withoutLinks(
        `<p>Send <a href="${href}" data-title="${href}">the form</a> with your letter.</p>`,
      ),
    )
    expect(own).toBe(main)
    expect([...untranslated({ text: { own, main } })]).toEqual(['text'])
    expect(withoutLinks(null)).toBeNull()
  })
})

describe('the language of a title', () => {
  it('is the main one where the title is the same in it', () => {
    expect(langOf('Balance paid', 'Balance paid')).toBe('en')
    expect(langOf('Saldo pagado', 'Balance paid')).toBeUndefined()
    expect(langOf('Balance paid', undefined)).toBeUndefined()
  })
})
