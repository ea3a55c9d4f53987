import { notFound, redirect } from 'next/navigation.js'
import type { DocumentViewServerProps } from 'payload'

/** Leads from where Payload would edit a ledger entry to the page that tells it. */
export function ToEntry({ doc, initPageResult: { req } }: DocumentViewServerProps) {
  const { sequence } = (doc ?? {}) as { sequence?: number }
  if (!sequence) notFound()
  redirect(`${req.payload.config.routes.admin}/ledger/${sequence}`)
}
