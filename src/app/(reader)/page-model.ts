import type { ReactNode } from 'react'
import { askAt, type Along, type Ask } from './ask.ts'
import { languages, type Language } from './addresses.ts'
import type { Installation } from './installation.ts'
import { wordsIn, type SiteWords } from './words.ts'

/** What a page is made with. */
export interface Context {
  ask: Ask
  installation: Installation
  language: Language
  /** The parameters of the address. */
  parameters: URLSearchParams
  /** The path as it was asked for. */
  pathname: string
  words: SiteWords
}

/**
 * What a page is made with.
 *
 * @param given.along what comes along with every question
 */
export function contextOf({
  along = {},
  installation,
  language,
  parameters = new URLSearchParams(),
  pathname,
}: Pick<Context, 'installation' | 'language' | 'pathname'> & {
  along?: Along
  parameters?: URLSearchParams
}): Context {
  const ask = askAt(installation.api, along)
  return { ask, installation, language, parameters, pathname, words: wordsIn(language) }
}

/** One link of the trail from the home page to a page. */
export interface Crumb {
  name: string
  path: string
}

/** A page of the site, before it is put into its frame. */
export interface Page {
  status: 200 | 400 | 401 | 404 | 410 | 500 | 503
  /** For the title bar, without the name of the site. */
  title: string
  /** One sentence for search engines and social cards. */
  description?: string | undefined
  /** The path of the page in its language; absent for what is no place of its own. */
  path?: string | undefined
  /** The trail that leads here, from the first page below home. */
  trail?: Crumb[]
  main: ReactNode
  /** Data of schema.org that are true of the page. */
  structuredData?: Record<string, unknown>[]
  /** Names of the scripts it can do more with. */
  scripts?: string[]
  /** Seconds after which the page asks again by itself. */
  retryAfter?: number
  /** Whether search engines may list it, where it is a page with a path and words of its own. @default true */
  isListed?: boolean
  /** The languages it is written in. @default all of them */
  writtenIn?: readonly string[] | undefined
}

/**
 * What search engines are told of a page: whether they may list it, and in which languages it can be read. The API
 * says in which it is written, of this page as of those of the sitemap, so that both are told the same.
 */
export function announced(
  { isListed = true, path, status, writtenIn = languages }: Page,
  language: Language,
): { isListed: boolean; languages: Language[] } {
  return {
    isListed: isListed && status === 200 && path !== undefined && writtenIn.includes(language),
    languages: languages.filter((one) => writtenIn.includes(one)),
  }
}

/** An answer that leads elsewhere. */
export interface Redirect {
  status: 301 | 302
  location: string
}

/** A page or a redirect, with what was learned of the answers it was made from. */
export type Shown = Page | Redirect

/** Tells a redirect from a page. */
export function isRedirect(shown: Shown): shown is Redirect {
  return 'location' in shown
}
