import { en } from '@payloadcms/translations/languages/en'
import { describe, expect, it } from 'vitest'
import { panelWords } from '../../../src/panel-words.ts'
import { inSpanish } from '../../../src/refusals/in-spanish/index.ts'
import { sentencesIn } from '../../support/sentences.ts'

/** Where sentences are that no refusal says, and what they are. */
const noRefusals: Record<string, RegExp> = {
  'what pages and the panel say': /^src\/(app|panel-words|welcome|mail)\b/,
  'descriptions of the APIs':
    /^src\/(http\/(openapi|reader-schema\/descriptions)|delivery\/[a-z-]+-queries)/,
  'what is said on the command line, or stops the start':
    /^src\/(bin\/|serve|workers\/primary|readers-thread\/readers-thread|settings|environment|database\/replica-set|previews\/link|workflow\/diagram)/,
  'what is told of differences between texts': /^src\/review\/(differences|page-differences)\//,
  'findings about the ledger and the map, which are answers':
    /^src\/(ledger\/(chain|entry-form|entry-rules|verify)|delivery\/roadmap\/(check|outline))/,
  'how deliveries to receivers went': /^src\/delivery\/webhooks\/(deliver|send|public-addresses)/,
  'what Prometheus is told of numbers': /^src\/http\/metric-registry/,
  'mistakes of programs that use the rich text by themselves': /^src\/rich-text\/for-front-ends/,
  'mails, and mails about schedules':
    /^src\/(notifications\/words|workflow\/scheduled-publication)/,
  'what no request brings about, or names fields':
    /^src\/content\/(canonical-json|field-words|visible-content)/,
  'the Spanish itself': /^src\/refusals\//,
}

const sentences = sentencesIn(['src', 'collections', 'access']).filter(
  ({ at }) => !Object.values(noRefusals).some((place) => place.test(at)),
)

describe('every sentence with which the platform refuses', () => {
  it('is found where it is written', () => {
    const files = new Set(sentences.map(({ at }) => at.split(':')[0]))
    for (const file of [
      'src/http/rest.ts',
      'src/http/graphql-limits.ts',
      'src/delivery/check-question.ts',
      'src/workflow/checks.ts',
      'src/workflow/order.ts',
      'src/workflow/requirements/filled-fields.ts',
      'src/previews/token.ts',
      'src/accounts/hash-turns.ts',
      'collections/field-kinds.ts',
      'collections/hooks/refuse-taken-values.ts',
    ])
      expect(files, file).toContain(file)
    expect(sentences.length).toBeGreaterThan(200)
  })

  it('has its Spanish', () => {
    const without = sentences.filter(({ text }) => inSpanish(text) === undefined)
    expect(without).toEqual([])
  })

  it('says in Spanish what the English says of the values in it', () => {
    const short = sentences.filter(
      ({ text }) => (inSpanish(text) ?? '').split('sample').length < text.split('sample').length,
    )
    expect(short).toEqual([])
  })

  it('speaks to people with respect', () => {
    const friendly = sentences
      .map(({ text }) => inSpanish(text) ?? '')
      .filter((text) =>
        /\b(tú|tu|tus|debes|puedes|tienes|corrige|revisa|introduce|inicia)\b/i.test(text),
      )
    expect(friendly).toEqual([])
  })
})

describe('every sentence with which Payload refuses', () => {
  const ofPayload = {
    ...en.translations.error,
    ...en.translations.validation,
    ...panelWords.en.error,
    ...panelWords.en.validation,
  }

  it.each(Object.entries(ofPayload))('has its Spanish: %s', (_key, text) => {
    const filled = text.replace(/\{\{.*?\}\}/g, 'sample')
    expect(inSpanish(filled)).toBeDefined()
  })
})
