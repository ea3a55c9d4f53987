import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
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

/** Every page of the admin panel. */
export default function PanelPage({ params, searchParams }: PanelPageProps) {
  return RootPage({ config, importMap, params, searchParams })
}
