import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
})

afterAll(() => testApp.close())

const page = `{
  title
  phase { name }
  steps {
    title
    alternatives { heading forms { title } helpOrganizations { name } }
    forms { title }
    helpOrganizations { name }
  }
  relatedNotices { title }
  connections { condition to { title phase { name } } }
}`

async function ask(question: string): Promise<Record<string, unknown>> {
  const { body } = await testApp.graphql(question)
  expect(body.errors).toBeUndefined()
  return body.data!
}

describe('A whole page asked for in two languages at once', () => {
  it.each([
    'balance-paid',
    'notice-of-tax-due',
    'cdp-hearing',
    'installment-agreement',
    'case-closed',
    'acs',
  ])('has each in its own, however much is loaded at the same time: %s', async (slug) => {
    const both = await ask(`{
      en: stationBySlug(slug: "${slug}", locale: en) ${page}
      es: stationBySlug(slug: "${slug}", locale: es) ${page}
    }`)
    const { en } = await ask(`{ en: stationBySlug(slug: "${slug}", locale: en) ${page} }`)
    const { es } = await ask(`{ es: stationBySlug(slug: "${slug}", locale: es) ${page} }`)
    expect(both).toEqual({ en, es })
  })
})
