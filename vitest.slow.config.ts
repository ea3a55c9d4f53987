import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

/**
 * Tests that take minutes: those that break things on purpose (`npm run test:kill`, `test:disk`, `test:walks`,
 * `test:addresses`), that compare enormous texts (`test:hostile`), that need other programs (`test:caches`), that
 * build front ends as the documents show them (`test:docs`), and that look at every page of the reader's site
 * (`test:site`).
 */
export default defineConfig({
  resolve: {
    // One copy of graphql: see vitest.config.ts.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    // Two projects, because vitest prepares only what the chosen test files need.
    projects: [
      {
        extends: true,
        test: {
          name: 'slow',
          include: ['tests/{caches,faults}/**/*.fault.ts', 'tests/docs/**/*.docs.ts'],
          globalSetup: ['tests/support/template.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.site.ts'],
          globalSetup: ['tests/support/site-server.ts'],
          // One after the other: what one does must not count in what another measures.
          fileParallelism: false,
          // All pages are read once for all files.
          isolate: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
    pool: 'forks',
    // See docs/decisions/0009-node-runs-with-the-production-condition.md.
    execArgv: ['--conditions=production'],
    // How long they take is decided by their settings, not by a limit.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 0,
    hookTimeout: 0,
  },
})
