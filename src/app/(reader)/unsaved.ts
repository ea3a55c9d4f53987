import { isLanguage, pathTo, sections, type Language, type Section } from './addresses.ts'
import { contextOf } from './page-model.ts'
import { livePage } from './pages/live.tsx'
import { renderDocument } from './render.tsx'
import { answerTeam, html, told, type Surroundings } from './team-pages.ts'
import { searchKey } from '../../content/search-key.ts'

/** A text as it stands in a form of the panel, which posts it while somebody types. */
export interface UnsavedText {
  collection: string
  id?: string
  locale: Language
  data: Record<string, unknown>
}

/** The fields by which documents are named. */
const nameFields: Record<Section, 'slug' | 'code' | 'number'> = {
  stations: 'slug',
  notices: 'code',
  steps: 'slug',
  forms: 'number',
  help: 'slug',
}

/** What a document is called that has no name yet. */
const noName = { slug: 'not-named-yet', code: 'CP0', number: 'Form 0' } as const

/** The empty page beside a form, which shows what is in the form once the panel tells it. */
export async function answerLive(request: Request, { installation }: Surroundings) {
  const asked = new URL(request.url).searchParams.get('locale') ?? undefined
  const language = isLanguage(asked) ? asked : 'en'
  const context = contextOf({ installation, language, pathname: pathTo(language) })
  return html(await renderDocument({ context, page: livePage(context), preview: undefined }))
}

/**
 * The page of a text that was not saved, as readers would see it if it were public. The API stores nothing of it
 * and shows it to people of the team alone: the session goes along.
 */
export async function answerUnsaved(
  request: Request,
  { installation, report }: Surroundings,
): Promise<Response> {
  const given = (await request.json().catch(() => null)) as Partial<UnsavedText> | null
  const section = (Object.keys(sections) as Section[]).find(
    (one) => sections[one] === given?.collection,
  )
  if (!section || !isLanguage(given?.locale) || typeof given.data !== 'object')
    return told('The text of a document that has a page was expected.', 400)
  const unsaved = named(given as UnsavedText, section)
  const name = String(unsaved.data[nameFields[section]])
  const last = nameFields[section] === 'slug' ? name : searchKey(name)
  const pathname = pathTo(unsaved.locale, section, section === 'steps' ? (unsaved.id ?? '') : last)
  const context = contextOf({
    along: { unsaved, onBehalfOf: request },
    installation,
    language: unsaved.locale,
    pathname,
  })
  return answerTeam(context, { section, id: unsaved.id, name, report })
}

/** The text with a name by which the API can be asked for it, where it has none yet. */
function named(text: UnsavedText, section: Section): UnsavedText {
  const field = nameFields[section]
  const name = text.data[field]
  const hasName = typeof name === 'string' && name.trim() !== ''
  const { id, ...rest } = text
  return {
    ...rest,
    ...(id ? { id } : {}),
    data: { ...text.data, [field]: hasName ? name : noName[field] },
  }
}
