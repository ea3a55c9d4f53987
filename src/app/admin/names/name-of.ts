import type { NamedDocument } from '../../../workflow/uses.ts'
import { askNames } from './ask-names.ts'

type Tell = (name: NamedDocument | null) => void

/** Most documents of one request. */
const mostAtOnce = 50

let waiting = new Map<string, { document: string; locale: string; tells: Tell[] }>()

/**
 * Looks up what a document is called, in one request with all others that are asked for at the same moment.
 *
 * @param api address of REST, such as `/api`
 * @param of the document, such as `notices/ID`, and the language
 * @returns null where nothing is known
 */
export function nameOf(
  api: string,
  { document, locale }: { document: string; locale: string },
): Promise<NamedDocument | null> {
  return new Promise((tell) => {
    if (waiting.size === 0) setTimeout(() => lookUp(api))
    const key = `${locale} ${document}`
    const asked = waiting.get(key) ?? { document, locale, tells: [] }
    waiting.set(key, { ...asked, tells: [...asked.tells, tell] })
  })
}

function lookUp(api: string): void {
  const asked = [...waiting.values()]
  waiting = new Map()
  for (const locale of new Set(asked.map((one) => one.locale))) {
    const inLocale = asked.filter((one) => one.locale === locale)
    for (let first = 0; first < inLocale.length; first += mostAtOnce)
      void lookUpSome(api, locale, inLocale.slice(first, first + mostAtOnce))
  }
}

async function lookUpSome(
  api: string,
  locale: string,
  asked: { document: string; tells: Tell[] }[],
): Promise<void> {
  const docs = await askNames(api, [
    ['locale', locale],
    ...asked.map(({ document }) => ['document', document]),
  ])
  const names = new Map(docs?.map((doc) => [`${doc.collection}/${doc.id}`, doc]))
  for (const { document, tells } of asked)
    for (const tell of tells) tell(names.get(document) ?? null)
}
