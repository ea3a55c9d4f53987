import { createLocalReq, type Payload, type SanitizedCollectionConfig, type Where } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { locales } from '../locales.ts'
import { formOfSearchedWords, searchedWords } from './searched-words.ts'
import { isEditorial, sideOf, type StoredDocument } from './situation.ts'

/** Documents whose words are stored in one transaction. */
const atOnce = 200

/** Under which the database remembers how the words were made that its documents are found by. */
const marker = 'searched-words'
const present = [formOfSearchedWords, ...locales.map(({ code }) => code)].join(' ')

/**
 * Gives the rows of the review queue the words that the team finds their documents by, where they were written
 * before there were any, or with others. Nothing else of them is written. A database that has its words costs one
 * question.
 */
export async function fillSearchedWords(payload: Payload): Promise<void> {
  if ((await payload.kv.get(marker)) === present) return
  for (const { config } of Object.values(payload.collections))
    if (isEditorial(config)) await fillAll(payload, config)
  await payload.kv.set(marker, present)
}

async function fillAll(payload: Payload, config: SanitizedCollectionConfig): Promise<void> {
  for (let last: string | undefined; ;) {
    const newest: Where[] = [{ latest: { equals: true } }]
    const { docs } = await payload.db.findVersions<StoredDocument>({
      collection: config.slug,
      limit: atOnce,
      pagination: false,
      sort: 'id',
      where: { and: last === undefined ? newest : [...newest, { id: { greater_than: last } }] },
    })
    if (docs.length === 0) return
    await inTransaction(await createLocalReq({}, payload), async (req) => {
      for (const { parent, version } of docs)
        await payload.db.updateOne({
          collection: 'workflow-states',
          data: { ...searchedWords(config, sideOf(config, version).content) },
          req,
          returning: false,
          where: { key: { equals: `${config.slug}/${String(parent)}` } },
        })
    })
    last = String(docs.at(-1)!.id)
  }
}
