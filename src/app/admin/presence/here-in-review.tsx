'use client'
import type { Place } from '../workflow/requests.ts'
import { PresentNow } from './people.tsx'
import { usePresence } from './use-presence.ts'

/** In the review view: who else is in the document that is reviewed. */
export function HereInReview({ collection, id }: Place) {
  return <PresentNow people={usePresence({ collection, id }, false)} />
}
