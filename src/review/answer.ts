import type { PayloadRequest } from 'payload'
import { referencesOf } from '../content/visible-content.ts'
import type { Locale } from '../locales.ts'
import type { DocumentStanding } from '../workflow/standing.ts'
import { workflowAnswer, type WorkflowAnswer } from '../workflow/answer.ts'
import { lookUpReferences } from '../workflow/referenced.ts'
import { readSituation, type Situation } from '../workflow/situation.ts'
import { around, type Around } from './around.ts'
import { changesBetween } from './differences/changes-between.ts'
import type { Change } from './differences/change.ts'
import { sayChange } from './differences/say-change.ts'
import { sizeOf, summaryOf, type Size } from './differences/summary-of.ts'
import { textNamed, type ComparedText, type TextName } from './compared-text.ts'
import { pageOfContent, type PageOfText } from './page-of-text.ts'
import { sourcesOf, type ComparedSources } from './sources.ts'
import { submittedTogether } from './submitted-together.ts'

/** A change with the sentence that says what it means. */
export interface SaidChange {
  change: Change
  sentence: string
}

/** Everything a reviewer needs to decide about a document. */
export interface ReviewAnswer extends Around {
  workflow: WorkflowAnswer
  /** The two texts that are compared. */
  from: Omit<ComparedText, 'content'>
  to: Omit<ComparedText, 'content'>
  changes: SaidChange[]
  /** What changes, in one line. */
  summary: string
  size: Size
  /** The document’s page before and after; null for what has none. */
  pages: { before: PageOfText | null; after: PageOfText | null }
  /** Where the facts come from and how sure the team is of them; null for what has no such fields. */
  sources: ComparedSources | null
  /** What was submitted together with it, itself among them; empty where it was submitted alone. */
  together: DocumentStanding[]
}

/**
 * What changes from one text of a document to another, what that means, and what a reviewer needs besides.
 *
 * @param language of the sentences
 * @throws EditorialError NOT_FOUND
 */
export async function reviewAnswer({
  collection,
  id,
  from,
  to,
  language,
  req,
}: {
  collection: string
  id: string
  from: TextName
  to: TextName
  language: Locale
  req: PayloadRequest
}): Promise<ReviewAnswer> {
  const situation = await readSituation({ collection, id, req })
  const texts = {
    from: await textNamed(from, situation, req),
    to: await textNamed(to, situation, req),
  }
  const changes = await saidChanges(texts, situation, { language, req })
  return {
    workflow: await workflowAnswer(situation, req),
    from: withoutContent(texts.from),
    to: withoutContent(texts.to),
    changes,
    summary: summaryOf(
      changes.map(({ change }) => change),
      language,
    ),
    size: sizeOf(changes.map(({ change }) => change)),
    pages: {
      before: pageOfContent(texts.from.content, situation),
      after: pageOfContent(texts.to.content, situation),
    },
    sources: await sourcesOf(texts, situation, req),
    together: await submittedTogether(situation, req),
    ...(await around(situation, req)),
  }
}

interface Texts {
  from: ComparedText
  to: ComparedText
}

async function saidChanges(
  { from, to }: Texts,
  { collection }: Situation,
  { language, req }: { language: Locale; req: PayloadRequest },
): Promise<SaidChange[]> {
  // Nothing is compared with nothing, and what goes is what would have come, the other way round.
  if (!to.content) return []
  const { flattenedFields: fields } = req.payload.collections[collection].config
  const changes = changesBetween({ before: from.content, after: to.content, fields })
  const contents = [from.content, to.content].filter((content) => content !== null)
  const references = contents.flatMap((content) => referencesOf({ fields, content }))
  const names = new Map(
    (await lookUpReferences({ references, req })).map((one) => [keyOf(one), one.title]),
  )
  const nameOf = (reference: { collection: string; id: string }) =>
    names.get(keyOf(reference)) || reference.id
  return changes.map((change) => ({ change, sentence: sayChange(change, { language, nameOf }) }))
}

function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`
}

function withoutContent(text: ComparedText): Omit<ComparedText, 'content'> {
  const { at, contentHash, name, versionId } = text
  return { at, contentHash, name, versionId }
}
