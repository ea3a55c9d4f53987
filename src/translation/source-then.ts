import type { PayloadRequest } from 'payload'
import type { JsonValue } from '../content/canonical-json.ts'
import { giveTurn } from '../turns.ts'
import { defaultLocale, type Locale } from '../locales.ts'
import type { Change, Place } from '../review/differences/change.ts'
import { compareText } from '../review/differences/compare-text.ts'
import { Effort } from '../review/differences/effort.ts'
import { compareRichText } from '../review/differences/rich-text/compare-rich-text.ts'
import type { Situation, StoredDocument } from '../workflow/situation.ts'
import type { StandingText } from './document-translation.ts'
import type { TranslatedFrom } from './standing.ts'
import { fingerprint, localizedTexts } from './texts.ts'

/** So many versions are read at once, and so many in all, the newest first. */
const atOnce = 10
const mostVersions = 200

/**
 * The sources of older translations as they were when they were translated, by path. Texts whose version is too
 * far back are not among them.
 */
export async function sourcesAsTranslated({
  situation: { collection, id },
  locale,
  older,
  kept,
  req,
}: {
  situation: Situation
  locale: Locale
  older: readonly StandingText[]
  kept: TranslatedFrom
  req: PayloadRequest
}): Promise<Map<string, JsonValue>> {
  const { flattenedFields: fields } = req.payload.collections[collection].config
  const wanted = new Map(
    older.flatMap(({ path }) => (kept[path] ? [[path, kept[path].source] as const] : [])),
  )
  const found = new Map<string, JsonValue>()
  for (let page = 1; wanted.size > 0 && page <= mostVersions / atOnce; page += 1) {
    await giveTurn()
    const { docs } = await req.payload.db.findVersions<StoredDocument>({
      collection,
      limit: atOnce,
      page,
      req,
      sort: '-updatedAt',
      where: { parent: { equals: id } },
    })
    if (docs.length === 0) break
    for (const { version } of docs)
      for (const { path, source } of localizedTexts({ fields, document: version, locale }))
        if (wanted.get(path) === fingerprint(source)) {
          wanted.delete(path)
          found.set(path, source)
        }
    if (docs.length < atOnce) break
  }
  return found
}

/** What changed in the source of a text since it was translated. */
export function sourceChange({
  text,
  before,
  collection,
}: {
  text: StandingText
  before: JsonValue
  collection: string
}): Change | null {
  const place: Place = {
    id: text.path,
    path: `${text.formPath}.${defaultLocale}`,
    locale: defaultLocale,
    collection,
    field: text.formPath.replaceAll(/\.\d+\./g, '.'),
    label: text.labels.at(-1)!,
    within: [],
  }
  const effort = new Effort()
  if (!text.isRichText)
    return compareText({
      before: before === null ? undefined : String(before),
      after: text.source === null ? undefined : String(text.source),
      place,
      effort,
    })
  const compared = compareRichText({
    before: before ?? undefined,
    after: text.source ?? undefined,
    effort,
  })
  return compared ? { ...place, kind: 'richText', change: 'changed', ...compared } : null
}
