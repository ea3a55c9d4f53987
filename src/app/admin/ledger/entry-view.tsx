import type { AdminViewServerProps } from 'payload'
import { OwnScreen } from '../own-screen.tsx'
import { Entry } from './entry.tsx'

/** An entry of the ledger as a page that a person reads: `/admin/ledger/142`. */
export function EntryView(view: AdminViewServerProps) {
  const { config } = view.initPageResult.req.payload
  const segments = (view.params?.['segments'] as string[] | undefined) ?? []
  const sequence = String(segments[1])
  return (
    <OwnScreen view={view}>
      <Entry
        hasReader={Boolean(config.admin.livePreview?.collections)}
        key={sequence}
        sequence={sequence}
      />
    </OwnScreen>
  )
}
