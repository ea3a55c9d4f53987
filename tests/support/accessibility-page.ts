import { readFileSync } from 'node:fs'
import type { KnownBarrier } from './barriers.ts'

/** What docs/accessibility.md lists as barriers that stay: the rows whose first two cells are code. */
export const knownBarriers: KnownBarrier[] = readFileSync('docs/accessibility.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const row = /^\| `([a-z-]+)` +\| `([^`]+)` +\|/.exec(line)
    return row ? [{ rule: row[1]!, at: row[2]! }] : []
  })
