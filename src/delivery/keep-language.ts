import {
  getDataLoader,
  isolateObjectProperty,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'

type Loader = PayloadRequest['payloadDataLoader']

/** The loaders that keep languages apart. */
const keepsLanguages = new WeakSet<Loader>()

/**
 * Keeps the languages of a read apart where all of them are asked for. Payload then fills the documents that a text
 * links to into it in the language of that text, at the same time as it reads others in all languages, and says which
 * on the one request that they share: whoever says so last decides for all. Here, what is filled in in each language is
 * read with a request of its own.
 *
 * Comes before every other hook, while the request still says the language of this read.
 */
export const keepLanguage: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { req } = args as { req: PayloadRequest }
  if (operation !== 'read' || req.locale !== 'all' || keepsLanguages.has(req.payloadDataLoader))
    return args
  const own = inLanguageOf(req)
  own.payloadDataLoader = loaderByLanguage(own)
  return { ...args, req: own }
}

function loaderByLanguage(req: PayloadRequest): Loader {
  const loaders = new Map<string, Loader>()
  const loaderOf = (language: string) => {
    const known = loaders.get(language)
    if (known) return known
    const own = inLanguageOf(req)
    own.payloadDataLoader = byLanguage
    const made = getDataLoader(own)
    loaders.set(language, made)
    return made
  }
  const usual = getDataLoader(req)
  const byLanguage = Object.assign(Object.create(usual) as Loader, {
    load: (key: string) => loaderOf(languageIn(key)).load(key),
  })
  keepsLanguages.add(byLanguage)
  return byLanguage
}

function inLanguageOf(req: PayloadRequest): PayloadRequest {
  return isolateObjectProperty(req, ['fallbackLocale', 'locale', 'payloadDataLoader'])
}

/** The language and those that stand in for it, as `createDataloaderCacheKey` of Payload puts them into a key. */
function languageIn(key: string): string {
  const [, , , , , locale, fallbackLocale] = JSON.parse(key) as unknown[]
  return JSON.stringify([locale, fallbackLocale])
}
