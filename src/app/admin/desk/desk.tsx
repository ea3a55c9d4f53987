import type { TypedUser } from 'payload'
import { isStaff, type Actor } from '../../../../access/roles.ts'
import { DeskScreen } from './desk-screen.tsx'
import './desk.css'

/** On the dashboard: what waits for whoever looks, what they can do something about first. */
export function Desk({ user }: { user: TypedUser | null }) {
  return isStaff(user as Actor) ? <DeskScreen /> : null
}
