'use client'
import { Link, useConfig } from '@payloadcms/ui'
import type { EntrySummary } from '../../../ledger/read.ts'
import type { EntryAnswer } from '../../../timeline/entry-answer.ts'
import type { HistoryWords } from '../history/words.ts'
import { momentIn } from '../workflow/moments.ts'
import { wordsFor } from '../workflow/words.ts'

interface NeighboursProps {
  answer: EntryAnswer
  language: string
  words: HistoryWords
}

/** The entries before and after one: of the same document, and in the whole ledger. */
export function Neighbours({ answer: { neighbours }, language, words }: NeighboursProps) {
  return (
    <nav aria-labelledby="ledger-around" className="ledger-entry__part">
      <h2 id="ledger-around">{words.around}</h2>
      <h3>{words.ofDocument}</h3>
      <Two
        language={language}
        next={neighbours.nextOfDocument}
        previous={neighbours.previousOfDocument}
        words={words}
      />
      <h3>{words.ofLedger}</h3>
      <Two
        language={language}
        next={neighbours.next}
        previous={neighbours.previous}
        words={words}
      />
    </nav>
  )
}

function Two({
  language,
  next,
  previous,
  words,
}: {
  language: string
  next: EntrySummary | null
  previous: EntrySummary | null
  words: HistoryWords
}) {
  return (
    <dl className="ledger-facts">
      <div>
        <dt>{words.previous}</dt>
        <dd>
          <One entry={previous} language={language} words={words} />
        </dd>
      </div>
      <div>
        <dt>{words.next}</dt>
        <dd>
          <One entry={next} language={language} words={words} />
        </dd>
      </div>
    </dl>
  )
}

function One({
  entry,
  language,
  words,
}: {
  entry: EntrySummary | null
  language: string
  words: HistoryWords
}) {
  const { config } = useConfig()
  const panelWords = wordsFor(language)
  if (!entry) return words.none
  return (
    <>
      <Link href={`${config.routes.admin}/ledger/${entry.sequence}`}>
        {panelWords.entryNumber(entry.sequence)}
      </Link>
      {': '}
      {panelWords.happened[entry.type](entry.actorName ?? words.platform)},{' '}
      <time dateTime={entry.at}>{momentIn(language, entry.at)}</time>
    </>
  )
}
