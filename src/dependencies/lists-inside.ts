import type { JoinQuery, SelectType, Where } from 'payload'
import { pointingKey } from './keys.ts'
import { keysOfQuestion } from './keys-of-question.ts'
import type { Types } from './types.ts'

/** What the lists of other documents inside documents depend on. */
export interface ListsInside {
  /** Content types whose documents are listed where they point at the document: each has a key for each document. */
  sources: string[]
  /** Keys that are the same for all documents. */
  keys: string[]
}

/** Stands for the id of the document that has a list. */
const here = 'here'

/** The lists that come with documents of a type when they are asked for in this form. */
export function listsInside(
  {
    collection,
    joins,
    select,
  }: { collection: string; joins?: JoinQuery | false | undefined; select?: SelectType | undefined },
  types: Types,
): ListsInside {
  const sources = new Set<string>()
  const keys = new Set<string>()
  if (joins === false) return { sources: [], keys: [] }
  for (const [source, lists] of Object.entries(types.get(collection)!.joins))
    for (const { field, joinPath } of lists) {
      const asked = joins?.[joinPath]
      if (asked === false || !isSelected(select, joinPath)) continue
      const list = asked as { sort?: string; where?: Where } | undefined
      // It is of those that point here; what else decides about it is the same for all documents.
      const question = {
        collection: source,
        sort: list?.sort ?? field.defaultSort,
        where: { and: [{ [field.on]: { in: [here] } }, list?.where ?? {}] },
      }
      for (const key of keysOfQuestion(question, types))
        if (key === pointingKey(source, here)) sources.add(source)
        else keys.add(key)
    }
  return { sources: [...sources], keys: [...keys] }
}

function isSelected(select: SelectType | undefined, path: string): boolean {
  if (!select) return true
  const [root = ''] = path.split('.')
  const isChoice = Object.values(select).some((value) => value !== false)
  return isChoice ? select[root] !== undefined : select[root] !== false
}
