import type { AdminViewServerProps } from 'payload'
import { OwnScreen } from '../own-screen.tsx'
import { Notifications } from './notifications.tsx'
import '../workflow/workflow.css'
import './notifications.css'

/** What the person who is signed in was told: `/admin/notifications`. */
export function NotificationsView(view: AdminViewServerProps) {
  return (
    <OwnScreen view={view}>
      <Notifications />
    </OwnScreen>
  )
}
