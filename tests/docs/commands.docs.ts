import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { root } from '../support/build.ts'
import { listen, type Listener } from '../support/http.ts'

const run = promisify(execFile)

/** Where the documents' platform is. */
const documented = 'http://localhost:3000'

/** Refused on purpose, to show what a refusal looks like. */
const refused = 'limit=0'

const pages = [
  ...readdirSync(path.join(root, 'docs/front-ends'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/front-ends/${name}`),
  'docs/search.md',
  'docs/roadmap.md',
]

/** Blocks of nothing but calls of curl: a reader copies them one by one. */
const questions = pages
  .flatMap((page) => shellBlocks(page).map((commands) => ({ page, commands })))
  .filter(({ commands }) => commands.startsWith('curl ') && commands.includes(documented))

let testApp: TestApp
let cms: Listener

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  cms = await listen(testApp.app)
})
afterAll(async () => {
  await cms.close()
  await testApp.close()
})

describe('a command of the documents', () => {
  it('is looked for in the right places', () => {
    expect(questions.length).toBeGreaterThan(15)
  })

  it.each(questions.filter(({ commands }) => !commands.includes(refused)))(
    'is answered, and finds something: $page, $commands',
    async ({ commands }) => {
      const output = await shell(`curl() { command curl -sS -w '\\n%{http_code}\\n' "$@"; }
        ${commands.replace('-o openapi.json', '')}`)
      const answers = [...output.matchAll(/([\s\S]*?)\n(\d{3})\n/g)]
      expect(answers.length).toBe(commands.match(/^curl /gm)!.length)
      for (const [, body, status] of answers) {
        expect({ status, body }).toMatchObject({ status: '200' })
        expect(found(body!), body).toBe(true)
      }
    },
  )

  it('that is refused on purpose gets the refusal that is shown below it', async () => {
    const page = readFileSync(path.join(root, 'docs/front-ends/limits-and-errors.md'), 'utf8')
    const shown = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(page)![1]!)
    const { commands } = questions.find((question) => question.commands.includes(refused))!
    expect(JSON.parse(await shell(commands))).toEqual(shown)
  })
})

describe('the walk through what becomes of an address', () => {
  it('goes as it is described', async () => {
    const [script] = shellBlocks('docs/front-ends/addresses.md').filter((block) =>
      block.startsWith('cms='),
    )
    const output = await shell(script!)
    const inOrder = [
      'HTTP/1.1 301',
      '/api/forms/by-number/Form%208101',
      '"movedTo":',
      'HTTP/1.1 410',
      'Form 8101 is not used any more.',
      'Ask for a copy by telephone.',
      '"withdrawn":true',
      'NAME_LEADS_ELSEWHERE',
      'Another form',
    ]
    const found = inOrder.map((words) => output.indexOf(words))
    expect({ output, found: found.every((at) => at >= 0) }).toMatchObject({ found: true })
    expect(found).toEqual([...found].sort((one, other) => one - other))
  })
})

/** Whether an answer is JSON, or lines of it, with something in each list that was asked for. */
function found(body: string): boolean {
  const answers: unknown[] = body
    .trim()
    .split(/\n(?=\{)/)
    .map((line) => JSON.parse(line))
  return answers.every((answer) => {
    const { data, errors } = answer as { data?: object; errors?: unknown }
    return !errors && (data ? Object.values(data) : [answer]).every(isFull)
  })
}

function isFull(answer: unknown): boolean {
  const { docs, results } = (answer ?? { docs: [] }) as { docs?: []; results?: [] }
  return docs?.length !== 0 && results?.length !== 0
}

function shellBlocks(page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8')
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, commands]) => commands!)
}

/** Runs commands as they stand, but for where the platform is. */
async function shell(commands: string): Promise<string> {
  const { stdout } = await run('bash', ['-c', commands.replaceAll(documented, cms.origin)], {
    maxBuffer: 64 * 2 ** 20,
  })
  return stdout
}
