import type { CollectionSlug, PayloadRequest } from 'payload'
import type { NotificationRow, ToldDocument } from './rows.ts'
import { notificationWordsFor, type PanelLanguage } from './words.ts'

/** What happened, in a sentence that its documents follow. */
export function sayWhatHappened(
  { byName, kind }: Pick<NotificationRow, 'byName' | 'kind'>,
  language: PanelLanguage,
): string {
  return notificationWordsFor(language).happened[kind](byName)
}

/** Why a document is due, or null where nothing is said about that. */
export function sayWhyDue({ why }: ToldDocument, language: PanelLanguage): string | null {
  return why === undefined ? null : (notificationWordsFor(language).whyDue[why] ?? why)
}

/** What a content type is called; its slug where it has no name in this language. */
export function typeLabel(
  collection: string,
  language: PanelLanguage,
  { payload }: Pick<PayloadRequest, 'payload'>,
): string {
  const label = payload.collections[collection as CollectionSlug]?.config.labels.singular
  return typeof label === 'object' ? (label[language] ?? collection) : collection
}

/** What a document is called, with its type, such as “Station “Balance paid””. */
export function sayDocument(
  { collection, title }: ToldDocument,
  language: PanelLanguage,
  req: Pick<PayloadRequest, 'payload'>,
): string {
  const words = notificationWordsFor(language)
  return words.named(typeLabel(collection, language, req), title || words.untitled)
}
