import { words } from '../../src/locales.ts'
import { wellFormed, type FormCheck } from '../well-formed.ts'

/** A web address with a public-looking host. */
const isWebAddress: FormCheck<string> = (value) => {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username)
    return true
  return `“${shorten(value)}” is not a web address. Write it in full, such as https://www.irs.gov/payments: with https:// or http://, a host with a dot in it, and no user name.`
}

function shorten(value: unknown): string {
  return String(value).slice(0, 80)
}

/** What every text field has that holds a web address. */
export const webAddress = {
  custom: wellFormed(isWebAddress),
  admin: {
    description: words(
      'A web address in full, such as https://www.irs.gov/payments.',
      'Una dirección web completa, como https://www.irs.gov/payments.',
    ),
  },
}
