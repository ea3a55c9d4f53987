import { describe, expect, it } from 'vitest'
import { spellingOf } from '../../../../src/app/(reader)/spelling.ts'

describe('another spelling', () => {
  it.each([
    ['refnd', ['refund'], 'refund'],
    ['lein notice', ['lien', 'notice'], 'lien notice'],
    ['Rembolso', ['reembolso'], 'reembolso'],
    ['offer in comprimise', ['offer', 'Compromise'], 'offer in compromise'],
    ['levvy  bank', ['levy', 'levies', 'bank'], 'levy bank'],
    ['cliniq', ['Clinic', 'clinics'], 'clinic'],
    ['leviy', ['levy', 'levied'], 'levy'],
    ['refunt', ['refund'], 'refund'],
    ['appeel', ['appeal', 'appeals'], 'appeal'],
  ])('is offered for “%s” where %j were found', (query, found, meant) => {
    expect(spellingOf(query, found, 'en')).toBe(meant)
  })

  it.each([
    ['embargp', ['embargo'], 'embargo'],
    ['apelasion', ['apelación', 'apelaciones'], 'apelación'],
    ['multaz', ['multa', 'multas'], 'multa'],
  ])('is offered in Spanish for “%s” where %j were found', (query, found, meant) => {
    expect(spellingOf(query, found, 'es')).toBe(meant)
  })

  it.each([
    ['that is right', 'refund', ['refund']],
    ['of which another form was found', 'refunds', ['refund']],
    ['of which a form was found that ends otherwise', 'penalties', ['penalty']],
    ['that is not typed to its end', 'apprais', ['appraisal']],
    ['that is short', 'tax', ['taxi']],
    ['that is a code', 'cp5044', ['cp504']],
    ['to which nothing comes near', 'xylophone', ['refund']],
    ['for which nothing was found', 'refnd', []],
    ['that is empty', '', ['refund']],
  ])('is not offered for a word %s', (_why, query, found) => {
    expect(spellingOf(query, found, 'en')).toBeNull()
  })

  it.each([
    ['penalizacion', ['penalización']],
    ['apelaciones', ['apelación']],
    ['apelacion', ['apelaciones']],
    ['embargado', ['embargo']],
  ])('is not offered in Spanish for “%s” where the form %j was found', (query, found) => {
    expect(spellingOf(query, found, 'es')).toBeNull()
  })
})
