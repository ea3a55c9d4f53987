'use client'
import { Link, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import type { Verification } from '../../../ledger/verify.ts'
import type { EntryAnswer } from '../../../timeline/entry-answer.ts'
import type { HistoryWords } from '../history/words.ts'
import { wordsFor } from '../workflow/words.ts'

interface ProofProps {
  answer: EntryAnswer
  language: string
  words: HistoryWords
}

/** Whether the entry is as it was written, for everybody; its hashes, for whoever wants them. */
export function Proof({ answer: { checks, entry }, language, words }: ProofProps) {
  const rows = [
    [words.names.sequence, String(entry.sequence)],
    [words.names.hash, entry.hash],
    [words.names.previousHash, entry.previousHash],
    [words.names.contentHash, entry.contentHash],
    [words.names.versionId, entry.versionId],
    [words.names.setId, entry.details.setId ?? null],
    [words.names.format, String(entry.format)],
  ] as const
  return (
    <section aria-labelledby="ledger-proof" className="ledger-entry__part">
      <h2 id="ledger-proof">{words.hashes}</h2>
      <p>{words.checkedNow}</p>
      <ul className="ledger-checks">
        {checks.map(({ isRight, part }) => (
          <li className={isRight ? 'ledger-check' : 'ledger-check ledger-check--wrong'} key={part}>
            <strong>{isRight ? words.isRight : words.isWrong}:</strong>{' '}
            {(isRight ? words.right : words.wrong)[part]}
          </li>
        ))}
      </ul>
      <WholeLedger language={language} words={words} />
      <dl className="ledger-facts ledger-hashes">
        {rows.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Copied language={language} name={name} value={value} words={words} />
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  )
}

function Copied({
  language,
  name,
  value,
  words,
}: {
  language: string
  name: string
  value: string
  words: HistoryWords
}) {
  const [isCopied, setCopied] = useState(false)
  return (
    <>
      <code>{value}</code>
      {value.length > 20 ? (
        <>
          {' '}
          <button
            aria-label={`${wordsFor(language).copy}: ${name}`}
            className="history-small-button"
            onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
            type="button"
          >
            {wordsFor(language).copy}
          </button>{' '}
          <span role="status">{isCopied ? words.copied : ''}</span>
        </>
      ) : null}
    </>
  )
}

type Verifying = 'no' | 'underWay' | 'failed' | Verification

/** The proof of every entry and of everything that is public, made when somebody asks for it. */
function WholeLedger({ language, words }: { language: string; words: HistoryWords }) {
  const { config } = useConfig()
  const [state, setState] = useState<Verifying>('no')
  const verify = async () => {
    if (state === 'underWay') return
    setState('underWay')
    try {
      const response = await fetch(`${config.routes.api}/ledger/verify`, {
        cache: 'no-store',
        credentials: 'include',
      })
      setState(response.ok ? ((await response.json()) as Verification) : 'failed')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button className="history-button" onClick={() => void verify()} type="button">
        {words.verifyWhole}
      </button>
      <div role="status">
        {state === 'underWay' ? <p>{words.verifying}</p> : null}
        {state === 'failed' ? <p>{words.verifyFailed}</p> : null}
        {typeof state === 'object' && state.ok ? <p>{words.wholeRight(state.entries)}</p> : null}
        {typeof state === 'object' && !state.ok ? (
          <>
            <p className="history-problem">{words.wholeWrong(state.breaks.length)}</p>
            <ul lang="en">
              {state.breaks.slice(0, 20).map(({ problem, sequence }, index) => (
                <li key={index}>
                  {sequence === undefined ? null : (
                    <>
                      <Link href={`${config.routes.admin}/ledger/${sequence}`}>
                        {wordsFor(language).entryNumber(sequence)}
                      </Link>{' '}
                    </>
                  )}
                  {problem}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </>
  )
}
