import { expect, it } from 'vitest'
import { unsavedWordsFor } from '../../../../../src/app/admin/unsaved/words.ts'

it('says everything about unsaved words in both languages', () => {
  const [en, es] = [unsavedWordsFor('en'), unsavedWordsFor('es-MX')]
  expect(Object.keys(es)).toEqual(Object.keys(en))
  const said = (words: object) =>
    Object.values(words).map((one) => (typeof one === 'string' ? one : String(one('X', 'Y'))))
  expect(said(es).filter((sentence) => said(en).includes(sentence))).toEqual([])
})
