import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Express } from 'express'
import type { SanitizedConfig } from 'payload'
import { once } from '../../memoize.ts'
import { openapiDocument } from './document.ts'

const viewer = path.join(
  path.dirname(createRequire(import.meta.url).resolve('rapidoc/package.json')),
  'dist/rapidoc-min.js',
)

/**
 * Serves the description of the REST API at `/openapi.json`, and a page to read it and try it at `/docs`.
 * Everything the page needs comes from here.
 */
export function serveDescription(
  app: Express,
  { config, publicUrl }: { config: SanitizedConfig; publicUrl: string },
): void {
  const json = once(() => JSON.stringify(openapiDocument({ config, publicUrl })))
  app.get('/openapi.json', (_req, res) => {
    res.setHeader('Cache-Control', 'public, max-age=300').type('application/json').send(json())
  })
  app.get('/docs', (_req, res) => {
    res.setHeader('Content-Security-Policy', policy).type('html').send(page)
  })
  const script = once(() => readFileSync(viewer))
  app.get('/docs/viewer.js', (_req, res) => {
    res.setHeader('Cache-Control', 'public, max-age=86400').type('text/javascript').send(script())
  })
}

/** The page loads nothing from elsewhere. The viewer writes its styles into the page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Stationmaster API</title>
    <script type="module" src="/docs/viewer.js"></script>
    <style>body { margin: 0; font-family: system-ui, sans-serif }</style>
  </head>
  <body>
    <rapi-doc
      spec-url="/openapi.json"
      render-style="read"
      theme="light"
      primary-color="#005ea2"
      nav-bg-color="#f0f0f0"
      nav-text-color="#1b1b1b"
      regular-font="system-ui, sans-serif"
      mono-font="ui-monospace, monospace"
      load-fonts="false"
      show-header="false"
      schema-style="table"
      allow-spec-url-load="false"
      allow-spec-file-load="false"
      allow-server-selection="false"
      show-method-in-nav-bar="as-colored-text"
      use-path-in-nav-bar="false"
    ></rapi-doc>
    <noscript>
      This page needs scripts. The description itself is at <a href="/openapi.json">/openapi.json</a>.
    </noscript>
  </body>
</html>
`
