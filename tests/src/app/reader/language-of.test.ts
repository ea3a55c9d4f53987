import { describe, expect, it } from 'vitest'
import { languageOf } from '../../../../src/app/(reader)/language-of.ts'

describe('the language of a sentence', () => {
  it.each([
    'Congress changed the rule.',
    'It is not sent any more.',
    'Nobody answers.',
    'Call the number on your letter.',
    'The IRS has replaced it with Notice CP14.',
    'Replaced.',
    'We merged this page with “Levy”.',
    'No longer true since March 2026.',
  ])('is English: “%s”', (text) => {
    expect(languageOf(text)).toBe('en')
  })

  it.each([
    'El Congreso cambió la regla.',
    'Ya no se envía.',
    'Nadie contesta el teléfono.',
    'Llame al número que está en su carta.',
    'El IRS lo reemplazó por el Aviso CP14.',
    'Reemplazado.',
    'Unimos esta página con «Embargo».',
    'Desde marzo de 2026 no es verdad.',
  ])('is Spanish: “%s”', (text) => {
    expect(languageOf(text)).toBe('es')
  })

  it.each(['', 'CP14', 'IRS', '…', '2026'])('is not known: “%s”', (text) => {
    expect(languageOf(text)).toBeUndefined()
  })
})
