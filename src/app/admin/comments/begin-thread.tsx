'use client'
import { useEffect, useId, useState } from 'react'
import type { AskedPlace } from '../../../comments/order.ts'
import type { Place } from '../workflow/requests.ts'
import type { ChosenPlace, SaidOf } from './requests.ts'
import type { Discussion } from './use-discussion.ts'
import { WriteText, type Sending } from './write-text.tsx'

interface BeginThreadProps {
  discussion: Discussion
  document: Place
  /** What it is about unless somebody chooses otherwise; null is the whole document. */
  about: AskedPlace | null
  /** How to choose words, where one can. */
  hint?: string
  /** Keeps it until the text is sent back; absent for those who cannot send it back. */
  onKeep?: ((said: SaidOf) => void) | undefined
  /** What the document is called, where there are several. */
  title?: string | undefined
  onDone: () => void
}

/** Where somebody begins a thread: what it is about, and what they say. */
export function BeginThread(props: BeginThreadProps) {
  const { about, discussion, document, hint, onDone, onKeep, title } = props
  const { language, requests, take, tell, words } = discussion
  const id = useId()
  const { collection, id: documentId } = document
  const [places, setPlaces] = useState<ChosenPlace[]>([])
  const [chosen, setChosen] = useState(() => (about?.quote ? chosenWords : ''))
  useEffect(() => {
    void requests.places({ collection, id: documentId }).then((answer) => {
      if (!('ok' in answer)) return
      setPlaces(answer.ok.docs)
      if (about && !about.quote) setChosen(keyOfAsked(about, answer.ok.docs))
    })
  }, [about, collection, documentId, requests])
  const place = (): AskedPlace | null => {
    if (chosen === chosenWords) return about
    const found = places.find((one) => keyOf(one) === chosen)
    return found ? { path: found.path, ...(found.locale ? { locale: found.locale } : {}) } : null
  }
  const sendings: Sending[] = [
    {
      label: words.post,
      send: async (said) => {
        const isDone = await take(
          requests.begin(document, { ...said, place: place() }),
          words.done.begin,
        )
        if (isDone) onDone()
        return isDone
      },
    },
  ]
  if (onKeep)
    sendings.push({
      label: words.keep,
      send: (said) => {
        onKeep({ ...said, place: place() })
        tell(words.done.keep)
        onDone()
        return Promise.resolve(true)
      },
    })
  return (
    <WriteText
      label={words.comment}
      onCancel={onDone}
      requests={requests}
      sendings={sendings}
      words={words}
    >
      {title === undefined ? null : <p className="comments-note">{words.inDocument(title)}</p>}
      <label htmlFor={id}>{words.about}</label>
      <select id={id} onChange={({ target }) => setChosen(target.value)} value={chosen}>
        {about?.quote ? (
          <option value={chosenWords}>{words.chosenWords(shortened(about.quote.exact))}</option>
        ) : null}
        <option value="">{words.wholeDocument}</option>
        {places.map((one) => (
          <option key={keyOf(one)} value={keyOf(one)}>
            {one.label[language.startsWith('es') ? 'es' : 'en']}
            {one.locale ? ` (${words.inLanguage[one.locale] ?? one.locale})` : ''}
          </option>
        ))}
      </select>
      {hint && !about ? <p className="comments-note">{hint}</p> : null}
    </WriteText>
  )
}

const chosenWords = 'words'

function keyOf({ locale, path }: { locale?: string | null | undefined; path?: string }): string {
  return `place:${path ?? ''}:${locale ?? ''}`
}

/**
 * The place that is meant, or the nearest around it: of an entry of a list, the list, and of a row that goes,
 * the list it was in.
 */
function keyOfAsked({ locale, path = '' }: AskedPlace, places: readonly ChosenPlace[]): string {
  const steps = path.split('.').filter((step) => step !== locale)
  for (let length = steps.length; length > 0; length -= 1) {
    const near = steps.slice(0, length).join('.')
    const named = places.filter((one) => one.path === near || one.pathNow === near)
    const found = named.find((one) => one.locale === (locale ?? null)) ?? named[0]
    if (found) return keyOf(found)
  }
  return ''
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text
}
