import type { AdminViewServerProps } from 'payload'
import { OwnScreen } from '../own-screen.tsx'
import { MapEditor } from './map-editor.tsx'
import '../workflow/workflow.css'
import './map-editor.css'

/** The map of the newest drafts, to change: `/admin/map`, with a station in `?station=` to begin with. */
export function MapView(view: AdminViewServerProps) {
  const station = view.searchParams?.['station']
  return (
    <OwnScreen view={view}>
      <MapEditor station={typeof station === 'string' ? station : undefined} />
    </OwnScreen>
  )
}
