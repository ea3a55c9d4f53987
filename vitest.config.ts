import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** `npm run test:stories` and `npm run test:tables` run everything; `npm test` what fits into ten minutes. */
const isWhole = process.env['BREADTH'] === 'whole'

/** How a text is reviewed and becomes public. The other stories are run by `npm run test:stories`. */
const mainPath = ['publishing', 'review-view'].map((story) => `tests/stories/${story}.test.ts`)

/** Large by themselves, and run by `npm run test:tables`. */
const large = [
  'tests/src/delivery/roadmap/published-map.test.ts',
  'tests/delivery/live-documents.test.ts',
  'tests/delivery/sorted-lists.test.ts',
  'tests/workflow/concurrency.test.ts',
  'tests/workflow/walks.test.ts',
  'tests/workflow/write-paths.test.ts',
]

export default defineConfig({
  resolve: {
    // One copy of graphql: Vite would otherwise pick the one for bundlers, and Node the other.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    // Two projects, because vitest prepares only what the chosen test files need. One after the other, and the
    // first does all of it at once.
    projects: [
      {
        extends: true,
        test: {
          name: 'stories',
          include: isWhole ? ['tests/stories/**/*.test.ts'] : mainPath,
          globalSetup: ['tests/support/panel-server.ts'],
          // A step of a story is many steps on the screen, and a browser on a busy machine takes seconds for each.
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'platform',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/stories/**', ...(isWhole ? [] : large)],
          // The files of one worker load Payload once, which takes two seconds, and find it warm. Each starts an
          // app of its own and closes it.
          isolate: false,
          setupFiles: ['tests/support/leave-nothing-changed.ts'],
          globalSetup: ['tests/support/template.ts'],
        },
      },
    ],
    pool: 'forks',
    // Vitest would leave one core to itself, half of a small machine, and need hardly any of it. One worker more than
    // there are cores works while others wait for a timer or a process. All the stories keep browsers busy instead.
    maxWorkers: availableParallelism() + (isWhole ? 0 : 1),
    // See docs/decisions/0009-node-runs-with-the-production-condition.md.
    execArgv: ['--conditions=production'],
    // What a browser shows comes when it comes: the usual second is too short on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    // Whole tables of cases take a minute where a machine is slow.
    testTimeout: isWhole ? 240_000 : 60_000,
    hookTimeout: 180_000,
  },
})
