// Says how long GET /api/desk takes with a full review queue:
//
//   npm run bench:desk            5,000 documents in the queue
//   ROWS=20000 npm run bench:desk
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { randomUUID } from 'node:crypto'
import request from 'supertest'
import { createApp } from '../../dist/src/create-app.js'
import { readSettings } from '../../dist/src/settings.js'
import { seedPeople } from '../../dist/seed/people.js'
import { demoPassword } from '../../dist/seed/demo-people.js'

const wanted = Number(process.env.ROWS ?? 5_000)
const rounds = Number(process.env.ROUNDS ?? 30)

const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-desk-'))
const app = await createApp({
  settings: readSettings({
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    ...(process.env.MONGODB_URL ? { DATABASE_URL: process.env.MONGODB_URL } : {}),
  }),
})
const { payload } = app.locals
await seedPeople(payload)
const { docs: people } = await payload.find({ collection: 'users', limit: 100 })
await fillQueue()

console.log(
  `\n| who | asked | documents | processor ms | p50 ms | p99 ms |\n| --- | --- | ---: | ---: | ---: | ---: |`,
)
for (const person of ['reviewer', 'editor', 'publisher']) {
  const { body } = await request(app)
    .post('/api/users/login')
    .send({ email: `${person}@stationmaster.test`, password: demoPassword })
  for (const query of [
    '',
    'section=review&limit=20&page=100',
    'collection=notices&assignee=nobody',
  ])
    await measure(person, `JWT ${body.token}`, query)
}
await app.locals.close()
rmSync(dataDir, { recursive: true, force: true })

async function measure(person, token, query) {
  const times = []
  let used = process.cpuUsage()
  for (let round = 0; round < rounds + 3; round += 1) {
    const begun = performance.now()
    const { status } = await request(app).get(`/api/desk?${query}`).set('Authorization', token)
    if (status !== 200) throw new Error(`The desk answered ${status}.`)
    // The first answers warm the process up.
    if (round >= 3) times.push(performance.now() - begun)
    else used = process.cpuUsage()
  }
  const { system, user } = process.cpuUsage(used)
  times.sort((one, other) => one - other)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  console.log(
    `| ${person} | ${query ? `?${query}` : 'all'} | ${wanted} | ${((system + user) / 1_000 / rounds).toFixed(0)} | ${at(0.5).toFixed(0)} | ${at(0.99).toFixed(0)} |`,
  )
}

/** Rows as the platform writes them, without their documents: the desk reads nothing else. */
async function fillQueue() {
  const states = ['inReview', 'inReview', 'draft', 'changesRequested', 'approved', 'scheduled']
  const kinds = ['stations', 'notices', 'steps', 'forms']
  const transactionID = await payload.db.beginTransaction()
  const req = { transactionID, payload, context: {} }
  for (let number = 0; number < wanted; number += 1) {
    const id = randomUUID()
    const kind = kinds[number % kinds.length]
    const state = states[number % states.length]
    const author = people[number % people.length]
    const at = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString()
    await payload.db.create({
      collection: 'workflow-states',
      req,
      returning: false,
      data: {
        key: `${kind}/${id}`,
        title: `Document ${number}`,
        documentCollection: kind,
        documentId: id,
        state,
        live: number % 3 === 0,
        contentHash: '0'.repeat(64),
        openOverride: number % 50 === 0,
        publishAt: state === 'scheduled' ? '2099-01-01T00:00:00.000Z' : null,
        scheduleFailed: state === 'approved' && number % 7 === 0,
        contributors: author.name,
        contributorIds: ` ${author.id} `,
        submittedBy: author.id,
        changedAt: at,
        liveReferences: '',
        workingReferences: ` phases/${randomUUID()} forms/${randomUUID()} `,
        since: at,
        stateBy: author.name,
        changeSize: 'medium',
        changes: 7,
        changedWords: 90,
        phase: '',
        scheduledWith: '',
        overriddenBy: '',
        overrideContributorIds: '',
        unverified: number % 10 === 0,
        checkBy: number % 4 === 0 ? at : null,
        translation: number % 5 === 0 ? 'older' : '',
        lostLinks: 0,
        assignee: '',
        assigneeName: '',
        assignedBy: '',
        assignedByName: '',
      },
    })
  }
  await payload.db.commitTransaction(transactionID)
}
