import type { Requirement } from './requirement.ts'
import { wordsOf } from '../../content/words-of.ts'

/**
 * Social Security and individual taxpayer numbers have the form 000-00-0000, employer numbers 00-0000000
 * (26 CFR 301.6109-1(a)(1)(i)). Dashes come in several kinds, or as spaces, or not at all.
 */
const personalNumbers = [
  {
    kind: 'a Social Security number',
    form: /(?<![\w-])\d{3}[\p{Pd}\u2212\s]\d{2}[\p{Pd}\u2212\s]\d{4}(?![\w-])/u,
  },
  { kind: 'an employer number', form: /(?<![\w-])\d{2}[\p{Pd}\u2212]\d{7}(?![\w-])/u },
  { kind: 'a Social Security or employer number', form: /(?<![\w+/.-])\d{9}(?![\w-])/u },
] as const

/** Marks that take no place on the page: soft hyphens, joiners, direction marks. */
const invisible = /\p{Cf}/gu

/** No text holds what looks like somebody's number, not even as an example. */
export const noPersonalNumbers: Requirement = ({ content }) =>
  wordsOf(content)
    .filter(({ text }) => !/^https?:\/\//.test(text))
    .flatMap(({ path, text }) =>
      personalNumbers
        .filter(({ form }) => form.test(text.replace(invisible, '')))
        .map(({ kind }) => ({
          path,
          message: `Something here looks like ${kind}. Take it out; show the form of a number with letters, such as XXX-XX-XXXX.`,
        })),
    )
