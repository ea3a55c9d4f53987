import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { expect, inject, it } from 'vitest'
import { each, everyPage, readPage } from './every-page.ts'

const { origin } = inject('site')

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // How React writes HTML. It means the same to every browser.
      'attr-case': 'off',
      'attribute-boolean-style': 'off',
      'doctype-style': 'off',
      'void-style': 'off',
      // Titles are those of documents, some of them long, and say first what the page is. Nothing is gained by less.
      'long-title': 'off',
      // Style keeps telephone numbers on one line. Whoever copies one wants hyphens that a telephone knows.
      'tel-non-breaking': 'off',
      // A digest protects from other hosts, and pages bring in nothing from another one.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
)

/** Pages that are not in the sitemap, one of each kind. */
const others = [
  '/search',
  '/search?q=levy',
  '/search?q=levy&kind=notices',
  '/search?q=zzqxv',
  `/search?q=${'a'.repeat(300)}`,
  '/map?at=balance-paid',
  '/map?line=collection',
  '/map?notice=cp14',
  '/notices/cp9999',
  '/nothing/here',
]

it('every page is HTML as the standard wants it', async () => {
  const pages = await everyPage(origin)
  expect(faultsIn(pages)).toEqual([])
})

it.each(['', '/es'])('so are pages without a place of their own, below “%s/”', async (prefix) => {
  const pages = await each(others, (path) => readPage(origin + prefix + path))
  expect(faultsIn(pages)).toEqual([])
})

/** What is wrong on pages: each fault once, with the first page that has it. */
function faultsIn(pages: { address: string; html: string }[]): string[] {
  const faults = new Map<string, string>()
  for (const { address, html } of pages)
    for (const { messages } of validator.validateStringSync(html, address).results)
      for (const { line, column, message, ruleId, selector } of messages) {
        const fault = `${ruleId}: ${message}`
        const place = `${address} ${selector ?? ''} (${line}:${column})`
        faults.set(fault, faults.get(fault) ?? place)
      }
  return [...faults].map(([fault, place]) => `${fault}, first at ${place}`)
}
