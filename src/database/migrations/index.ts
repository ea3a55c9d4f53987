import * as m20261122_174313_initial from './20261122_174313_initial.ts'

/** Every migration of the embedded database, oldest first. Written by `npm run migration`. */
export const migrations = [
  { name: '20261122_174313_initial', up: m20261122_174313_initial.up, down: m20261122_174313_initial.down },
]
