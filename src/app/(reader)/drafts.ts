import type { Context } from './page-model.ts'
import { PreviewBandDocument, type PreviewBandQuery } from './questions/generated.ts'
import { langOf } from './untranslated.ts'

type Told = NonNullable<PreviewBandQuery['preview']>

/** One document of a preview. */
export type Draft = Told['documents'][number] & {
  /** The language of its title, where that is not the one of the page. */
  lang: 'en' | undefined
}

/** What a preview shows. */
export interface Drafts {
  /** Until when, as an ISO instant. */
  endsAt: string | null
  documents: Draft[]
}

/** Asks which drafts the preview shows that the site is read with. */
export async function draftsOf({ ask, language }: Context): Promise<Drafts> {
  const { data } = await ask(PreviewBandDocument, {
    locale: language,
    translated: language !== 'en',
  })
  const inEnglish = new Map(data.inMainLanguage?.documents.map(({ id, title }) => [id, title]))
  const { documents = [], endsAt = null } = data.preview ?? {}
  return {
    endsAt,
    documents: documents.map((document) => ({
      ...document,
      lang: langOf(document.title ?? '', inEnglish.get(document.id)),
    })),
  }
}
