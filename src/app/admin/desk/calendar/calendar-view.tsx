import type { AdminViewServerProps } from 'payload'
import { isPublisher, type Actor } from '../../../../../access/roles.ts'
import { OwnScreen } from '../../own-screen.tsx'
import { deskWordsFor } from '../words.ts'
import { Calendar } from './calendar.tsx'
import '../desk.css'

/** The calendar as a screen of its own: `/admin/calendar`. */
export function CalendarView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  return (
    <OwnScreen view={view}>
      <main className="desk desk--screen">
        <h1>{deskWordsFor(req.i18n.language).calendarTitle}</h1>
        <Calendar canMove={isPublisher(req.user as Actor)} />
      </main>
    </OwnScreen>
  )
}
