import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { expect, it } from 'vitest'
import { compare, edited, mainOf } from './compared.ts'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // How parse5 writes HTML, and what the site itself is let off from. See tests/site/html.site.ts.
      'attribute-boolean-style': 'off',
      'doctype-style': 'off',
      'tel-non-breaking': 'off',
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
)

const notice = mainOf('cp14.en')
const station = mainOf('balance-paid.en')
const steps = [
  ...notice.matchAll(/<li class="usa-process-list__item"[\s\S]*?<\/details><\/li>/g),
].map(([step]) => step)

it.each([
  ['a notice compared with itself', notice, notice],
  ['steps that were moved, left out and put in', notice, reordered()],
  ['another notice of the same kind', notice, mainOf('cp14.es')],
  ['a station whose link leads elsewhere', station, edited(station, '/payments"', '/pay"')],
  ['a page with a table in place of one without', station, mainOf('appeal-station.en')],
  ['a list of forms in place of one of notices', mainOf('notices.en'), mainOf('forms.en')],
  ['a step in another language', mainOf('step.en'), mainOf('step.es')],
  ['a page that is new', null, mainOf('form4506t.en')],
])('%s is HTML as the standard wants it', (_what, before, after) => {
  const marked = compare(before, after)
  const pages = [marked.before, marked.after, marked.together]
  const only = compare(before, after, { only: true }).together
  expect([...pages, only].flatMap((html) => (html === null ? [] : faultsIn(html)))).toEqual([])
})

function reordered(): string {
  const [first, second, third, fourth] = steps as [string, string, string, string]
  const added = second
    .replace(/compare-with-your-records/g, 'ask')
    .replace(/Compare it/g, 'Ask about it')
  return notice.replace(first + second + third + fourth, third + first + added + second)
}

function faultsIn(html: string): string[] {
  return validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`),
    )
}
