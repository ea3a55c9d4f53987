// Builds what the reader's site sends along with its pages: the style sheet, its scripts, and the files those
// need. Each is named by what is in it, so that browsers may keep it for good, and lies there compressed, too.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { PurgeCSS } from 'purgecss'
import { compile } from 'sass'

const source = 'src/app/(reader)'
const target = 'dist/reader'

/** Files that are sent as they are. */
const files = {
  'public-sans.woff2':
    'node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
  'card.png': `${source}/images/card.png`,
}

/** Pictures of the design system; those that the style sheet names are sent. */
const images = 'node_modules/@uswds/uswds/dist/img'

/** What pages are written with: the design system's classes that one can have stand there in full, and most elements. */
const pageSources = [
  'src/app/[(]reader[)]/**/*.{ts,tsx}',
  'node_modules/accessible-autocomplete/src/*.js',
]

/** Elements that stand nowhere there: those of rich text, and what browsers add. */
const otherElements = [
  ...['html', 'body', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'a', 'blockquote'],
  ...['strong', 'em', 'code', 'pre', 'del', 's', 'u', 'sub', 'sup', 'br', 'hr', 'abbr', 'img'],
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
]

/** Scripts, each for what its name says. */
const scripts = ['search.js', 'map.js', 'live.js']

/** Writes everything to dist/reader, with `assets.json`, which says where each is. */
export async function buildReader() {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  const assets = {}
  for (const [name, file] of Object.entries(files)) assets[name] = keep(name, readFileSync(file))
  assets['reader.css'] = keep('reader.css', await styles(assets))
  for (const name of scripts) assets[name] = keep(name, await script(name))
  writeFileSync(path.join(target, 'assets.json'), JSON.stringify(assets, null, 2))
}

async function styles(assets) {
  const { css } = await styleOfPages()
  // The design system brings its faces as many files; one variable font stands in for them.
  const ownFaces = css.replace(/@font-face\{[^}]*\.\.\/fonts\/[^}]*\}/g, '')
  const withFont = ownFaces.replaceAll('public-sans.woff2', assets['public-sans.woff2'])
  return Buffer.from(
    withFont.replace(/\.\.\/img\/([\w/-]+\.svg)/g, (_whole, image) =>
      keep(path.basename(image), readFileSync(path.join(images, image))),
    ),
  )
}

/**
 * The style sheet without what no page has: of the design system's rules that is two thirds, which each phone would
 * have to read.
 *
 * @returns it, and the selectors that were left out
 */
export async function styleOfPages() {
  const { css: whole } = compile(`${source}/style/reader.scss`, {
    loadPaths: ['node_modules/@uswds/uswds/packages'],
    style: 'compressed',
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'if-function'],
  })
  const [{ css, rejected }] = await new PurgeCSS().purge({
    content: pageSources,
    css: [{ raw: whole }],
    // Names that are put together are found nowhere in full: our own, and those of the suggestions.
    safelist: [...otherElements, /^sm-/, /^autocomplete__/],
    rejected: true,
  })
  return { css, leftOut: rejected }
}

async function script(name) {
  const { outputFiles } = await build({
    entryPoints: [`${source}/scripts/${name.replace(/\.js$/, '.ts')}`],
    bundle: true,
    minify: true,
    write: false,
    target: 'es2020',
    legalComments: 'none',
    // What the package brings ready-made carries replacements for browsers of 2013: twice the work for each phone.
    alias: { 'accessible-autocomplete': 'accessible-autocomplete/src/wrapper.js' },
    loader: { '.js': 'jsx' },
    define: { 'process.env.COMPONENT_LIBRARY': '"PREACT"' },
  })
  return Buffer.from(outputFiles[0].contents)
}

/** @returns the address under which it is sent */
function keep(name, content) {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const { name: stem, ext } = path.parse(name)
  const file = `${stem}.${digest}${ext}`
  writeFileSync(path.join(target, file), content)
  if (ext === '.css' || ext === '.js') {
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(path.join(target, `${file}.br`), brotliCompressSync(content, { params: quality }))
    writeFileSync(path.join(target, `${file}.gz`), gzipSync(content, { level: 9 }))
  }
  return `/reader/${file}`
}

if (process.argv[1] === import.meta.filename) await buildReader()
