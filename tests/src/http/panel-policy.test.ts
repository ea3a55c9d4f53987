import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

async function policyOf(address: string): Promise<Record<string, string[]>> {
  const { headers } = await testApp.anonymous().get(address)
  const directives = String(headers['content-security-policy']).split('; ')
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

describe('The Content Security Policy of the panel', () => {
  it('lets in scripts from here, and inline ones with a nonce', async () => {
    const { 'script-src': sources } = await policyOf('/admin')
    expect(sources).toEqual(["'self'", expect.stringMatching(/^'nonce-[A-Za-z0-9+/]{22}=='$/)])
  })

  it('has another nonce for each page that is asked for', async () => {
    const nonces = await Promise.all(
      ['/admin', '/admin', '/admin/login', '/graphql'].map(
        async (address) => (await policyOf(address))['script-src']![1],
      ),
    )
    expect(new Set(nonces).size).toBe(4)
  })

  it('lets no style element in but by nonce or by what is in it', async () => {
    const { 'style-src-elem': sources } = await policyOf('/admin')
    expect(sources).not.toContain("'unsafe-inline'")
  })

  it('lets nothing in from elsewhere, and nobody else frame it', async () => {
    const policy = await policyOf('/admin')
    expect(policy).toMatchObject({
      'default-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'self'"],
      'object-src': ["'none'"],
    })
    expect(JSON.stringify(policy)).not.toMatch(/https?:|\*/)
  })
})
