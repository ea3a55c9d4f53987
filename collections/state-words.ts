import { words, type Words } from '../src/locales.ts'
import type { State } from '../src/workflow/states.ts'

/** What people call each state. */
export const stateWords: Record<State, Words> = {
  draft: words('Draft', 'Borrador'),
  inReview: words('In review', 'En revisión'),
  changesRequested: words('Changes requested', 'Cambios solicitados'),
  approved: words('Approved', 'Aprobado'),
  scheduled: words('Scheduled', 'Programado'),
  published: words('Published', 'Publicado'),
  withdrawn: words('Withdrawn', 'Retirado'),
}
