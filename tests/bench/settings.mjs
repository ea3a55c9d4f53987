import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the project lies. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Whether a first look is enough: one short round, and nothing on large content. */
export const quick = process.argv.includes('--quick')

/** How often each server is measured, in turn with the others. */
export const rounds = Number(process.env.ROUNDS ?? (quick ? 1 : 3))

/** How long it is measured each time. */
export const seconds = Number(process.env.SECONDS ?? (quick ? 1 : 4))

/** Only the work whose name has one of these in it. */
export const only = (process.env.ONLY ?? '').split('|')

/** How many readers ask at the same time. */
export const connections = 16

/** How many times the seeded content a large server has. */
export const largeTimes = 100

/** How many times the seeded content has about ten thousand documents that are searched. */
export const searchTimes = 32
