import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../support/build.ts'

/** A file as a page of the documents shows it. */
export interface CodeBlock {
  /** Such as `app/sitemap.ts`. */
  title: string
  code: string
}

const fence = /^```\w+ title="([^"]+)"\n([\s\S]*?)^```$/gm

/**
 * The files that a page of `docs/` shows.
 *
 * @throws Error when it shows none: a test of them would test nothing
 */
export function codeBlocks(page: string): CodeBlock[] {
  const text = readFileSync(path.join(root, 'docs', page), 'utf8')
  const blocks = [...text.matchAll(fence)].map(([, title, code]) => ({
    title: title!,
    code: code!,
  }))
  if (blocks.length === 0) throw new Error(`docs/${page} shows no file: \`\`\`ts title="…"`)
  return blocks
}

/**
 * Writes the files that a page shows into an empty folder, as a reader would who copies them.
 *
 * @returns the folder, inside the project so that libraries are found
 */
export function copyFiles(page: string): string {
  const folder = path.join(root, 'dist/docs', page.replace(/\.md$/, '').replaceAll('/', '-'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { title, code } of codeBlocks(page)) {
    const file = path.join(folder, title)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, code)
  }
  return folder
}
