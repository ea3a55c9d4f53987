import { generatePageMetadata, NotFoundPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import config from '@payload-config'
import { importMap } from '../importMap.js'

interface PanelPageProps {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export function generateMetadata({ params, searchParams }: PanelPageProps): Promise<Metadata> {
  return generatePageMetadata({ config, params, searchParams })
}

/** What the panel shows where there is no page. */
export default function PanelNotFound({ params, searchParams }: PanelPageProps) {
  return NotFoundPage({ config, importMap, params, searchParams })
}
