import type { FormCheck } from '../well-formed.ts'

/** An https address with a public-looking host. */
export const isWebAddress: FormCheck<string> = (value) => {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username)
    return true
  return `“${shorten(value)}” is not a web address. Write it in full, such as https://www.irs.gov/payments.`
}

function shorten(value: unknown): string {
  return String(value).slice(0, 80)
}
