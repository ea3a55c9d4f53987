import * as m20261122_190425_initial from './20261122_190425_initial.ts'

/** Every migration of the embedded database, oldest first. Written by `npm run migration`. */
export const migrations = [
  { name: '20261122_190425_initial', up: m20261122_190425_initial.up, down: m20261122_190425_initial.down },
]
