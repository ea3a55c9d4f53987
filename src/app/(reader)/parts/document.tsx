import type { ReactNode } from 'react'
import { inLanguage, pathTo, type Language } from '../addresses.ts'
import type { Installation } from '../installation.ts'
import { announced, type Page } from '../page-model.ts'
import { wordsIn, type SiteWords } from '../words.ts'
import { Banner, TestAlert } from './banner.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

interface DocumentProps {
  installation: Installation
  language: Language
  page: Page
  parameters: URLSearchParams
  pathname: string
  words: SiteWords
  /** Says that drafts are shown, above everything else. */
  previewBand?: ReactNode
}

/** The whole HTML of a page: its head, and the frame that all pages share. */
export function Document(props: DocumentProps) {
  const { installation, language, page, parameters, pathname, previewBand, words } = props
  return (
    <html lang={language}>
      <Head {...props} />
      <body>
        <a className="usa-skipnav" href="#main">
          {words.skip}
        </a>
        {installation.label ? <TestAlert label={installation.label} words={words} /> : null}
        <Banner words={words} />
        {previewBand}
        <Header language={language} parameters={parameters} pathname={pathname} words={words} />
        <main id="main" tabIndex={-1}>
          {page.trail ? (
            <Breadcrumb language={language} page={page} trail={page.trail} words={words} />
          ) : null}
          {page.main}
        </main>
        <Footer language={language} page={page} words={words} />
      </body>
    </html>
  )
}

function Head({ installation, language, page, words, previewBand }: DocumentProps) {
  const { assets, publicUrl } = installation
  const title = page.path === pathTo(language) ? words.site : `${page.title} | ${words.site}`
  const { isListed, languages } = announced(page, language)
  const address = page.path === undefined ? undefined : publicUrl + page.path
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {page.description ? <meta name="description" content={page.description} /> : null}
      {isListed && !previewBand ? null : <meta name="robots" content="noindex" />}
      {page.retryAfter ? <meta httpEquiv="refresh" content={String(page.retryAfter)} /> : null}
      <link
        rel="preload"
        href={assets['public-sans.woff2']}
        as="font"
        type="font/woff2"
        crossOrigin="anonymous"
      />
      <link rel="stylesheet" href={assets['reader.css']} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <meta name="theme-color" content="#162e51" />
      {address === undefined ? null : (
        <>
          <link rel="canonical" href={address} />
          {languages.map((one) => (
            <link
              key={one}
              rel="alternate"
              hrefLang={one}
              href={publicUrl + inLanguage(page.path!, one)}
            />
          ))}
          {languages.slice(0, 1).map((one) => (
            <link
              key={one}
              rel="alternate"
              hrefLang="x-default"
              href={publicUrl + inLanguage(page.path!, one)}
            />
          ))}
          <link
            rel="alternate"
            type="text/markdown"
            href={publicUrl + markdownPath(page.path!, language)}
          />
          <meta property="og:url" content={address} />
        </>
      )}
      <link
        rel="alternate"
        type="application/atom+xml"
        title={words.feed.title}
        href={pathTo(language, 'feed.xml')}
      />
      <meta property="og:site_name" content={words.site} />
      <meta property="og:title" content={page.title} />
      {page.description ? <meta property="og:description" content={page.description} /> : null}
      <meta property="og:type" content={page.trail ? 'article' : 'website'} />
      <meta property="og:locale" content={language === 'es' ? 'es_US' : 'en_US'} />
      <meta property="og:image" content={publicUrl + assets['card.png']} />
      <meta property="og:image:alt" content={words.site} />
      <meta name="twitter:card" content="summary_large_image" />
      <script src={assets['search.js']} defer />
      {page.scripts?.map((name) => (
        <script key={name} src={assets[name]} defer />
      ))}
      {[...(page.structuredData ?? []), ...trailData({ installation, language, page })].map(
        (data, index) => (
          <script
            key={index}
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: safeJson(data) }}
          />
        ),
      )}
    </head>
  )
}

/** Where the page is as Markdown: beside it, and for home at /index.md. */
export function markdownPath(path: string, language: Language): string {
  return path === pathTo(language) ? pathTo(language, 'index.md') : `${path}.md`
}

function trailData({
  installation: { publicUrl },
  language,
  page,
}: Pick<DocumentProps, 'installation' | 'language' | 'page'>): Record<string, unknown>[] {
  if (!page.trail || !page.path || page.status !== 200) return []
  const steps = [
    { name: wordsIn(language).nav.home, path: pathTo(language) },
    ...page.trail,
    { name: page.title, path: page.path },
  ]
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: steps.map(({ name, path }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: publicUrl + path,
      })),
    },
  ]
}

/** JSON that ends no element it stands in. */
function safeJson(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c')
}
