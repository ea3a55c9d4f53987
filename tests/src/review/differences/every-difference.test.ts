import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '../../../../src/content/content-hash.ts'
import type { VisibleContent } from '../../../../src/content/visible-content.ts'
import { everyChange } from '../../../../src/review/differences/change.ts'
import { changesBetween } from '../../../../src/review/differences/changes-between.ts'
import { sayChange } from '../../../../src/review/differences/say-change.ts'
import { contentOf, contentTypes, slugs, type ContentType } from '../../../support/content-types.ts'
import { edits, editsOutsideTexts, type Edit } from '../../../support/content-edits.ts'
import { rawDocument } from '../../../support/raw-documents.ts'

let typeOf: (slug: string) => ContentType

beforeAll(async () => {
  typeOf = await contentTypes()
})

const contents = (slug: string) =>
  rawDocument(typeOf(slug).fields).map((document) => contentOf(typeOf(slug), slug, document))

const edited = (content: VisibleContent, some: readonly Edit[]): VisibleContent =>
  some.reduce((before, edit) => edit(before), content)

describe.each(slugs)('Between two texts of %s', (slug) => {
  const changes = (before: VisibleContent, after: VisibleContent) =>
    changesBetween({ before, after, fields: typeOf(slug).fields })

  it('there are changes exactly when the content hashes differ, whatever was edited', () => {
    fc.assert(
      fc.property(
        contents(slug),
        fc.array(edits, { minLength: 1, maxLength: 4 }),
        (before, some) => {
          const after = edited(before, some)
          const isChanged = contentHash(before) !== contentHash(after)
          expect(changes(before, after).length > 0).toBe(isChanged)
          expect(changes(after, before).length > 0).toBe(isChanged)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('there are changes exactly when the content hashes differ, of any two texts', () => {
    fc.assert(
      fc.property(contents(slug), contents(slug), (before, after) => {
        expect(changes(before, after).length > 0).toBe(contentHash(before) !== contentHash(after))
      }),
    )
  })

  it('other changes are found where another text came of it, so that none hides another', () => {
    const some = fc.array(editsOutsideTexts, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(contents(slug), some, some, (before, one, other) => {
        const [first, second] = [edited(before, one), edited(before, other)]
        fc.pre(contentHash(first) !== contentHash(second))
        expect(changes(before, first)).not.toEqual(changes(before, second))
      }),
    )
  })

  it('a text that changed says in which block, or how', () => {
    fc.assert(
      fc.property(contents(slug), fc.array(edits, { maxLength: 4 }), (before, some) => {
        for (const change of everyChange(changes(before, edited(before, some))))
          if (change.kind === 'richText' && change.change === 'changed') {
            const changed = change.blocks.filter((block) => block.change !== 'same')
            expect(changed.length + change.look.length).toBeGreaterThan(0)
          }
      }),
    )
  })

  it('no two changes share an id, and each is said in both languages', () => {
    fc.assert(
      fc.property(contents(slug), fc.array(edits, { maxLength: 6 }), (before, some) => {
        const all = everyChange(changes(before, edited(before, some)))
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
        for (const change of all)
          for (const language of ['en', 'es'] as const)
            expect(sayChange(change, { language, nameOf: () => 'Balance Paid' })).toMatch(
              /^\S.*\.$/s,
            )
      }),
    )
  })
})
