/** Somebody, as they are called now. */
export interface NamedPerson {
  id: string
  name: string
}

/** Who has a review, who gave it to them, and until when they are asked for it. */
export interface Assignment {
  assignee: NamedPerson
  by: NamedPerson
  /** ISO instant */
  at: string
  /** ISO instant, or null where nobody said when. */
  due: string | null
}

/** That a review was given to somebody, taken over or put back, for everybody who should hear of it. */
export interface Assigned {
  collection: string
  id: string
  /** What the team calls the document. */
  title: string
  /** Who had the review before; null: nobody in particular. */
  from: NamedPerson | null
  /** Who has it now; null: nobody in particular. The same person as `by` when somebody took it over. */
  to: NamedPerson | null
  by: NamedPerson
  /** ISO instant */
  at: string
  /** Until when the review is asked for, as an ISO instant. */
  due: string | null
}

/** What became of the assignment of a review, from what it was before and is now. */
export function whatWasAssigned({
  before,
  now,
  by,
  at,
  document: { collection, id, title },
}: {
  before: Assignment | null
  now: Assignment | null
  by: NamedPerson
  /** ISO instant */
  at: string
  document: { collection: string; id: string; title: string }
}): Assigned {
  return {
    collection,
    id,
    title,
    from: before?.assignee ?? null,
    to: now?.assignee ?? null,
    by,
    at,
    due: now?.due ?? null,
  }
}
