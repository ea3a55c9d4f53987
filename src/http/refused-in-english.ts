import { initI18n } from '@payloadcms/translations'
import type { PayloadRequest, SanitizedConfig } from 'payload'

type I18n = PayloadRequest['i18n']

/** Payload's sayings by which it refuses. The others say what was done, or name things. */
const isRefusal = (key: string) =>
  /^(error|validation):/.test(key) ||
  key === 'general:notFound' ||
  key === 'fields:passwordsDoNotMatch'

/**
 * Lets Payload refuse what a request asks for in English, as the platform does, whatever language it comes in:
 * so is it logged and recorded, and put into another language where answers leave. What Payload says of a
 * success, and what fields are called, stays in the language of the request.
 */
export async function refusedInEnglish(
  request: Request,
  { i18n: config }: SanitizedConfig,
): Promise<Request> {
  const english = await initI18n({ config: config as never, context: 'api', language: 'en' })
  let given: I18n | undefined
  return Object.defineProperties(request, {
    i18n: {
      configurable: true,
      enumerable: true,
      get: () => given,
      // Payload makes its own request of this one, and sets the words that belong to its language.
      set: (i18n: I18n) => {
        given = withRefusals(i18n, english as I18n)
      },
    },
    t: { configurable: true, enumerable: true, get: () => given?.t, set: () => undefined },
  })
}

function withRefusals(i18n: I18n, english: I18n): I18n {
  if (i18n.language === english.language) return i18n
  const t = (key: string, words?: Record<string, unknown>) =>
    (isRefusal(key) ? english : i18n).t(key as never, words as never)
  return { ...i18n, t: t as I18n['t'] }
}
