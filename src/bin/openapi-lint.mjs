/* Checks a description of the REST API with the recommended rules of Redocly and of Spectral. Fails on any
 * error or warning. Asks nobody on the network.
 *
 *   node src/bin/openapi-lint.mjs dist/openapi.json
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** What else the tools would ask others for, or tell them. */
const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }

/**
 * Everything the rules find in a description.
 *
 * @param {string} file its address on the disk, as JSON
 * @returns {Promise<string[]>} each finding in a line; none when the description holds to all rules
 * @throws when a tool does not run
 */
export async function findingsIn(file) {
  const [redocly, spectral] = await Promise.all([redoclyFindings(file), spectralFindings(file)])
  return [...redocly, ...spectral]
}

async function redoclyFindings(file) {
  const rules = ['--extends', 'recommended', '--format', 'json', '--max-problems', '1000']
  const { problems } = await jsonOf('redocly', ['lint', file, ...rules])
  return problems.map(
    ({ ruleId, severity, message, location }) =>
      `redocly ${severity} ${ruleId} at ${location[0]?.pointer ?? file}: ${message}`,
  )
}

async function spectralFindings(file) {
  const rules = ['--ruleset', path.join(root, '.spectral.yaml'), '--format', 'json', '--quiet']
  const findings = await jsonOf('spectral', ['lint', file, ...rules])
  return findings.map(
    ({ code, severity, message, path: place }) =>
      `spectral ${['error', 'warn', 'info', 'hint'][severity]} ${code} at #/${place.join('/')}: ${message}`,
  )
}

/** What a tool prints as JSON. Its status says only that there were findings. */
async function jsonOf(tool, parameters) {
  const child = spawn(path.join(root, 'node_modules/.bin', tool), parameters, {
    cwd: root,
    env: { ...process.env, ...quiet },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr)])
  try {
    return JSON.parse(out)
  } catch (cause) {
    throw new Error(`${tool} did not say what it found: ${out}${err}`.trim(), { cause })
  }
}

async function textOf(stream) {
  let text = ''
  for await (const chunk of stream.setEncoding('utf8')) text += chunk
  return text
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file] = process.argv.slice(2)
  if (!file) {
    console.error('Say which file to check, such as dist/openapi.json.')
    process.exit(1)
  }
  const findings = await findingsIn(file)
  for (const finding of findings) console.error(finding)
  console.log(
    findings.length === 0
      ? `${file} holds to the recommended rules of Redocly and Spectral.`
      : `${findings.length} findings. Each has to be mended.`,
  )
  process.exitCode = findings.length === 0 ? 0 : 1
}
