import * as m20261122_164544_initial from './20261122_164544_initial.ts'

/** Every migration of the embedded database, oldest first. Written by `npm run migration`. */
export const migrations = [
  { name: '20261122_164544_initial', up: m20261122_164544_initial.up, down: m20261122_164544_initial.down },
]
