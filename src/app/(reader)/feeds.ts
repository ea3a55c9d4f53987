import { languages, pathTo, sections, type Language } from './addresses.ts'
import type { Ask } from './ask.ts'
import type { Installation } from './installation.ts'
import { AllPagesDocument } from './questions/generated.ts'
import { wordsIn } from './words.ts'

interface Asked {
  ask: Ask
  installation: Installation
}

/** Most entries of the feed. */
const mostEntries = 50

/** Every page in each language it is written in, with the same page in the others (sitemaps.org, hreflang as Google reads it). */
export async function sitemap({ ask, installation: { publicUrl } }: Asked): Promise<Response> {
  const { data, surrogateKeys } = await ask(AllPagesDocument, {})
  const fixed = languages.flatMap((language) =>
    ['', 'map', 'notices', 'forms', 'help'].map((name) => ({
      path: name ? pathTo(language, name) : pathTo(language),
      lastModified: null,
      alternates: languages.map((locale) => ({
        locale: locale as string,
        path: name ? pathTo(locale, name) : pathTo(locale),
        written: true,
      })),
    })),
  )
  const entries = [...fixed, ...data.pages.filter(isWritten)].map((page) => {
    const { path, lastModified, alternates } = page
    const links = alternates
      .filter(isWritten)
      .map(
        (one) =>
          `<xhtml:link rel="alternate" hreflang="${one.locale}" href="${xml(publicUrl + one.path)}"/>`,
      )
    const changed = lastModified ? `<lastmod>${lastModified}</lastmod>` : ''
    return `<url><loc>${xml(publicUrl + path)}</loc>${changed}${links.join('')}</url>`
  })
  return file(
    'application/xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`,
    surrogateKeys,
  )
}

/** What robots may read: all that is for readers (RFC 9309). A test installation asks them to stay away. */
export function robotsText({ label, publicUrl }: Installation): Response {
  const rules = label
    ? ['User-agent: *', 'Disallow: /']
    : [
        'User-agent: *',
        'Disallow: /admin',
        'Disallow: /preview',
        'Disallow: /search',
        'Disallow: /es/search',
        `Sitemap: ${publicUrl}/sitemap.xml`,
      ]
  return file('text/plain', `${rules.join('\n')}\n`)
}

/** What the site is and where its pages are, for programs that read for people (llmstxt.org). */
export async function llmsText({
  ask,
  installation: { publicUrl },
  language,
}: Asked & { language: Language }): Promise<Response> {
  const words = wordsIn(language)
  const { data, surrogateKeys } = await ask(AllPagesDocument, { locale: language })
  const written = data.pages.filter(isWritten)
  const parts = Object.values(sections).map((collection) => {
    const pages = written.filter((page) => page.collection === collection)
    const links = pages.map(({ name, path, title }) => {
      const hasCode = collection === 'notices' || collection === 'forms'
      const text = (hasCode ? `${name}: ${title}` : title).replace(/[\\[\]<]/g, '\\$&')
      return `- [${text}](${publicUrl}${path}.md)`
    })
    return `## ${words.kinds[collection].many}\n\n${links.join('\n')}`
  })
  return file(
    'text/plain',
    `# ${words.site}\n\n> ${words.home.lead}\n\n${words.footer.proof}\n\n${parts.join('\n\n')}\n`,
    surrogateKeys,
  )
}

/** What changed last, as an Atom feed (RFC 4287). */
export async function feed({
  ask,
  installation: { publicUrl },
  language,
}: Asked & { language: Language }): Promise<Response> {
  const words = wordsIn(language)
  const { data, surrogateKeys } = await ask(AllPagesDocument, { locale: language })
  const newest = data.pages
    .filter(isWritten)
    .sort((one, other) => other.lastModified.localeCompare(one.lastModified))
    .slice(0, mostEntries)
  const home = publicUrl + pathTo(language)
  const entries = newest.map(({ collection, id, lastModified, name, path, title }) => {
    const hasCode = collection === 'notices' || collection === 'forms'
    return [
      '<entry>',
      `<id>${xml(`${publicUrl}${path}#${id}`)}</id>`,
      `<title>${xml(hasCode ? `${name}: ${title}` : title)}</title>`,
      `<link rel="alternate" href="${xml(publicUrl + path)}"/>`,
      `<updated>${lastModified}</updated>`,
      `<category term="${collection}"/>`,
      '</entry>',
    ].join('')
  })
  return file(
    'application/atom+xml',
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
      `<id>${xml(home)}</id>`,
      `<title>${xml(words.feed.title)}</title>`,
      `<link rel="self" href="${xml(publicUrl + pathTo(language, 'feed.xml'))}"/>`,
      `<link rel="alternate" href="${xml(home)}"/>`,
      `<author><name>${xml(words.publisher)}</name></author>`,
      `<updated>${newest[0]?.lastModified ?? new Date(0).toISOString()}</updated>`,
      ...entries,
      '</feed>\n',
    ].join('\n'),
    surrogateKeys,
  )
}

function isWritten({ written }: { written: boolean }): boolean {
  return written
}

function file(type: string, body: string, surrogateKeys = ''): Response {
  return new Response(body, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'public, max-age=0, must-revalidate',
      ...(surrogateKeys ? { 'Surrogate-Key': surrogateKeys } : {}),
    },
  })
}

/** Characters that XML 1.0 has no way to write. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

function xml(text: string): string {
  return text
    .replace(notInXml, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
