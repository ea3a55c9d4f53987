import { rowFor } from './kinds.ts'
import type { NotificationRow, ToldDocument } from './rows.ts'

/** Where in the panel a notification leads, for one of its documents: a path below the panel's own address. */
export function wayTo(
  { kind, link }: Pick<NotificationRow, 'kind' | 'link'>,
  { collection, id }: ToldDocument,
): string {
  if (link) return link
  return rowFor(kind).leadsTo === 'review'
    ? `/review/${collection}/${id}`
    : `/collections/${collection}/${id}`
}

/** Where people change what they are told of. */
export const wayToSettings = '/notifications/settings'

/** Where everything is that somebody was told. */
export const wayToAll = '/notifications'
