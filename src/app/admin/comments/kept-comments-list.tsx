'use client'
import type { KeptComment } from './kept-comments.ts'
import type { ReviewComments } from './use-review-comments.ts'

/** What goes with the request for changes, and is seen by nobody else before. */
export function KeptComments({
  comments: { discussion, isSet, kept },
  mayReturn = true,
}: {
  comments: ReviewComments
  /** Whether whoever reviews can send the text back; it may have gone on meanwhile. */
  mayReturn?: boolean
}) {
  const { words } = discussion
  if (kept.here.length === 0) return null
  return (
    <div className="comments-kept">
      <h3>{words.kept}</h3>
      <p>{mayReturn ? words.keptFor : words.keptInVain}</p>
      {kept.canKeep ? null : <p className="comments-warning">{words.notKept}</p>}
      <ol>
        {kept.here.map((one) => (
          <li key={one.key}>
            <Words isSet={isSet} kept={one} />
            <button className="comments-button" onClick={() => kept.forget([one])} type="button">
              {words.takeOut}
              <span className="review-unseen">: {one.said.text.slice(0, 60)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** What was kept about an earlier text and not sent: it may not fit any more, so it does not come back by itself. */
export function OfOtherTexts({
  comments: { discussion, isSet, kept },
}: {
  comments: ReviewComments
}) {
  const { words } = discussion
  const { ofOtherTexts } = kept
  if (ofOtherTexts.length === 0) return null
  return (
    <div className="comments-kept">
      <h3>{words.keptOther}</h3>
      <p>{words.keptOtherFor}</p>
      <ol>
        {ofOtherTexts.map((one) => (
          <li key={one.key}>
            <Words isSet={isSet} kept={one} />
          </li>
        ))}
      </ol>
      <div className="comments-buttons">
        <button
          className="comments-button"
          onClick={() => kept.takeOver(ofOtherTexts)}
          type="button"
        >
          {words.takeOver}
        </button>
        <button className="comments-button" onClick={() => kept.forget(ofOtherTexts)} type="button">
          {words.discard}
        </button>
      </div>
    </div>
  )
}

function Words({ isSet, kept: { said, title } }: { isSet: boolean; kept: KeptComment }) {
  return (
    <>
      {isSet ? <p className="comments-note">{title}</p> : null}
      {said.place?.quote ? (
        <blockquote lang={said.place.locale}>{said.place.quote.exact}</blockquote>
      ) : null}
      <p className="comments-text">{said.text}</p>
    </>
  )
}
