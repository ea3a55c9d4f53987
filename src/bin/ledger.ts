/* Proves the ledger, and takes it elsewhere.
 *
 *   npm run verify                          the ledger against what is live, in the database
 *   npm run verify -- FILE                  an exported ledger, without a database
 *   npm run verify -- --anchor 971:HASH     also that entry 971 still has the hash that was noted then
 *   npm run ledger:export -- FILE           writes the ledger as JSON Lines; without FILE to the terminal
 *
 * Ends with 0 when all holds, 1 when something is broken, 2 when it could not look.
 */
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createLocalReq, getPayload, type PayloadRequest } from 'payload'
import { ChainCheck, type ChainBreak } from '../ledger/chain.ts'
import { allEntries, verifyLedger, type Verification } from '../ledger/verify.ts'
import { payloadConfig } from '../payload-config.ts'
import { readSettings } from '../settings.ts'

const [command, ...rest] = process.argv.slice(2)

try {
  if (command === 'verify') await verify(rest)
  else if (command === 'export') await exportLedger(rest)
  else throw new Error('Say what to do: verify or export.')
} catch (error) {
  console.error((error as Error).message)
  process.exit(2)
}
process.exit(process.exitCode ?? 0)

async function verify(given: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { anchor: { type: 'string' }, json: { type: 'boolean' } },
  })
  const [file] = positionals
  const anchor = values.anchor === undefined ? undefined : readAnchor(values.anchor)
  const found = file === undefined ? await verifyDatabase(anchor) : await verifyFile(file, anchor)
  console.log(values.json ? JSON.stringify(found, null, 2) : inWords(found))
  process.exitCode = found.ok ? 0 : 1
}

/** An entry's number and hash, as somebody noted them at another time in another place. */
interface Anchor {
  sequence: number
  hash: string
}

function readAnchor(text: string): Anchor {
  const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (!sequence || !hash)
    throw new Error(
      `The anchor “${text}” cannot be read. Write it as number:hash, as verify prints it.`,
    )
  return { sequence: Number(sequence), hash }
}

async function verifyDatabase(anchor: Anchor | undefined): Promise<Verification> {
  const req = await openDatabase()
  const found = await verifyLedger(req)
  if (!anchor) return found
  let anchored: string | undefined
  for await (const entry of allEntries(req, anchor.sequence - 1)) {
    if (entry.sequence === anchor.sequence) anchored = entry.hash
    break
  }
  return withBreaks(found, anchorBreaks(anchor, anchored))
}

async function verifyFile(file: string, anchor: Anchor | undefined): Promise<Verification> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  const check = new ChainCheck()
  let anchored: string | undefined
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    if (line.trim() === '') continue
    const entry = parsedLine(line)
    check.add(entry)
    const { hash, sequence } = (entry ?? {}) as { hash?: string; sequence?: number }
    if (sequence === anchor?.sequence) anchored = hash
  }
  const { breaks, entries, head } = check
  const found = { ok: breaks.length === 0, entries, head, breaks }
  return anchor ? withBreaks(found, anchorBreaks(anchor, anchored)) : found
}

/** A line that is no JSON is a break like any other; the check says so. */
function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return line
  }
}

function anchorBreaks({ hash, sequence }: Anchor, found: string | undefined): ChainBreak[] {
  if (found === hash) return []
  return [
    {
      sequence,
      problem: found
        ? `Entry ${sequence} has the hash ${found}, but ${hash} was noted for it: the ledger was rewritten since.`
        : `Entry ${sequence} was noted and is not there: the end of the ledger was cut off.`,
    },
  ]
}

function withBreaks(found: Verification, more: ChainBreak[]): Verification {
  const breaks = [...found.breaks, ...more]
  return { ...found, breaks, ok: breaks.length === 0 }
}

function inWords({ breaks, entries, head, ok }: Verification): string {
  const end = head ? `${head.sequence}:${head.hash}` : 'an empty ledger'
  if (ok)
    return [
      `The ledger is whole: ${entries} entries.`,
      `Anchor: ${end}`,
      'Keep the anchor somewhere else. With it, --anchor proves later that nothing before it changed.',
    ].join('\n')
  return [
    `The ledger does NOT hold: ${breaks.length} problem${breaks.length === 1 ? '' : 's'} in ${entries} entries. The first:`,
    ...breaks.slice(0, 20).map(({ collection, id, problem, sequence }) => {
      const place = [
        sequence === undefined ? '' : `entry ${sequence}`,
        collection ? `${collection}/${id ?? ''}` : '',
      ]
      return `- ${place.filter(Boolean).join(', ')}: ${problem}`
    }),
    ...(breaks.length > 20 ? [`… and ${breaks.length - 20} more (--json lists all)`] : []),
  ].join('\n')
}

async function exportLedger(given: string[]): Promise<void> {
  const { positionals } = parseArgs({ args: given, allowPositionals: true })
  const [file] = positionals
  const req = await openDatabase()
  const output = file === undefined ? process.stdout : createWriteStream(file)
  let last: { sequence: number; hash: string } | undefined
  for await (const entry of allEntries(req)) {
    last = entry
    if (!output.write(`${JSON.stringify(entry)}\n`)) await once(output, 'drain')
  }
  if (file !== undefined) {
    output.end()
    await finished(output)
  }
  // To standard error, so that the ledger can be piped.
  console.error(
    last ? `Anchor: ${last.sequence}:${last.hash}` : 'The ledger is empty; nothing was written.',
  )
}

/** Opens the database that the settings name, as it is: nothing is migrated, seeded or published. */
async function openDatabase(): Promise<PayloadRequest> {
  const settings = readSettings({ ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' })
  const { databaseUrl } = settings
  const [, path] = /^file:(.*)$/.exec(databaseUrl) ?? []
  if (path !== undefined && !existsSync(path))
    throw new Error(
      `There is no database at ${path}. Start Stationmaster once, or name another with DATABASE_URL or DATA_DIR.`,
    )
  const payload = await getPayload({ config: payloadConfig(settings), disableOnInit: true })
  return createLocalReq({}, payload)
}
