import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

/**
 * The text of a page as Markdown: what stands in its `main`, with links in full.
 *
 * @param address of the page, which links are read from
 */
export function toMarkdown(html: string, address: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html
  const text = main
    // Drawings and fields are for screens; the trail is about the site.
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<form[\s\S]*?<\/form>/g, '')
    .replace(/<nav class="usa-breadcrumb[\s\S]*?<\/nav>/g, '')
    .replace(/ href="([/#][^"]*)"/g, (_link, to: string) => ` href="${new URL(to, address).href}"`)
  return String(
    unified()
      .use(rehypeParse, { fragment: true })
      .use(rehypeRemark)
      .use(remarkGfm)
      .use(remarkStringify, { bullet: '-', rule: '-' })
      .processSync(text),
  )
}
