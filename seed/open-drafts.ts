import type { Payload, TypedUser } from 'payload'
import { defaultLocale } from '../src/locales.ts'
import { deadline } from './documents.ts'
import { richText } from './markdown.ts'
import type { People } from './people.ts'
import { Review } from './review.ts'
import type { References } from './references.ts'
import type { Roadmap } from './roadmap.ts'
import { isSourced } from './sourcing.ts'

/**
 * Leaves work in progress, as in any real installation: deadlines that wait for somebody to check them, in
 * drafts over live notices, and steps that were never public.
 */
export async function openDrafts({
  payload,
  roadmap,
  references,
  people,
}: {
  payload: Payload
  roadmap: Roadmap
  references: References
  people: People
}): Promise<void> {
  await draftUncheckedDeadlines({ payload, roadmap, references, people })
  await draftNewSteps({ payload, people })
}

async function draftUncheckedDeadlines({
  payload,
  roadmap,
  references,
  people,
}: Parameters<typeof openDrafts>[0]): Promise<void> {
  const unchecked = roadmap.notices.filter(({ fact }) => fact.deadline && !isSourced(fact.deadline))
  for (const [index, { fact, prose }] of unchecked.slice(0, 12).entries()) {
    const id = references.id('notices', fact.code)
    const user = people[index % 2 === 0 ? 'editor' : 'editor2']!
    const newest = await payload.findByID({
      collection: 'notices',
      id,
      depth: 0,
      draft: true,
      overrideAccess: false,
      user,
    })
    if (newest._status !== 'draft')
      await payload.update({
        collection: 'notices',
        id,
        data: { deadline: deadline(fact.deadline!, prose, defaultLocale) } as never,
        depth: 0,
        draft: true,
        locale: defaultLocale,
        overrideAccess: false,
        user,
      })
    const review = await Review.of(payload, { collection: 'notices', id })
    await leaveInHands({ review, index, user, people })
  }
}

/**
 * Some wait for the reviewer, one came back with a remark, one waits for the publisher. A step that was
 * taken before the seed was interrupted is not taken again.
 */
async function leaveInHands({
  review,
  index,
  user,
  people,
}: {
  review: Review
  index: number
  user: TypedUser
  people: People
}): Promise<void> {
  if (index > 4) return
  if (review.state === 'draft') await review.act('submit', user)
  if (review.state !== 'inReview') return
  if (index === 3)
    await review.act('return', people['reviewer']!, {
      comment: 'Which page of the notice says so? Please add the source.',
    })
  if (index === 4) await review.act('approve', people['reviewer']!)
}

const newSteps = [
  {
    slug: 'ask-for-an-interpreter',
    title: 'Ask for help in your language',
    body: 'Tell the person who answers which language you speak. An interpreter joins the call.',
    by: 'editor',
  },
  {
    slug: 'ask-for-large-print-or-braille',
    title: 'Ask for large print, Braille or audio',
    body: 'Say once how you need to read your notices. Later notices then come that way.',
    by: 'editor2',
  },
] as const

async function draftNewSteps({
  payload,
  people,
}: {
  payload: Payload
  people: People
}): Promise<void> {
  for (const { slug, title, body, by } of newSteps) {
    const user = people[by]!
    const { totalDocs } = await payload.count({
      collection: 'steps',
      where: { slug: { equals: slug } },
      overrideAccess: false,
      user,
    })
    if (totalDocs > 0) continue
    const noLinks = (link: string): never => {
      throw new Error(`A draft step links to ${link}.`)
    }
    await payload.create({
      collection: 'steps',
      data: { slug, title, follows: 'and', body: richText(body, noLinks) } as never,
      draft: true,
      locale: defaultLocale,
      overrideAccess: false,
      user,
    })
  }
}
