import { randomUUID } from 'node:crypto'
import { seedPeople } from '../../seed/people.ts'
import { startApp, type TestApp } from './app.ts'

/** The databases that a suite can run on here: MongoDB where `MONGODB_URL` names a server. */
export const databases: readonly [string, () => Promise<TestApp>][] = [
  ['SQLite', () => startApp()],
  ...(process.env['MONGODB_URL'] === undefined
    ? []
    : [['MongoDB', startOnMongodb] as [string, () => Promise<TestApp>]]),
]

/** The app with the demo people on a MongoDB database of its own, which goes when the app does. */
async function startOnMongodb(): Promise<TestApp> {
  const url = new URL(process.env['MONGODB_URL']!)
  url.pathname = `/stationmaster-test-${randomUUID()}`
  const testApp = await startApp({ settings: { databaseUrl: url.href } })
  await seedPeople(testApp.payload)
  const { connection } = testApp.payload.db as unknown as {
    connection: { dropDatabase: () => Promise<unknown> }
  }
  return {
    ...testApp,
    close: async () => {
      await connection.dropDatabase()
      await testApp.close()
    },
  }
}
