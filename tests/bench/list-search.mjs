/* Says how long the panel's lists take to search 5,000 documents of one type, each with a text of some 400 words in
 * English and Spanish:
 *
 *   node --conditions=production tests/bench/list-search.mjs
 *   DOCUMENTS=20000 node --conditions=production tests/bench/list-search.mjs
 */
import Database from 'libsql'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { mergeListSearchAndWhere } from 'payload/shared'
import { build } from '../../src/bin/build.mjs'

const documents = Number(process.env['DOCUMENTS'] ?? 5_000)
const written = 50
const rounds = 20

const searches = ['cp-14', 'balance', 'apelacion', 'hearing levy 30', 'the', 'nothing-has-this']

build(['server'])
process.env['NODE_ENV'] = 'production'
const { createApp } = await import('../../dist/src/create-app.js')
const { readSettings } = await import('../../dist/src/settings.js')
const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-lists-'))
const settings = { ...readSettings({ DATA_DIR: dataDir, SEED: 'none' }), logLevel: 'silent' }
try {
  const first = await createApp({ settings })
  const user = await somebody(first.locals.payload)
  await write(first.locals.payload, user)
  await first.locals.close()
  multiply(path.join(dataDir, 'stationmaster.db'))
  const app = await createApp({ settings })
  await measure(app.locals.payload, user)
  await app.locals.close()
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

async function somebody(payload) {
  const data = { email: 'a@b.test', password: 'a-long-password', name: 'A', roles: ['editor'] }
  return { ...(await payload.create({ collection: 'users', data })), collection: 'users' }
}

async function write(payload, user) {
  for (let number = 1; number <= written; number += 1) {
    const { id } = await payload.create({
      collection: 'notices',
      draft: true,
      data: {
        code: `CP${number}`,
        title: `Notice ${number} of a balance`,
        overview: text('hearing levy appeal payment the', number),
      },
      overrideAccess: false,
      user,
    })
    await payload.update({
      collection: 'notices',
      id,
      draft: true,
      locale: 'es',
      data: { title: `Aviso ${number}`, overview: text('apelación cónyuge saldo el', number) },
      overrideAccess: false,
      user,
    })
  }
}

/** Some 200 words of which no two texts have the same. */
function text(common, number) {
  const own = Array.from({ length: 200 }, (_none, at) => `word${(number * 131 + at * 17) % 5_000}`)
  const run = { type: 'text', version: 1, text: `${common} ${own.join(' ')}`, format: 0 }
  const children = [{ type: 'paragraph', version: 1, children: [run] }]
  return { root: { type: 'root', version: 1, children, direction: null, format: '', indent: 0 } }
}

/** Copies the rows of what was written, under other ids and codes. */
function multiply(file) {
  const database = new Database(file)
  const ids = new Set(['id', '_parent_id', 'parent_id', 'document_id'])
  const names = new Set(['code', 'version_code', 'search_key', 'version_search_key', 'title'])
  const tables = ['notices', 'notices_locales', '_notices_v', '_notices_v_locales']
  database.exec('pragma foreign_keys = off; begin')
  for (const table of [...tables, 'workflow_states']) {
    const columns = database
      .prepare(`pragma table_info("${table}")`)
      .all()
      .filter(({ name, type }) => !(name === 'id' && /int/i.test(type)))
      .map(({ name }) => name)
    const copied = columns.map((name) => {
      if (ids.has(name)) return `printf('%08x', k) || substr("${name}", 9)`
      if (name === 'key') return `'notices/' || printf('%08x', k) || substr("document_id", 9)`
      return names.has(name) ? `"${name}" || ' ' || k` : `"${name}"`
    })
    database.exec(
      `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
       with recursive copy(k) as
         (select 1 union all select k + 1 from copy where k < ${documents / written - 1})
       select ${copied.join(', ')} from copy cross join "${table}"`,
    )
  }
  database.exec('commit')
  database.close()
}

async function measure(payload, user) {
  console.log('| looked for | documents found | median, ms | slowest of 20, ms |')
  console.log('| --- | ---: | ---: | ---: |')
  for (const search of [undefined, ...searches]) {
    const collectionConfig = payload.collections.notices.config
    const times = []
    let found
    for (let round = 0; round <= rounds; round += 1) {
      const from = performance.now()
      // As the panel's list asks.
      found = await payload.find({
        collection: 'notices',
        depth: 0,
        draft: true,
        fallbackLocale: false,
        limit: 10,
        overrideAccess: false,
        sort: 'code',
        user,
        where: mergeListSearchAndWhere({ collectionConfig, search, where: {} }),
      })
      if (round > 0) times.push(performance.now() - from)
    }
    times.sort((one, other) => one - other)
    const [median, slowest] = [times[rounds / 2], times.at(-1)].map((time) => time.toFixed(0))
    console.log(`| ${search ?? '(the whole list)'} | ${found.totalDocs} | ${median} | ${slowest} |`)
  }
}
