import type { PayloadRequest } from 'payload'
import type { Locale } from '../locales.ts'
import type { DocumentStanding } from '../workflow/standing.ts'
import { workflowAnswer, type WorkflowAnswer } from '../workflow/answer.ts'
import { readSituation } from '../workflow/situation.ts'
import { around, type Around } from './around.ts'
import { sizeOf, summaryOf, type Size } from './differences/summary-of.ts'
import { textNamed, type ComparedText, type TextName } from './compared-text.ts'
import { pageOfContent, type PageOfText } from './page-of-text.ts'
import { saidChanges, type SaidChange } from './said-changes.ts'
import { sourcesOf, type ComparedSources } from './sources.ts'
import { submittedTogether } from './submitted-together.ts'

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
  const { flattenedFields: fields } = req.payload.collections[situation.collection].config
  const changes = await saidChanges(
    { before: texts.from.content, after: texts.to.content },
    { fields, language, req },
  )
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

function withoutContent(text: ComparedText): Omit<ComparedText, 'content'> {
  const { at, contentHash, name, versionId } = text
  return { at, contentHash, name, versionId }
}
