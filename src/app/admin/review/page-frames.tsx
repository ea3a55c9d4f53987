'use client'
import { useEffect, useRef, type RefObject } from 'react'
import { locales } from '../../../locales.ts'
import { markComments, showMark } from '../comments/page-marks.ts'
import type { ReviewComments } from '../comments/use-review-comments.ts'
import type { ShownPage } from './shown-pages.ts'
import type { ReviewedPages } from './use-pages.ts'
import type { ReviewWords } from './words.ts'

/** How the two pages are shown. */
export const modes = ['together', 'beside', 'only'] as const

export type Mode = (typeof modes)[number]

export interface FramesProps {
  /** Number of the change that is looked at, from 1; 0 for none yet. */
  at: number
  /** Pages that can be shown; empty where there is none. */
  choices: readonly ShownPage[]
  /** Which of them is shown, by its place in the list. */
  chosen: number
  comments: ReviewComments
  language: string
  mode: Mode
  pages: ReviewedPages | null
  onChoose: (chosen: number) => void
  /** Begins a comment on the words that are selected on the page. */
  onComment: () => void
  setAt: (at: number) => void
  setLanguage: (language: string) => void
  setMode: (mode: Mode) => void
  walk: (step: 1 | -1) => void
  words: ReviewWords
}

/** The page as readers have it and as they would have it, with what changes marked, and a way to walk through that. */
export function PageFrames(props: FramesProps) {
  const { at, choices, chosen, language, mode, pages, setLanguage, setMode, walk, words } = props
  if (choices.length === 0)
    return (
      <section aria-labelledby="review-page" className="review-page">
        <h2 id="review-page">{words.page}</h2>
        <p>{words.noPage}</p>
      </section>
    )
  const count = pages?.changes.length ?? 0
  return (
    <section aria-labelledby="review-page" className="review-page">
      <h2 id="review-page">{choices[chosen]?.versions ? words.bothPages : words.page}</h2>
      <div className="review-controls">
        {choices.length > 1 ? (
          <label>
            {words.shownPage}{' '}
            <select onChange={(event) => props.onChoose(Number(event.target.value))} value={chosen}>
              <Options choices={choices} words={words} />
            </select>
          </label>
        ) : null}
        <Choice
          label={words.language}
          onChoose={setLanguage}
          options={locales.map(({ code }) => [code, words.inLanguage[code] ?? code])}
          value={language}
        />
        <Choice
          label={words.mode}
          onChoose={(chosen) => setMode(chosen as Mode)}
          options={modes.map((one) => [one, words.modes[one]])}
          value={mode}
        />
        <button className="review-button" onClick={props.onComment} type="button">
          {props.comments.discussion.words.write}
        </button>
        {count > 0 ? (
          <span className="review-walk">
            <button className="review-button" onClick={() => walk(-1)} type="button">
              ← <span className="review-unseen">{words.previous}</span>
            </button>
            <span role="status">{at === 0 ? words.places(count) : words.place(at, count)}</span>
            <button className="review-button" onClick={() => walk(1)} type="button">
              → <span className="review-unseen">{words.next}</span>
            </button>
          </span>
        ) : null}
      </div>
      <Shown {...props} />
    </section>
  )
}

function Options({ choices, words }: Pick<FramesProps, 'choices' | 'words'>) {
  const options = choices.map(({ collection, id, isElsewhere, title }, at) => ({
    isElsewhere,
    option: (
      <option key={`${collection}/${id}`} value={at}>
        {title || id}
      </option>
    ),
  }))
  const elsewhere = options.filter(({ isElsewhere }) => isElsewhere)
  return (
    <>
      {options.filter(({ isElsewhere }) => !isElsewhere).map(({ option }) => option)}
      {elsewhere.length > 0 ? (
        <optgroup label={words.elsewhere}>{elsewhere.map(({ option }) => option)}</optgroup>
      ) : null}
    </>
  )
}

function Shown({
  at,
  choices,
  chosen,
  comments,
  language,
  mode,
  pages,
  setAt,
  words,
}: FramesProps) {
  const isCompared = choices[chosen]?.versions !== undefined
  const titles = isCompared
    ? { before: words.before, after: words.after }
    : { before: words.publicPage, after: words.proposedPage }
  if (!pages) return <p role="status">{words.pageLoading}</p>
  if (pages.failure !== null) return <p role="alert">{words.pageFailed(pages.failure)}</p>
  const change = pages.changes[at - 1]?.id ?? null
  return (
    <>
      {pages.changes.length === 0 ? (
        <p>{words.pageUnchanged}</p>
      ) : (
        <details className="review-marks">
          <summary>
            {words.marks} ({pages.changes.length})
          </summary>
          <ol>
            {pages.changes.map((one, index) => (
              <li key={one.id}>
                <button
                  aria-current={at === index + 1 ? 'true' : undefined}
                  className="review-marks__one"
                  onClick={() => setAt(index + 1)}
                  type="button"
                >
                  {one.words}
                </button>
              </li>
            ))}
          </ol>
        </details>
      )}
      {mode === 'beside' ? (
        <div className="review-beside">
          <Frame
            change={change}
            language={language}
            source={pages.before}
            title={titles.before}
            words={words}
          />
          <Frame
            change={change}
            comments={comments}
            language={language}
            source={pages.after}
            title={titles.after}
            words={words}
          />
        </div>
      ) : (
        <Frame
          change={change}
          comments={comments}
          language={language}
          source={mode === 'only' ? pages.only : pages.together}
          title={titles.after}
          words={words}
        />
      )}
    </>
  )
}

function Frame({
  change,
  comments,
  language,
  source,
  title,
  words,
}: {
  change: string | null
  /** Whose passages are marked; absent where the page is not the proposed one. */
  comments?: ReviewComments
  language: string
  source: string | null
  title: string
  words: ReviewWords
}) {
  const ownFrame = useRef<HTMLIFrameElement>(null)
  const frame = comments?.frame ?? ownFrame
  useComments(frame, { comments, language, source })
  const show = () => {
    const page = frame.current?.contentDocument
    if (!page) return
    for (const marked of page.querySelectorAll('.sm-change--here'))
      marked.classList.remove('sm-change--here')
    if (change === null) return
    const marks = page.querySelectorAll(`[data-change="${CSS.escape(change)}"]`)
    for (const mark of marks) mark.classList.add('sm-change--here')
    // Only the page in the frame moves, and not the screen around it.
    const top = marks[0]?.getBoundingClientRect().top
    if (top !== undefined)
      frame.current!.contentWindow!.scrollBy({ top: top - frame.current!.clientHeight / 3 })
  }
  useEffect(show, [change, frame, source])
  if (source === null) return <p className="review-beside__none">{words.notPublicYet}</p>
  return (
    <figure className="review-frame">
      <figcaption>{title}</figcaption>
      <iframe
        onLoad={show}
        ref={frame}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        src={source}
        title={title}
      />
    </figure>
  )
}

/** Marks the passages of comments in a page, and lets the keys of the screen work in it, too. */
function useComments(
  frame: RefObject<HTMLIFrameElement | null>,
  {
    comments,
    language,
    source,
  }: { comments: ReviewComments | undefined; language: string; source: string | null },
): void {
  const latest = useRef(comments)
  latest.current = comments
  const { here, numbers } = comments ?? {}
  const { threads, words } = comments?.discussion ?? {}
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const mark = () => {
      const page = element.contentDocument
      if (!page?.body || !threads || !numbers || !words) return
      latest.current!.setMarked(markComments(page, threads, { language, numbers, words }))
      if (here) showMark(element, here)
    }
    const loaded = () => {
      mark()
      const page = element.contentDocument
      page?.addEventListener('keydown', passOn)
      page?.addEventListener('click', ({ target }) => {
        const marked = (target as Element | null)?.closest?.('[data-comment]')
        const id = marked?.getAttribute('data-comment')
        if (id) latest.current?.setHere(id)
      })
    }
    mark()
    element.addEventListener('load', loaded)
    return () => element.removeEventListener('load', loaded)
  }, [frame, here, language, numbers, source, threads, words])
}

/** A key that is pressed in the page, for the screen around it. */
function passOn({ altKey, ctrlKey, key, metaKey }: KeyboardEvent): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { altKey, ctrlKey, key, metaKey }))
}

function Choice({
  label,
  onChoose,
  options,
  value,
}: {
  label: string
  onChoose: (value: string) => void
  options: (readonly [string, string])[]
  value: string
}) {
  return (
    <span aria-label={label} className="review-choice" role="group">
      {options.map(([code, name]) => (
        <button
          aria-pressed={code === value}
          className="review-button"
          key={code}
          onClick={() => onChoose(code)}
          type="button"
        >
          {name}
        </button>
      ))}
    </span>
  )
}
