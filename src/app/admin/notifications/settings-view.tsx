import type { AdminViewServerProps } from 'payload'
import { OwnScreen } from '../own-screen.tsx'
import { NotificationSettings } from './settings.tsx'
import './notifications.css'

/** How the person who is signed in wants to be told: `/admin/notifications/settings`. */
export function NotificationSettingsView(view: AdminViewServerProps) {
  return (
    <OwnScreen view={view}>
      <NotificationSettings />
    </OwnScreen>
  )
}
