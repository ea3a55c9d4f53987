import type { PayloadRequest } from 'payload'
import { toHtml } from '../delivery/rich-text/convert.ts'
import { defaultLocale, type Locale, type Words } from '../locales.ts'
import type { Change } from '../review/differences/change.ts'
import { readSituation, type Situation } from '../workflow/situation.ts'
import { standingTexts, type StandingText } from './document-translation.ts'
import { keptTranslations } from './kept-rows.ts'
import { sourceChange, sourcesAsTranslated } from './source-then.ts'
import { worstOf, type TranslationStanding } from './standing.ts'

/** One text beside its source. */
export interface TranslatedTextAnswer {
  /** Where it is; rows of lists by their ids. */
  path: string
  /** Where it is in the form; rows of lists by their places from 0. */
  formPath: string
  /** What the panel calls it, the outermost group or row first. */
  labels: Words[]
  standing: TranslationStanding
  /** The text in the main language; null where there is none. HTML where it is rich text. */
  source: { text: string; isHtml: boolean } | null
  /** What changed in the source since it was translated; null where nothing did or the text of then is not found. */
  sinceThen: Change | null
}

/** A document's translation into one language. */
export interface TranslationAnswer {
  collection: string
  id: string
  title: string
  locale: Locale
  /** Of the newest version, which is what is translated. */
  contentHash: string
  versionId: string
  /** Of the document as a whole: that of its worst text. */
  standing: TranslationStanding
  counts: Record<TranslationStanding, number>
  texts: TranslatedTextAnswer[]
}

/**
 * Every text of a document's newest version beside its source, with how it stands.
 *
 * @throws EditorialError NOT_FOUND
 */
export async function translationAnswer({
  collection,
  id,
  locale,
  req,
}: {
  collection: string
  id: string
  locale: Locale
  req: PayloadRequest
}): Promise<TranslationAnswer> {
  const situation = await readSituation({ collection, id, req })
  const kept = await keptTranslations(situation, req)
  const texts = standingTexts(situation, locale, kept, req)
  return answerFrom({ situation, locale, texts, kept: kept?.[locale] ?? {}, req })
}

async function answerFrom({
  situation,
  locale,
  texts,
  kept,
  req,
}: {
  situation: Situation
  locale: Locale
  texts: readonly StandingText[]
  kept: Parameters<typeof sourcesAsTranslated>[0]['kept']
  req: PayloadRequest
}): Promise<TranslationAnswer> {
  const older = texts.filter(({ standing }) => standing === 'older')
  const then = await sourcesAsTranslated({ situation, locale, older, kept, req })
  const counts: Record<TranslationStanding, number> = { missing: 0, older: 0, upToDate: 0 }
  for (const { standing } of texts) counts[standing] += 1
  return {
    collection: situation.collection,
    id: situation.id,
    title: situation.title,
    locale,
    contentHash: situation.working.contentHash,
    versionId: situation.working.versionId,
    standing: worstOf(texts.map(({ standing }) => standing)),
    counts,
    texts: texts.map((text) => ({
      path: text.path,
      formPath: text.formPath,
      labels: text.labels,
      standing: text.standing,
      source: shownSource(text),
      sinceThen: then.has(text.path)
        ? sourceChange({ text, before: then.get(text.path)!, collection: situation.collection })
        : null,
    })),
  }
}

function shownSource({ isRichText, source }: StandingText): TranslatedTextAnswer['source'] {
  if (source === null) return null
  if (!isRichText) return { text: String(source), isHtml: false }
  return {
    isHtml: true,
    text: toHtml(source, {
      headingLevel: 4,
      links: '',
      locale: defaultLocale,
      // Where links lead is not translated; their words are.
      targetOf: () => undefined,
    }),
  }
}
