import { afterEach, describe, expect, it } from 'vitest'
import { ReadersThread } from '../../../src/readers-thread/readers-thread.ts'
import type { Beginning } from '../../../src/readers-thread/messages.ts'
import { ask } from '../../support/http.ts'

const script = new URL('../../support/readers-thread-at-will.mjs', import.meta.url)
const news = (...keys: string[]) => ({ head: { sequence: 1, at: null }, keys, moment: 1 })

const running: ReadersThread[] = []
afterEach(async () => {
  for (const thread of running.splice(0)) await thread.stop(0)
})

interface Watched {
  thread: ReadersThread
  logged: string[]
  refused: string[]
}

function watched({ sequence = 1 } = {}): Watched {
  const logged: string[] = []
  const refused: string[] = []
  const thread = new ReadersThread({
    begin: () => ({ head: { sequence, at: null }, settings: { port: 0 } }) as unknown as Beginning,
    compare: () => Promise.resolve(),
    log: ({ message }) => logged.push(message),
    refused: ({ message }) => refused.push(message),
    script,
  })
  running.push(thread)
  return { thread, logged, refused }
}

const answered = async (port: number) =>
  (await ask(port, { path: '/' }).catch(() => undefined))?.text

describe('the readers’ thread', () => {
  it.each(['say nothing', 'hang'])(
    'that does not hear of a publication is ended, and whoever published waits until then: %s',
    async (doing) => {
      const { logged, thread } = watched()
      const port = await thread.start()
      const first = await answered(port)
      await thread.tell(news(doing))
      // Nothing older is handed out: not by it, which is gone, and the next one begins with what holds now.
      const now = await answered(port)
      expect(now).not.toBe(first)
      await expect.poll(() => answered(port)).toMatch(/^thread \d+$/)
      expect(await answered(port)).not.toBe(first)
      expect(logged).toEqual([
        "The readers' thread did not hear of a publication within 5 seconds. It is ended rather than left to hand out what is older.",
        "The readers' thread ended. Another one is started.",
      ])
    },
    30_000,
  )

  it.each(['end', 'fail'])(
    'that ends at a publication keeps nobody waiting, and another answers at the same port: %s',
    async (doing) => {
      const { logged, thread } = watched()
      const port = await thread.start()
      const first = await answered(port)
      await thread.tell(news(doing))
      await expect.poll(() => answered(port)).toMatch(/^thread \d+$/)
      expect(await answered(port)).not.toBe(first)
      expect(logged).toContain("The readers' thread ended. Another one is started.")
      if (doing === 'fail') expect(logged).toContain('It failed at the news.')
      // The next publication is heard.
      await thread.tell(news('stations/1'))
    },
  )

  it('that ends again and again ends the process, with the reason', async () => {
    const { logged, refused, thread } = watched()
    const port = await thread.start()
    for (let time = 1; time <= 6; time += 1) {
      await expect.poll(() => answered(port)).toMatch(/^thread \d+$/)
      await thread.tell(news('end'))
    }
    await expect.poll(() => refused).toEqual(["The readers' thread ends again and again."])
    expect(logged).toHaveLength(5)
  })

  it('that cannot begin is tried five times', async () => {
    const { logged, refused, thread } = watched({ sequence: 13 })
    void thread.start()
    await expect
      .poll(() => refused, { timeout: 20_000 })
      .toEqual(["The readers' thread ends again and again."])
    expect(logged).toHaveLength(4)
  }, 30_000)

  it('ends when it is asked to, and no other is started', async () => {
    const { logged, thread } = watched()
    const port = await thread.start()
    await thread.stop(0)
    expect(await answered(port)).toBeUndefined()
    expect(logged).toEqual([])
  })
})
