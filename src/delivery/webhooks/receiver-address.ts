import { isIP } from 'node:net'
import type { Words } from '../../locales.ts'

/** Longest address of a receiver, in characters. */
export const longestAddress = 2_000

/** Ports on which receivers are called, besides those of http and https themselves. */
const webPorts = ['', '80', '443', '8080', '8443']

/**
 * Ends of names that no public server answers to: RFC 2606, 6761, 6762 (with its appendix G), 7686, 8375 and
 * 9476, and what ICANN has promised to give to nobody (2018 and 2024).
 */
const neverPublic =
  /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|mail|test|example|invalid|onion|alt|arpa)$/

/** What is accepted; told with every refusal, and beside the field. */
export const acceptedAddresses: Words = {
  en: 'Write https:// or http:// with a name on the public internet, without a user name, on port 80, 443, 8080 or 8443, such as https://builder.example.com/hook.',
  es: 'Escriba https:// o http:// con un nombre de la internet pública, sin nombre de usuario, en el puerto 80, 443, 8080 u 8443, como https://builder.example.com/hook.',
}

/**
 * Why an address cannot be that of a receiver, as far as it shows without asking anybody. Where a name leads
 * can change, and is looked at when the receiver is called: see public-addresses.ts.
 *
 * @param mayStayInside any host and port will do, as WEBHOOK_PRIVATE_ADDRESSES=allow says
 * @returns what is wrong with it, in the panel's languages, or undefined
 */
export function problemWithReceiver(
  value: unknown,
  { mayStayInside }: { mayStayInside: boolean },
): Words | undefined {
  if (typeof value !== 'string' || value.length > longestAddress || !URL.canParse(value))
    return {
      en: `is no whole web address of at most ${longestAddress} characters.`,
      es: `no es una dirección web completa de ${longestAddress} caracteres como máximo.`,
    }
  const { protocol, username, password, hostname, port } = new URL(value)
  if (!/^https?:$/.test(protocol))
    return {
      en: `begins with ${protocol}, which is not called.`,
      es: `empieza con ${protocol}, que no se llama.`,
    }
  if (username !== '' || password !== '')
    return {
      en: 'has a user name or a password in it.',
      es: 'contiene un nombre de usuario o una contraseña.',
    }
  if (mayStayInside) return undefined
  // The parser has read every spelling of a number already: decimal, octal, hexadecimal, short.
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
    return {
      en: `leads to ${hostname}, a number instead of a name.`,
      es: `lleva a ${hostname}, un número en lugar de un nombre.`,
    }
  const name = hostname.replace(/\.+$/, '')
  if (!name.includes('.') || neverPublic.test(name))
    return {
      en: `names ${name.slice(0, 80)}, which is never on the public internet.`,
      es: `nombra ${name.slice(0, 80)}, que nunca está en la internet pública.`,
    }
  if (!webPorts.includes(port))
    return {
      en: `has port ${port}, on which no receiver is called.`,
      es: `tiene el puerto ${port}, en el que no se llama a ningún receptor.`,
    }
  return undefined
}
