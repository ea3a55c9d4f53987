'use client'
import { Link, useConfig } from '@payloadcms/ui'
import type { EntryAnswer } from '../../../timeline/entry-answer.ts'
import type { EntrySummary } from '../../../ledger/read.ts'
import type { HistoryWords } from '../history/words.ts'
import { preciseMomentIn } from '../workflow/moments.ts'
import { wordsFor } from '../workflow/words.ts'

/** On what a publication or a confirmation rested: an approval and by whom, or an override and why. */
export function Basis({
  answer: { entry, restsOn, schedule },
  language,
  words,
}: {
  answer: EntryAnswer
  language: string
  words: HistoryWords
}) {
  const { config } = useConfig()
  const link = (one: EntrySummary) => (
    <Link href={`${config.routes.admin}/ledger/${one.sequence}`}>
      {wordsFor(language).entryNumber(one.sequence)}
    </Link>
  )
  if (!restsOn && !schedule && entry.type !== 'published') return null
  const said = (one: EntrySummary) =>
    [one.actorName ?? words.platform, preciseMomentIn(language, one.at)] as const
  return (
    <section aria-labelledby="ledger-basis" className="ledger-entry__part">
      <h2 id="ledger-basis">{words.restedOn}</h2>
      {restsOn ? (
        <>
          <p>
            {(restsOn.type === 'overridden' ? words.onOverride : words.onApproval)(
              ...said(restsOn),
            )}{' '}
            {link(restsOn)}
          </p>
          {restsOn.comment ? <blockquote>{restsOn.comment}</blockquote> : null}
        </>
      ) : entry.type === 'published' ? (
        <p>{words.noBasis}</p>
      ) : null}
      {schedule ? (
        <p>
          {words.scheduledBy(...said(schedule))} {link(schedule)}
        </p>
      ) : null}
    </section>
  )
}
