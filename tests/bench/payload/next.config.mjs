import { withPayload } from '@payloadcms/next/withPayload'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  // The modules are the platform's own, two folders up.
  outputFileTracingRoot: path.resolve(here, '../../..'),
  turbopack: {
    root: path.resolve(here, '../../..'),
    resolveAlias: { '@payload-config': './payload.config.ts' },
  },
}

export default withPayload(nextConfig)
