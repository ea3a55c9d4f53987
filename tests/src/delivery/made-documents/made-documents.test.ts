import { describe, expect, it } from 'vitest'
import { ChangeLog } from '../../../../src/dependencies/change-log.ts'
import { MadeDocuments } from '../../../../src/delivery/made-documents/made-documents.ts'

const megabyte = 1024 * 1024

/** Documents with a maker that counts how often it is asked. */
function madeDocuments({ maxBytes = megabyte } = {}) {
  const changes = new ChangeLog()
  const documents = new MadeDocuments({ changes, maxBytes })
  let made = 0
  const make = (more: { mayBeKept?: boolean; during?: () => void } = {}) => {
    const { during, mayBeKept = true } = more
    return () => {
      made += 1
      const number = made
      during?.()
      return Promise.resolve({
        document: { id: 'one', inside: { list: [number] } },
        isSent: false,
        keys: ['stations/one', 'phases/two'],
        mayBeKept,
      })
    }
  }
  return { changes, documents, make, times: () => made }
}

describe('a document for readers', () => {
  it('is made once', async () => {
    const { documents, make, times } = madeDocuments()
    const first = await documents.getOr('one', make())
    expect(await documents.getOr('one', make())).toMatchObject({ document: first!.document })
    expect(times()).toBe(1)
  })

  it('is made once for all who ask at the same moment', async () => {
    const { documents, make, times } = madeDocuments()
    await Promise.all([1, 2, 3].map(() => documents.getOr('one', make())))
    expect(times()).toBe(1)
  })

  it.each([['stations/one'], ['phases/two'], ['changes']])(
    'is made anew once %s has changed',
    async (key) => {
      const { changes, documents, make, times } = madeDocuments()
      await documents.getOr('one', make())
      changes.add(key === 'changes' ? null : [key])
      expect(documents.get('one')).toBeUndefined()
      await documents.getOr('one', make())
      expect(times()).toBe(2)
    },
  )

  it('stays as it is when something else changes', async () => {
    const { changes, documents, make, times } = madeDocuments()
    await documents.getOr('one', make())
    changes.add(['stations/other'])
    await documents.getOr('one', make())
    expect(times()).toBe(1)
  })

  it('is not kept if something it is made of changed while it was made', async () => {
    const { changes, documents, make } = madeDocuments()
    await documents.getOr('one', make({ during: () => changes.add(['phases/two']) }))
    expect(documents.get('one')).toBeUndefined()
  })

  it('that was begun before a change is not given to those who ask after it', async () => {
    const { changes, documents, make, times } = madeDocuments()
    const before = documents.getOr('one', make())
    changes.add(['phases/two'])
    const after = documents.getOr('one', make())
    expect((await after)!.document).not.toEqual((await before)!.document)
    expect(times()).toBe(2)
  })

  it('is not kept if it is one of the moment', async () => {
    const { documents, make } = madeDocuments()
    await documents.getOr('one', make({ mayBeKept: false }))
    expect(documents.get('one')).toBeUndefined()
  })

  it('that is not there is not kept, and may be there later', async () => {
    const { documents, make } = madeDocuments()
    expect(await documents.getOr('one', () => Promise.resolve(null))).toBeNull()
    expect(await documents.getOr('one', make())).not.toBeNull()
  })

  it('cannot be changed by anybody who has it, at any depth', async () => {
    const { documents, make } = madeDocuments()
    const { document } = (await documents.getOr('one', make()))!
    const { inside } = document as unknown as { inside: { list: number[] } }
    expect(() => inside.list.push(2)).toThrow(TypeError)
    expect(() => Object.assign(inside, { more: 1 })).toThrow(TypeError)
    expect(() => Object.assign(document, { more: 1 })).toThrow(TypeError)
  })

  it('takes its place from others where the memory is full', async () => {
    const { documents, make } = madeDocuments({ maxBytes: 2_000 })
    for (let at = 0; at < 100; at += 1) await documents.getOr(`document ${at}`, make())
    expect(documents.usage.bytes).toBeLessThanOrEqual(2_000)
    expect(documents.usage.count).toBeGreaterThan(0)
  })
})
