import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { isPerson, type Actor } from '../../../access/roles.ts'

/**
 * The frame of a screen of ours: the panel's own, with the navigation and what stands in its header. Whoever is not
 * signed in signs in first and comes back to just this address, with all that it asks for. Payload lets everybody
 * see a screen that is not its own, so it is asked here.
 */
export function OwnScreen({
  children,
  view: { initPageResult, params, searchParams },
}: {
  children: ReactNode
  view: Pick<AdminViewServerProps, 'initPageResult' | 'params' | 'searchParams'>
}) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { admin, routes } = req.payload.config
  // Signing in would send somebody straight back who is signed in, and has no role.
  if (req.user && !isPerson(req.user as Actor))
    redirect(`${routes.admin}${admin.routes.unauthorized}`)
  if (!req.user) {
    const segments = (params?.['segments'] as string[] | undefined) ?? []
    const asked = new URLSearchParams()
    for (const [name, value] of Object.entries(searchParams ?? {}))
      for (const one of [value ?? []].flat()) asked.append(name, one)
    const query = asked.size > 0 ? `?${asked}` : ''
    const back = `${routes.admin}/${segments.join('/')}${query}`
    redirect(`${routes.admin}/login?redirect=${encodeURIComponent(back)}`)
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
      viewActions={admin.components?.actions ?? []}
      visibleEntities={visibleEntities}
    >
      {children}
    </DefaultTemplate>
  )
}
