import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { styleOfPages } from '../../src/bin/build-reader.mjs'
import { launchBrowser } from '../support/launch-browser.ts'
import { each, everyPage } from './every-page.ts'
import { everyKind } from './kinds.ts'

const { origin, browser: file } = inject('site')

let browser: Browser
/** What the style sheet has no rules for, without the states that only a person brings about. */
let leftOut: string[]

beforeAll(async () => {
  browser = await launchBrowser(file)
  leftOut = [...new Set((await styleOfPages()).leftOut.map(withoutStates))]
})
afterAll(() => browser?.close())

it('the style sheet leaves out hundreds of rules', () => {
  expect(leftOut.length).toBeGreaterThan(300)
})

it('no page in the sitemap has anything that a rule is left out for', async () => {
  const pages = (await everyPage(origin)).map(({ address, html }) => ({ address, html }))
  const page = await browser.newPage()
  const found = await page.evaluate(
    ([selectors, all]) =>
      all.flatMap(({ address, html }) => {
        const read = new DOMParser().parseFromString(html, 'text/html')
        const met = selectors.filter((selector) => read.querySelector(selector))
        return met.map((selector) => `${selector} on ${address}`)
      }),
    [leftOut, pages] as const,
  )
  expect(found).toEqual([])
})

it('nor has a page of any kind, once its scripts have run', async () => {
  const found = await each(await everyKind(origin), async ({ path }) => {
    const page = await browser.newPage()
    await page.goto(origin + path, { waitUntil: 'networkidle' })
    const met = await page.evaluate(
      (selectors) => selectors.filter((selector) => document.querySelector(selector)),
      leftOut,
    )
    await page.close()
    return met.map((selector) => `${selector} on ${path}`)
  })
  expect(found.flat()).toEqual([])
})

/** A selector of what is there before anybody does anything with it, such as `a.button` of `a.button:hover::before`. */
function withoutStates(selector: string): string {
  return selector
    .replace(/::[a-z-]+|:(hover|focus[a-z-]*|active|visited|disabled|-moz-[a-z-]+)/g, '')
    .replaceAll(':not()', '')
}
