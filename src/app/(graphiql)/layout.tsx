import type { Metadata } from 'next'
import type { ReactNode } from 'react'

/** Made for each request, so that its scripts bear the nonce of its Content Security Policy. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'GraphiQL · Stationmaster' }

/** The frame of the page on which developers try GraphQL questions. */
export default function GraphiqlLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body style={{ margin: 0 }}>{children}</body>
    </html>
  )
}
