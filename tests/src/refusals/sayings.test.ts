import { describe, expect, it } from 'vitest'
import { inSpanishBy } from '../../../src/refusals/sayings.ts'

const inSpanish = inSpanishBy([
  ['There is nothing here.', 'Aquí no hay nada.'],
  ['{{value}} is not a day. Write one.', '{{value}} no es un día. Escriba uno.'],
  [
    'Only {{role}} can {{deed}}.',
    'Para {{deed}} hace falta {{role}}.',
    { role: (part) => (part === 'a reviewer' ? 'un revisor' : part) },
  ],
])

describe('a message in Spanish', () => {
  it.each([
    ['a sentence', 'There is nothing here.', 'Aquí no hay nada.'],
    ['parts in another order', 'Only a reviewer can go.', 'Para go hace falta un revisor.'],
    ['a quoted value', '“x.” is not a day. Write one.', '«x.» no es un día. Escriba uno.'],
    ['a value over lines', 'a\nb is not a day. Write one.', 'a\nb no es un día. Escriba uno.'],
    ['a value like a pattern', '$& is not a day. Write one.', '$& no es un día. Escriba uno.'],
    [
      'several sayings',
      'There is nothing here. Only a cook can cook.',
      'Aquí no hay nada. Para cook hace falta a cook.',
    ],
    [
      'sayings with the paths of fields',
      'documents.0.id: There is nothing here. b: There is nothing here.',
      'documents.0.id: Aquí no hay nada. b: Aquí no hay nada.',
    ],
  ])('is made of %s', (_what, english, spanish) => {
    expect(inSpanish(english)).toBe(spanish)
  })

  it.each([
    ['that nobody foresaw', 'The moon is in the way.'],
    ['of which a part is unknown', 'There is nothing here. The moon is in the way.'],
    ['without words', ''],
    ['that is very long', `${'x'.repeat(5_000)} is not a day. Write one.`],
    ['of very many sentences', 'There is nothing here. '.repeat(50).trim()],
  ])('is none for one %s', (_what, english) => {
    expect(inSpanish(english)).toBeUndefined()
  })

  it('is looked for in little time, whatever somebody sent', () => {
    const begun = performance.now()
    for (const part of ['“', ' is not a day', 'a: ', '. ', 'Only a can ', '{{value}} '])
      inSpanish(part.repeat(Math.floor(3_900 / part.length)))
    expect(performance.now() - begun).toBeLessThan(1_000)
  })
})
