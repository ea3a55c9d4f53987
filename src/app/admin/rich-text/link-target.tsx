'use client'
import { getTranslation } from '@payloadcms/translations'
import { Button, FieldError, useConfig, useField, useForm, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import type { NamedDocument } from '../../../workflow/uses.ts'
import { askNames } from '../names/ask-names.ts'
import { useNames, type Found } from '../names/use-names.ts'
import { richTextWordsFor, type RichTextWords } from './words.ts'
import './link-target.css'

/** How the form keeps the document of a link. */
interface Target {
  relationTo: string
  value: unknown
}

/** The document a link leads to, chosen by typing what it is called: a combobox over all types at once. */
export function LinkTarget({ path }: { path: string }) {
  const { setValue, showError, value } = useField<Target | null>({ path })
  const { dispatchFields } = useForm()
  const { i18n } = useTranslation()
  const words = richTextWordsFor(i18n.language)
  const [isChoosing, setChoosing] = useState(false)
  const change = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useChosen(value, i18n.language)
  const choose = (document: NamedDocument) => {
    setChosen(document)
    setValue({ relationTo: document.collection, value: document.id })
    // The server would say so a quarter of a second later, and the form takes no “Save changes” until then.
    dispatchFields({ type: 'UPDATE', errorMessage: undefined, path, valid: true })
    setChoosing(false)
    setTimeout(() => change.current?.querySelector('button')?.focus())
  }
  return (
    <div className="field-type link-target">
      <FieldError path={path} showError={showError} />
      {value && !isChoosing ? (
        <div ref={change}>
          <p className="link-target__label">{words.document}</p>
          <p>
            {chosen === null ? words.gone : chosen && <Named document={chosen} words={words} />}
          </p>
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => setChoosing(true)}
            size="small"
          >
            {words.change}
          </Button>
        </div>
      ) : (
        <Combobox isFocused={isChoosing} onChoose={choose} words={words} />
      )}
    </div>
  )
}

function Combobox({
  isFocused,
  onChoose,
  words,
}: {
  isFocused: boolean
  onChoose: (document: NamedDocument) => void
  words: RichTextWords
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [isOpen, setOpen] = useState(true)
  const { i18n } = useTranslation()
  const found = useNames(typed, { locale: localeOf(i18n.language) })
  const docs = found.docs
  const isListed = isOpen && docs.length > 0
  useEffect(() => setActive(0), [docs])
  const optionId = (index: number) => `${id}-${index}`

  const press = (event: React.KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined && docs.length > 0) {
      event.preventDefault()
      setOpen(true)
      if (isOpen) setActive((active + move + docs.length) % docs.length)
    }
    // Enter would send the form around it.
    if (event.key === 'Enter') event.preventDefault()
    if (event.key === 'Enter' && isListed) onChoose(docs[active]!)
    if (event.key === 'Escape' && isListed) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <>
      <label className="link-target__label" htmlFor={id}>
        {words.document}
      </label>
      <input
        aria-activedescendant={isListed ? optionId(active) : undefined}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-hint`}
        aria-expanded={isListed}
        autoComplete="off"
        autoFocus={isFocused}
        id={id}
        maxLength={200}
        onChange={({ target }) => {
          setTyped(target.value)
          setOpen(true)
        }}
        onKeyDown={press}
        role="combobox"
        type="text"
        value={typed}
      />
      <p id={`${id}-hint`}>{words.typeName}</p>
      <p role="status">{statusOf(found, words)}</p>
      <ul aria-label={words.document} hidden={!isListed} id={`${id}-list`} role="listbox">
        {docs.map((document, index) => (
          <li
            aria-selected={index === active}
            id={optionId(index)}
            key={`${document.collection}/${document.id}`}
            onClick={() => onChoose(document)}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            ref={(option) => {
              if (index === active) option?.scrollIntoView({ block: 'nearest' })
            }}
            role="option"
          >
            <Named document={document} words={words} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Named({ document, words }: { document: NamedDocument; words: RichTextWords }) {
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const type = getEntityConfig({ collectionSlug: document.collection })?.labels.singular
  return (
    <>
      <strong>{document.name}</strong>{' '}
      <span>
        {type ? getTranslation(type, i18n) : document.collection},{' '}
        {document.live ? words.live : words.notLive}
      </span>
    </>
  )
}

function statusOf({ state, docs }: Found, words: RichTextWords): string {
  if (state === 'failed') return words.failed
  if (state !== 'found') return ''
  return docs.length === 0 ? words.none : words.found(docs.length)
}

/** What the document of the link is called; undefined while that is looked up, null where there is none. */
function useChosen(
  target: Target | null | undefined,
  language: string,
): [NamedDocument | null | undefined, (chosen: NamedDocument) => void] {
  const { config } = useConfig()
  const { api } = config.routes
  const locale = localeOf(language)
  const [chosen, setChosen] = useState<NamedDocument | null>()
  const key = target ? keyOf(target) : ''
  const known = chosen ? `${chosen.collection}/${chosen.id}` : ''
  useEffect(() => {
    if (key === '' || key === known) return
    const leave = new AbortController()
    const question = [
      ['document', key],
      ['locale', locale],
    ]
    void askNames(api, question, leave.signal).then((docs) => {
      if (!leave.signal.aborted && docs) setChosen(docs[0] ?? null)
    })
    return () => leave.abort()
  }, [api, key, known, locale])
  return [chosen, setChosen]
}

/** The form may hold the whole document in place of its id. */
function keyOf({ relationTo, value }: Target): string {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  return `${relationTo}/${String(id)}`
}

function localeOf(language: string): string {
  return language.startsWith('es') ? 'es' : 'en'
}
