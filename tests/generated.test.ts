import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readerQuestions } from '../src/bin/reader-questions.mjs'
import { generateImportMap, generateTypes } from '../src/bin/payload-generators.ts'
import { printedSchema } from '../src/http/graphql-schema.ts'
import { payloadConfig } from '../src/payload-config.ts'
import { testSettings } from './support/settings.ts'

let folder: string
let config: SanitizedConfig

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-generated-'))
  config = elsewhere(await payloadConfig(testSettings(path.join(folder, 'data'))), folder)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The configuration with the files that are generated from it somewhere else, in the same order of folders. */
function elsewhere(original: SanitizedConfig, place: string): SanitizedConfig {
  const { importMap } = original.admin
  mkdirSync(path.dirname(moved(String(importMap.importMapFile), place)), { recursive: true })
  return {
    ...original,
    admin: {
      ...original.admin,
      importMap: {
        ...importMap,
        baseDir: moved(importMap.baseDir, place),
        importMapFile: moved(String(importMap.importMapFile), place),
      },
    },
    typescript: {
      ...original.typescript,
      outputFile: moved(String(original.typescript.outputFile), place),
    },
  }
}

function moved(file: string, place: string): string {
  const target = path.join(place, path.relative(process.cwd(), file))
  mkdirSync(path.dirname(target), { recursive: true })
  return target
}

const checkedIn = (file: string) => readFileSync(path.resolve(file), 'utf8')
const generated = (file: string) => readFileSync(path.join(folder, file), 'utf8')

describe('What is generated from the configuration and checked in is current (npm run types)', () => {
  it('the types for front ends', async () => {
    const file = 'src/payload-types.ts'
    const before = checkedIn(file)
    await generateTypes(config)
    expect(generated(file)).toBe(before)
  })

  it('the GraphQL schema', () => {
    expect(printedSchema(config)).toBe(checkedIn('schema.graphql'))
  })

  it('the questions of the reader’s site', async () => {
    const { content } = await readerQuestions()
    expect(content).toBe(checkedIn('src/app/(reader)/questions/generated.ts'))
  })

  it('the components of the panel', async () => {
    const file = 'src/app/(payload)/admin/importMap.js'
    const before = checkedIn(file)
    await generateImportMap(config)
    expect(generated(file)).toBe(before)
  })
})
