import type { PayloadRequest } from 'payload'
import { EditorialError } from '../../errors.ts'
import { defaultLocale, isLocale } from '../../locales.ts'
import { patternProblem, usualLinks } from '../../rich-text/link-pattern.ts'
import { toHtml, toPlainText } from './convert.ts'
import { linkTargets } from './targets.ts'

/** The forms in which REST gives rich text: as the editor keeps it, or ready to be shown. */
export const richTextForms = ['json', 'html', 'text'] as const

/** How headings and links come out. */
export interface HtmlForm {
  /** Level of the highest headings, 1 to 6. @default 2 */
  headingLevel?: number | null | undefined
  /** Pattern for links inside the roadmap: see `src/rich-text/link-pattern.ts`. */
  links?: string | null | undefined
}

export const usualHeadingLevel = 2

/**
 * Some rich texts as HTML, in the language of the request.
 *
 * @param texts as the editor keeps them; what is no text gives ''
 * @throws EditorialError MALFORMED for a level or a pattern that is not accepted, saying what is
 */
export async function asHtml(
  texts: readonly unknown[],
  form: HtmlForm,
  req: PayloadRequest,
): Promise<string[]> {
  const { headingLevel, links } = checkedForm(form)
  const targetOf = await linkTargets(texts, req)
  const locale = isLocale(req.locale) ? req.locale : defaultLocale
  return texts.map((text) => toHtml(text, { defaultLocale, headingLevel, links, locale, targetOf }))
}

/** A rich text as plain text; what is no text gives ''. */
export function asText(text: unknown): string {
  return toPlainText(text)
}

/** @throws EditorialError MALFORMED */
export function checkedForm(form: HtmlForm): { headingLevel: number; links: string } {
  const headingLevel = form.headingLevel ?? usualHeadingLevel
  const links = form.links ?? usualLinks
  if (!Number.isInteger(headingLevel) || headingLevel < 1 || headingLevel > 6)
    throw malformed(
      '“headingLevel” is the level of the highest headings: a whole number from 1 to 6.',
    )
  const problem = patternProblem(links)
  if (problem) throw malformed(problem)
  return { headingLevel, links }
}

export function malformed(message: string): EditorialError {
  return new EditorialError({ code: 'MALFORMED', message })
}
