import { isNamed, ownNameIn, pathOf } from '../addresses/names.ts'
import type { VisibleContent } from '../content/visible-content.ts'
import { locales } from '../locales.ts'

/** Where readers find a text. */
export interface PageOfText {
  /** The slug, code or number by which it is asked for. */
  name: string
  /** By language, such as `/es/notices/cp14`. */
  paths: Record<string, string>
}

/** Where readers find a document by its name; null for what has no page. */
export function pageOf({
  collection,
  id,
  name,
}: {
  collection: string
  id: string
  name: string | null
}): PageOfText | null {
  if (!name || !isNamed(collection)) return null
  const paths = locales.flatMap(({ code: locale }) => {
    const path = pathOf({ collection, id, name, locale })
    return path === null ? [] : [[locale, path] as const]
  })
  return paths.length === 0 ? null : { name, paths: Object.fromEntries(paths) }
}

/** Where readers find a text of a document, or would; null where there is no text, or it has no page. */
export function pageOfContent(
  content: VisibleContent | null,
  { collection, id }: { collection: string; id: string },
): PageOfText | null {
  return content ? pageOf({ collection, id, name: ownNameIn(content) }) : null
}
