import { describe, expect, it } from 'vitest'
import { News } from '../../../src/workers/news.ts'

/** Members that note what reaches them, and answer when a test says so. */
function newsOf(...members: string[]) {
  const sent: [member: string, number: number, content: string][] = []
  const givenUp: string[] = []
  const news = new News<string, string>({
    send: (...message) => sent.push(message),
    giveUp: (member) => givenUp.push(member),
    patience: 20,
  })
  for (const member of members) news.join(member)
  return { givenUp, news, sent }
}

/** Whether a promise is done by now, when all that is ready has run. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false
  void promise.then(() => (done = true))
  await new Promise(setImmediate)
  return done
}

describe('what one of several says', () => {
  it('reaches all others, and is told when each has heard it', async () => {
    const { news, sent } = newsOf('one', 'two', 'three')
    const told = news.tell('two', 'published')
    expect(sent).toEqual([
      ['one', 1, 'published'],
      ['three', 1, 'published'],
    ])
    news.heard('one', 1)
    // Twice from one is not once from each.
    news.heard('one', 1)
    expect(await isDone(told)).toBe(false)
    news.heard('three', 1)
    expect(await isDone(told)).toBe(true)
  })

  it('is told at once where nobody else listens', async () => {
    const { news, sent } = newsOf('one')
    expect(await isDone(news.tell('one', 'published'))).toBe(true)
    expect(sent).toEqual([])
  })

  it('waits for nobody who is gone', async () => {
    const { news } = newsOf('one', 'two', 'three')
    const told = news.tell('one', 'published')
    news.heard('two', 1)
    news.leave('three')
    expect(await isDone(told)).toBe(true)
    const next = news.tell('one', 'published again')
    news.heard('two', 2)
    expect(await isDone(next)).toBe(true)
  })

  it('keeps apart what is said at the same time', async () => {
    const { news } = newsOf('one', 'two')
    const first = news.tell('one', 'first')
    const second = news.tell('two', 'second')
    news.heard('one', 2)
    expect([await isDone(first), await isDone(second)]).toEqual([false, true])
    news.heard('two', 1)
    expect(await isDone(first)).toBe(true)
  })

  it('is not told while somebody does not answer, who is given up and waited for until gone', async () => {
    const { givenUp, news } = newsOf('one', 'two', 'three')
    const told = news.tell('one', 'published')
    news.heard('two', 1)
    await expect.poll(() => givenUp).toEqual(['three'])
    expect(await isDone(told)).toBe(false)
    news.leave('three')
    expect(await isDone(told)).toBe(true)
  })
})
