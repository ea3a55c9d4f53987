import { describe, expect, it } from 'vitest'
import { ChangeLog } from '../../../../src/dependencies/change-log.ts'
import { MadeDocuments } from '../../../../src/delivery/made-documents/made-documents.ts'

const megabyte = 1024 * 1024

/** Documents with a maker that counts how often it is asked. */
function madeDocuments({ maxBytes = megabyte } = {}) {
  const changes = new ChangeLog()
  const documents = new MadeDocuments<string>({ changes, maxBytes })
  let made = 0
  const make = (more: { mayBeKept?: boolean; during?: () => void } = {}) => {
    const { during, mayBeKept = true } = more
    return () => {
      made += 1
      const number = made
      during?.()
      return Promise.resolve({
        document: { id: 'one', inside: { list: [number] } },
        hasOthersAsTheyAre: true,
        isSent: false,
        ownKey: 'stations/one',
        keys: ['stations/one', 'notices@one'],
        mayBeKept,
      })
    }
  }
  return { changes, documents, make, times: () => made }
}

describe('a document for readers', () => {
  it('is made once', async () => {
    const { documents, make, times } = madeDocuments()
    const first = await documents.getOr('one', '', make())
    expect(await documents.getOr('one', '', make())).toMatchObject({ document: first!.document })
    expect(times()).toBe(1)
  })

  it('is made once for all who ask at the same moment', async () => {
    const { documents, make, times } = madeDocuments()
    await Promise.all([1, 2, 3].map(() => documents.getOr('one', '', make())))
    expect(times()).toBe(1)
  })

  it.each([['stations/one'], ['notices@one'], ['changes']])(
    'is made anew once %s has changed',
    async (key) => {
      const { changes, documents, make, times } = madeDocuments()
      await documents.getOr('one', '', make())
      changes.add(key === 'changes' ? null : [key])
      expect(documents.get('one')).toBeUndefined()
      await documents.getOr('one', '', make())
      expect(times()).toBe(2)
    },
  )

  it('stays as it is when something else changes', async () => {
    const { changes, documents, make, times } = madeDocuments()
    await documents.getOr('one', '', make())
    changes.add(['stations/other'])
    await documents.getOr('one', '', make())
    expect(times()).toBe(1)
  })

  it('is not kept if something it is made of changed while it was made', async () => {
    const { changes, documents, make } = madeDocuments()
    await documents.getOr('one', '', make({ during: () => changes.add(['notices@one']) }))
    expect(documents.get('one')).toBeUndefined()
  })

  it('that was begun before a change is not given to those who ask after it', async () => {
    const { changes, documents, make, times } = madeDocuments()
    const before = documents.getOr('one', '', make())
    changes.add(['notices@one'])
    const after = documents.getOr('one', '', make())
    expect((await after)!.document).not.toEqual((await before)!.document)
    expect(times()).toBe(2)
  })

  it('is not kept if it is one of the moment', async () => {
    const { documents, make } = madeDocuments()
    await documents.getOr('one', '', make({ mayBeKept: false }))
    expect(documents.get('one')).toBeUndefined()
  })

  it('that is not there is not kept, and may be there later', async () => {
    const { documents, make } = madeDocuments()
    expect(await documents.getOr('one', '', () => Promise.resolve(null))).toBeNull()
    expect(await documents.getOr('one', '', make())).not.toBeNull()
  })

  it('cannot be changed by anybody who has it, at any depth', async () => {
    const { documents, make } = madeDocuments()
    const { document } = (await documents.getOr('one', '', make()))!
    const { inside } = document as unknown as { inside: { list: number[] } }
    expect(() => inside.list.push(2)).toThrow(TypeError)
    expect(() => Object.assign(inside, { more: 1 })).toThrow(TypeError)
    expect(() => Object.assign(document, { more: 1 })).toThrow(TypeError)
  })

  it('takes its place from others where the memory is full', async () => {
    const { documents, make } = madeDocuments({ maxBytes: 2_000 })
    for (let at = 0; at < 100; at += 1) await documents.getOr(`document ${at}`, '', make())
    expect(documents.usage.bytes).toBeLessThanOrEqual(2_000)
    expect(documents.usage.count).toBeGreaterThan(0)
  })
})

describe('a document with others in it', () => {
  it('has one of them as it is now, and is not made anew for it', async () => {
    const site = siteOfThree()
    const before = await site.give('page')
    site.publish('step', 'Other words.')
    const after = await site.give('page')
    expect(after).toEqual({
      id: 'page',
      text: 'Words of page.',
      list: [
        { id: 'step', text: 'Other words.' },
        { id: 'form', text: 'Words of form.' },
      ],
    })
    expect(site.made()).toEqual(['page', 'step', 'form', 'step'])
    // Whoever was given it before still has it as it was, and what did not change is shared.
    expect(before!.list![0]!.text).toBe('Words of step.')
    expect(after!.list![1]).toBe(before!.list![1])
    expect(Object.isFrozen(after) && Object.isFrozen(after!.list)).toBe(true)
  })

  it('depends from then on on what those depend on', async () => {
    const site = siteOfThree()
    await site.give('page')
    site.publish('step', 'Other words.', { alsoOn: 'phases@step' })
    expect(await site.keysOf('page')).toContain('phases@step')
  })

  it('stays the same while those change that it only points at', async () => {
    const site = siteOfThree()
    const before = await site.give('form')
    site.publish('page', 'Other words.')
    expect(await site.give('form')).toBe(before)
    expect(site.made()).toEqual(['form'])
  })

  it.each([
    ['it changes itself', (site: Site) => site.publish('page', 'Other words of page.')],
    [
      'one of its type comes or goes',
      (site: Site) => site.changes.add(['steps/step', 'steps:members']),
    ],
    ['it is not known what changed', (site: Site) => site.changes.add(null)],
    ['others begin to point at it', (site: Site) => site.changes.add(['notices@page'])],
  ])('is made anew once %s', async (_, change) => {
    const site = siteOfThree()
    await site.give('page')
    change(site)
    await site.give('page')
    expect(site.made().filter((id) => id === 'page')).toHaveLength(2)
  })

  it('is made anew where it tells what others say in its own words', async () => {
    const site = siteOfThree({ hasOthersAsTheyAre: false })
    await site.give('page')
    site.publish('step', 'Other words.')
    await site.give('page')
    expect(site.made().filter((id) => id === 'page')).toHaveLength(2)
  })

  it('is made anew where one of them stands in it that was not made on its own', async () => {
    const site = siteOfThree({ copies: true })
    await site.give('page')
    site.publish('step', 'Other words.')
    expect((await site.give('page'))!.list![0]!.text).toBe('Other words.')
    expect(site.made().filter((id) => id === 'page')).toHaveLength(2)
  })

  it('is made anew where one of them is no longer there', async () => {
    const site = siteOfThree()
    await site.give('page')
    site.publish('step', null)
    expect((await site.give('page'))!.list).toHaveLength(1)
  })
})

type Site = ReturnType<typeof siteOfThree>

interface Page {
  id: string
  text: string
  list?: Page[]
}

/** A page that shows a step and a form; the form points at the page. */
function siteOfThree({ copies = false, hasOthersAsTheyAre = true } = {}) {
  const changes = new ChangeLog()
  const documents = new MadeDocuments<string>({ changes, maxBytes: megabyte })
  const texts = new Map<string, string | null>()
  const alsoOn = new Map<string, string>()
  const made: string[] = []
  const make = async (id: string) => {
    made.push(id)
    const text = texts.get(id)
    if (text === null) return null
    const keys = [`${id}s/${id}`, ...[alsoOn.get(id) ?? []].flat()]
    const document: Page = { id, text: text ?? `Words of ${id}.` }
    if (id === 'form') keys.push('pages/page')
    if (id === 'page') {
      keys.push('notices@page')
      const parts = await Promise.all(
        ['step', 'form'].map((part) => documents.getOr(part, part, make)),
      )
      const found = parts.filter((part) => part !== null)
      for (const part of found) keys.push(...part.keys)
      keys.push('steps/step', 'forms/form')
      const list = found.map((part) => part.document as unknown as Page)
      document.list = copies ? list.map((part) => ({ ...part })) : list
    }
    return {
      document,
      hasOthersAsTheyAre,
      isSent: true,
      keys,
      mayBeKept: true,
      ownKey: `${id}s/${id}`,
    }
  }
  return {
    changes,
    give: async (id: string) =>
      (await documents.getOr(id, id, make))?.document as unknown as Page | undefined,
    keysOf: async (id: string) => (await documents.getOr(id, id, make))!.keys,
    made: () => made,
    publish: (id: string, text: string | null, more: { alsoOn?: string } = {}) => {
      texts.set(id, text)
      if (more.alsoOn) alsoOn.set(id, more.alsoOn)
      changes.add([`${id}s/${id}`, ...(text === null ? [`${id}s:members`] : [])])
    },
  }
}
