/* Says how far GraphQL questions stay from the limits for readers, and ends with 1 when one goes beyond:
 *
 *   npm run measure -- station-page.graphql '{"slug":"balance-paid"}'
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'graphql'
import { graphqlSchema } from '../http/graphql-schema.ts'
import { measureQuestion } from '../http/measure-question.ts'
import { payloadConfig } from '../payload-config.ts'
import { readSettings } from '../settings.ts'

const given = process.argv.slice(2)
const files = given.filter((argument) => !argument.startsWith('{'))
const variables = given.find((argument) => argument.startsWith('{')) ?? '{}'
if (files.length === 0) {
  console.error('Name files with a GraphQL question each, and the variables as JSON.')
  process.exit(1)
}
const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-measure-'))
const config = await payloadConfig(readSettings({ NODE_ENV: 'production', DATA_DIR: dataDir }))
const { schema } = graphqlSchema(config)
rmSync(dataDir, { recursive: true, force: true })
let isTooMuch = false
for (const file of files) {
  const measures = measureQuestion(parse(readFileSync(file, 'utf8')), {
    schema,
    variables: JSON.parse(variables) as Record<string, unknown>,
  })
  for (const { measure, found, most } of measures)
    console.log(`${file}  ${measure.padEnd(8)} ${found} of ${most}`)
  isTooMuch ||= measures.some(({ found, most }) => found > most)
}
process.exit(isTooMuch ? 1 : 0)
