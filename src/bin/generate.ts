/* Writes what is generated from the configuration and checked in.
 *
 *   npm run types              types for front ends, GraphQL schema, import map of the panel
 *   npm run openapi:lint       dist/openapi.json, and what linters find in it
 *   npm run migration -- NAME  a database migration from the last one to the model as it is now
 */
import { getPayload, type SanitizedConfig } from 'payload'
import { generateImportMap, generateTypes } from './payload-generators.ts'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as prettier from 'prettier'
import path from 'node:path'
import { printedSchema } from '../http/graphql-schema.ts'
import { openapiDocument } from '../http/openapi/document.ts'
import { payloadConfig } from '../payload-config.ts'
import { readSettings } from '../settings.ts'
import { unsaidBreakingChanges } from './schema-changes.ts'
import { withWorkflow } from '../workflow/diagram.ts'

const [what, name] = process.argv.slice(2)
const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-generate-'))
const config = await payloadConfig(readSettings({ NODE_ENV: 'production', DATA_DIR: dataDir }))

switch (what) {
  case 'types':
    await generateTypes(config)
    writeSchema(printedSchema(config))
    await generateImportMap(config)
    writeFileSync('docs/workflow.md', await workflowPage(readFileSync('docs/workflow.md', 'utf8')))
    break
  case 'openapi': {
    const description = openapiDocument({ config, publicUrl: 'http://localhost:3000' })
    writeFileSync('dist/openapi.json', JSON.stringify(description, null, 2))
    break
  }
  case 'migration':
    if (!name || !/^[a-z0-9_]+$/.test(name))
      stop('A migration needs a name of lower-case words, such as: npm run migration -- add_hours')
    await writeMigration(config, name)
    break
  default:
    stop('Say what to generate: types, openapi, or migration and a name.')
}
rmSync(dataDir, { recursive: true, force: true })
process.exit(0)

/** A change that breaks clients is written only when the people who maintain them can read of it. */
function writeSchema(schema: string): void {
  const changelog = readFileSync('CHANGELOG.md', 'utf8')
  const before = existsSync('schema.graphql') ? readFileSync('schema.graphql', 'utf8') : schema
  const unsaid = unsaidBreakingChanges(before, schema, changelog)
  if (unsaid.length > 0)
    stop(
      `Front ends may break by this. Say so in CHANGELOG.md, in these words, or keep what they use:\n${unsaid.join('\n')}`,
    )
  writeFileSync('schema.graphql', schema)
}

/** The page as the formatter wants it, so that it is the same however it was brought up to date. */
async function workflowPage(page: string): Promise<string> {
  return prettier.format(withWorkflow(page), {
    ...(await prettier.resolveConfig('docs/workflow.md')),
    parser: 'markdown',
  })
}

async function writeMigration(sanitized: SanitizedConfig, migrationName: string): Promise<void> {
  process.env['PAYLOAD_MIGRATING'] = 'true'
  const payload = await getPayload({
    config: sanitized,
    disableDBConnect: true,
    disableOnInit: true,
  })
  await payload.db.createMigration({
    file: undefined,
    migrationName,
    payload,
    skipEmpty: true,
  } as never)
  importTypesAsTypes(payload.db.migrationDir)
  writeIndex(payload.db.migrationDir)
}

/** Payload's template imports types like values, which compiled JavaScript then looks for in vain. */
function importTypesAsTypes(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => /^\d{8}_.*\.ts$/.test(name))) {
    const full = path.join(folder, file)
    const text = readFileSync(full, 'utf8')
    writeFileSync(
      full,
      text.replace(
        /import \{ MigrateUpArgs, MigrateDownArgs, /,
        'import { type MigrateUpArgs, type MigrateDownArgs, ',
      ),
    )
  }
}

/** The list of migrations, in the form compiled JavaScript can import. */
function writeIndex(folder: string): void {
  const names = readdirSync(folder)
    .filter((file) => /^\d{8}_\d{6}.*\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort()
  const lines = [
    ...names.map((migration) => `import * as m${migration} from './${migration}.ts'`),
    '',
    '/** Every migration of the embedded database, oldest first. Written by `npm run migration`. */',
    'export const migrations = [',
    ...names.map(
      (migration) => `  { name: '${migration}', up: m${migration}.up, down: m${migration}.down },`,
    ),
    ']',
    '',
  ]
  writeFileSync(path.join(folder, 'index.ts'), lines.join('\n'))
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}
