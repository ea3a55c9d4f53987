'use client'

import { createGraphiQLFetcher } from '@graphiql/toolkit'
import dynamic from 'next/dynamic'
import 'graphiql/style.css'

/** The editor measures the window, so there is nothing to render on the server. */
const GraphiQL = dynamic(() => import('graphiql').then((module) => module.GraphiQL), {
  ssr: false,
})

const fetcher = createGraphiQLFetcher({
  url: '/api/graphql',
  fetch: (...request) => fetch(...request),
})

const firstQuestion = `# Everything one page of the roadmap shows, in one question.
{
  stationBySlug(slug: "balance-paid", locale: en) {
    title
    summary
    phase { name }
    steps { title follows alternatives { situation heading } forms { number title } }
    helpOrganizations { name phones { label number tty } }
    relatedNotices { code title }
    connections { condition transfer to { title slug } }
  }
}
`

/** GraphiQL, served by this process alone: no file of it comes from elsewhere. */
export default function GraphiqlPage() {
  return (
    <div style={{ height: '100dvh' }}>
      <GraphiQL fetcher={fetcher} defaultQuery={firstQuestion} />
    </div>
  )
}
