import type { PresenceWords } from '../words.ts'

/** The same in Spanish. */
export const es: PresenceWords = {
  writing: (name) => `${name} está escribiendo aquí ahora`,
  looking: (name) => `${name} lo está mirando ahora`,
}
