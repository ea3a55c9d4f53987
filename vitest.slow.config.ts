import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

/**
 * Tests that take minutes: those that break things on purpose (`npm run test:kill`, `test:disk`, `test:walks`,
 * `test:addresses`), that need other programs (`test:caches`), and that build front ends as the documents show
 * them (`test:docs`).
 */
export default defineConfig({
  resolve: {
    // One copy of graphql: see vitest.config.ts.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    include: ['tests/{caches,faults}/**/*.fault.ts', 'tests/docs/**/*.docs.ts'],
    globalSetup: ['tests/support/template.ts'],
    pool: 'forks',
    // See docs/decisions/0009-node-runs-with-the-production-condition.md.
    execArgv: ['--conditions=production'],
    // How long they take is decided by their settings, not by a limit.
    testTimeout: 0,
    hookTimeout: 0,
  },
})
