import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'

let testApp: TestApp

describe('how long caches in between may keep an answer', () => {
  it('is a setting', async () => {
    testApp = await startApp({ settings: { cacheSharedSeconds: 120, cacheStaleSeconds: 7 } })
    try {
      const { headers } = await testApp.anonymous().get('/api/stations')
      expect(headers['cache-control']).toBe(
        'public, max-age=0, s-maxage=120, stale-while-revalidate=7',
      )
    } finally {
      await testApp.close()
    }
  })
})

describe('pages elsewhere', () => {
  const origins = ['https://www.example.gov', 'https://es.example.gov']
  beforeAll(async () => {
    testApp = await startApp({ settings: { corsOrigins: origins } })
  })
  afterAll(() => testApp.close())

  it('each read an answer as their own, from memory too', async () => {
    for (const origin of [...origins, ...origins]) {
      const { headers } = await testApp.anonymous().get('/api/stations').set('Origin', origin)
      expect(headers['access-control-allow-origin']).toBe(origin)
      expect(headers['access-control-allow-credentials']).toBe('true')
      expect(headers['vary']).toContain('Origin')
    }
  })

  it('that are not allowed do not, also after others did', async () => {
    const { headers } = await testApp
      .anonymous()
      .get('/api/stations')
      .set('Origin', 'https://elsewhere.example')
    expect(headers['x-cache']).toBe('hit')
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['access-control-allow-credentials']).toBeUndefined()
  })
})

describe('without memory for answers', () => {
  beforeAll(async () => {
    testApp = await startApp({ settings: { cacheMegabytes: 0 } })
  })
  afterAll(() => testApp.close())

  it('every question is asked anew', async () => {
    for (let time = 1; time <= 2; time += 1) {
      const { headers } = await testApp.anonymous().get('/api/stations')
      expect(headers['x-cache']).toBe('miss')
    }
  })
})
