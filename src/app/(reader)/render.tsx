import { createElement } from 'react'
import type { Context, Page } from './page-model.ts'
import { Document } from './parts/document.tsx'
import { PreviewBand } from './parts/preview-band.tsx'
import type { Drafts } from './drafts.ts'

/** The HTML of a page within its frame. Nothing of it is made again in the browser. */
export async function renderDocument({
  context,
  page,
  preview,
}: {
  context: Context
  page: Page
  /** The drafts that are shown, where some are. */
  preview: Drafts | undefined
}): Promise<string> {
  // Next wants no one to render within its handlers; loaded while running, it works as anywhere.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const { installation, language, parameters, pathname, words } = context
  const previewBand = preview
    ? createElement(PreviewBand, { context, drafts: preview, page })
    : undefined
  const document = createElement(Document, {
    installation,
    language,
    page,
    parameters,
    pathname: page.path ?? pathname,
    words,
    previewBand,
  })
  return `<!doctype html>${renderToStaticMarkup(document)}`
}
