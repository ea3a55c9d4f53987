import type { AdminViewServerProps } from 'payload'
import { OwnScreen } from '../own-screen.tsx'
import { Review } from './review.tsx'
import '../desk/desk.css'
import '../workflow/workflow.css'
import './review.css'

/** The screen on which a reviewer sees what changes about a document and decides: `/admin/review/stations/ID`. */
export function ReviewView(view: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = view
  const { config } = initPageResult.req.payload
  const [, collection, id] = (params?.['segments'] as string[] | undefined) ?? []
  const named = (name: string) => {
    const value = searchParams?.[name]
    return typeof value === 'string' ? value : undefined
  }
  return (
    <OwnScreen view={view}>
      <Review
        collection={String(collection)}
        comment={named('comment')}
        from={named('from')}
        hasReader={Boolean(config.admin.livePreview?.collections)}
        id={String(id)}
        key={`${collection}/${id}/${named('from')}/${named('to')}/${named('set')}`}
        set={setIn(named('set'))}
        to={named('to')}
      />
    </OwnScreen>
  )
}

/** Documents in an address such as `?set=stations/ID,notices/ID`; undefined where it names none, not even no others. */
function setIn(asked: string | undefined): string[] | undefined {
  return asked?.split(',').filter((one) => /^[\w-]+\/[\w-]+$/.test(one))
}
