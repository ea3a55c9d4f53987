import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { isStaff, type Actor } from '../../../../access/roles.ts'
import { Review } from './review.tsx'
import './review.css'

/** The screen on which a reviewer sees what changes about a document and decides: `/admin/review/stations/ID`. */
export function ReviewView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { config } = req.payload
  const segments = (params?.['segments'] as string[] | undefined) ?? []
  const [, collection, id] = segments
  if (!isStaff(req.user as Actor)) {
    const back = `${config.routes.admin}/${segments.join('/')}`
    redirect(`${config.routes.admin}/login?redirect=${encodeURIComponent(back)}`)
  }
  const named = (name: string) => {
    const value = searchParams?.[name]
    return typeof value === 'string' ? value : undefined
  }
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={visibleEntities}
    >
      <Review
        collection={String(collection)}
        from={named('from')}
        hasReader={Boolean(config.admin.livePreview?.collections)}
        id={String(id)}
        key={`${collection}/${id}/${named('from')}/${named('to')}/${named('set')}`}
        set={setIn(named('set'))}
        to={named('to')}
      />
    </DefaultTemplate>
  )
}

/** Documents in an address such as `?set=stations/ID,notices/ID`; undefined where it names none, not even no others. */
function setIn(asked: string | undefined): string[] | undefined {
  return asked?.split(',').filter((one) => /^[\w-]+\/[\w-]+$/.test(one))
}
