import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../support/app.ts'
import { codeBlocks } from './code-blocks.ts'

const run = promisify(execFile)
const tools = path.resolve('node_modules/.bin')

/** Inside the project, so that libraries are found. */
let folder: string

beforeAll(async () => {
  mkdirSync('dist', { recursive: true })
  folder = mkdtempSync(path.resolve('dist/clients-'))
  const testApp = await startApp()
  const { text } = await testApp.anonymous().get('/openapi.json').expect(200)
  await testApp.close()
  writeFileSync(path.join(folder, 'openapi.json'), text)
  const blocks = [...codeBlocks('front-ends/openapi.md'), ...codeBlocks('front-ends/graphql.md')]
  for (const { code, title } of blocks) if (title) writeFileSync(path.join(folder, title), code)
  const queries = path.resolve('docs/front-ends/queries')
  mkdirSync(path.join(folder, 'src'))
  for (const file of readdirSync(queries))
    cpSync(path.join(queries, file), path.join(folder, 'src', file))
})

describe('clients made from the description of the REST API', () => {
  it('compile under strict: openapi-typescript', async () => {
    await tool('openapi-typescript', ['openapi.json', '-o', 'openapi.d.ts'])
    await compile(['client.ts'])
  })

  it('compile under strict: Hey API', async () => {
    await tool('openapi-ts', ['-i', './openapi.json', '-o', './cms', '-c', '@hey-api/client-fetch'])
    await compile(['hey-client.ts'])
  })
})

describe('types for the two page queries', () => {
  it('are made by the client preset, without any', async () => {
    const config = readFileSync(path.join(folder, 'codegen.ts'), 'utf8')
    writeFileSync(
      path.join(folder, 'codegen.ts'),
      config.replace('http://localhost:3000/api/graphql', path.resolve('schema.graphql')),
    )
    await tool('graphql-codegen', ['--config', 'codegen.ts'])
    const types = readFileSync(path.join(folder, 'src/gql/graphql.ts'), 'utf8')
    expect(types).toContain('export type StationPageQuery =')
    expect(types).toContain('export type NoticePageQuery =')
    expect(types).not.toMatch(/\bany\b/)
  })

  it('are worked out by gql.tada, without any', async () => {
    const settings = {
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'es2022',
        module: 'nodenext',
        allowImportingTsExtensions: true,
        skipLibCheck: true,
        types: [],
        plugins: [
          {
            name: 'gql.tada/ts-plugin',
            schema: path.resolve('schema.graphql'),
            tadaOutputLocation: './graphql-env.d.ts',
          },
        ],
      },
      files: ['station.ts', 'notice.ts'],
    }
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings))
    for (const page of ['station', 'notice']) {
      const query = readFileSync(path.join(folder, 'src', `${page}-page.graphql`), 'utf8')
      // The words above it have backticks in them.
      writeFileSync(path.join(folder, `${page}.ts`), withoutAny(query.replace(/^#.*$/gm, '')))
    }
    await tool('gql.tada', ['generate-output'])
    await tool('tsc', ['-p', '.'])
  })
})

/** A module that compiles only when nothing in the answer is of the type any, nine levels deep. */
function withoutAny(query: string): string {
  return `import type { ResultOf } from 'gql.tada'
import { graphql } from './graphql.ts'

const page = graphql(\`${query}\`)
type IsAny<T> = 0 extends 1 & T ? true : false
type HasAny<T, D extends 0[] = []> = D['length'] extends 9 ? false
  : IsAny<T> extends true ? true
  : T extends readonly (infer I)[] ? HasAny<I, [...D, 0]>
  : T extends object ? (true extends { [K in keyof T]: HasAny<T[K], [...D, 0]> }[keyof T] ? true : false)
  : false
export const hasAny: HasAny<ResultOf<typeof page>> = false
`
}

async function compile(files: string[]): Promise<void> {
  await tool('tsc', [
    ...'--noEmit --strict --skipLibCheck --target es2022 --lib es2023,dom,dom.iterable'.split(' '),
    ...'--module preserve --moduleResolution bundler --allowImportingTsExtensions'.split(' '),
    ...files,
  ])
}

/** Runs a tool in the folder of the clients; says what it printed when it fails. */
async function tool(name: string, parameters: string[]): Promise<void> {
  await run(path.join(tools, name), parameters, { cwd: folder }).catch((error: unknown) => {
    const { stderr, stdout } = error as { stdout: string; stderr: string }
    throw new Error(`${name} failed:\n${stdout}${stderr}`)
  })
}
