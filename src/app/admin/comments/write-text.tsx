'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { longestText } from '../../../comments/limits.ts'
import type { ToldPerson } from '../../../comments/told.ts'
import { MentionPeople } from './mention-people.tsx'
import type { CommentRequests, Said } from './requests.ts'
import type { CommentWords } from './words.ts'

/** Something that can be done with what was written. */
export interface Sending {
  label: string
  send: (said: Said) => Promise<boolean>
}

interface WriteTextProps {
  label: string
  first?: Said
  /** The first is what Enter with Ctrl does. */
  sendings: readonly Sending[]
  /** What stands above the words. */
  children?: ReactNode
  onCancel: () => void
  requests: CommentRequests
  words: CommentWords
}

/** Where somebody writes a comment, mentions colleagues, and sends it. It is no form: it may stand in one. */
export function WriteText(props: WriteTextProps) {
  const { children, first, label, onCancel, requests, sendings, words } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(first?.text ?? '')
  const [mentions, setMentions] = useState<ToldPerson[]>(first?.mentions ?? [])
  const [letters, setLetters] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => field.current?.focus(), [])
  const isEmpty = text.trim() === ''
  const send = async ({ send: sent }: Sending) => {
    setTried(true)
    if (isEmpty) return field.current?.focus()
    if (isBusy) return
    setBusy(true)
    // Whoever takes a name out of the words does not mention them.
    const named = mentions.filter(({ name }) => text.includes(`@${name}`))
    const isDone = await sent({ text, mentions: named })
    if (!isDone) setBusy(false)
  }
  const mention = (person: ToldPerson) => {
    setMentions((known) => [...known.filter((one) => one.id !== person.id), person])
    setText((written) => withMention(written, person.name))
    setLetters(null)
    field.current?.focus()
  }
  return (
    <div
      className="comments-write"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(sendings[0]!)
      }}
    >
      {children}
      <label htmlFor={id}>{label}</label>
      <textarea
        aria-describedby={`${id}-problem`}
        aria-invalid={isTried && isEmpty}
        aria-required
        id={id}
        maxLength={longestText}
        onChange={({ target }) => {
          setText(target.value)
          setLetters(lettersAt(target.value.slice(0, target.selectionStart)))
        }}
        ref={field}
        rows={4}
        value={text}
      />
      <p className="comments-problem" id={`${id}-problem`}>
        {isTried && isEmpty ? words.fillIn : ''}
      </p>
      <MentionPeople letters={letters} onChoose={mention} requests={requests} words={words} />
      <div className="comments-buttons">
        {sendings.map((sending, at) => (
          <Button
            buttonStyle={at === 0 ? 'primary' : 'secondary'}
            disabled={isBusy}
            key={sending.label}
            margin={false}
            onClick={() => void send(sending)}
            type="button"
          >
            {isBusy && at === 0 ? words.working : sending.label}
          </Button>
        ))}
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} type="button">
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}

/** The letters of a name that is being typed after an `@`; null where none is. */
function lettersAt(before: string): string | null {
  return /(?:^|\s)@([\p{L}\p{M}'’.-]*)$/u.exec(before)?.[1] ?? null
}

/** The name in place of the letters that were typed of it, or at the end. */
function withMention(written: string, name: string): string {
  const begun = /(^|\s)@[\p{L}\p{M}'’.-]*$/u
  if (begun.test(written)) return written.replace(begun, (_, space: string) => `${space}@${name} `)
  return `${written}${written === '' || /\s$/.test(written) ? '' : ' '}@${name} `
}
