'use client'
import { toast, useConfig, useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui'
import { usePathname, useRouter, useSearchParams } from 'next/navigation.js'
import { useEffect, useId, useRef, useState } from 'react'
import { KeysDialog, type KeyLine } from '../keys/keys-dialog.tsx'
import { nextSteps } from '../workflow/next-steps.ts'
import { useWorkflow } from '../workflow/use-workflow.ts'
import { actOf, type FormAct } from './pressed.ts'
import { keyWordsFor, type KeyWords } from './words.ts'
import './form-keys.css'

/** Where the browser remembers that `?` is not to show the list. */
const offKey = 'stationmaster-list-key-off'

/** The keys of the form, and the button that shows them. */
export function FormKeys() {
  const { i18n } = useTranslation()
  const words = keyWordsFor(i18n.language)
  const [isListed, setListed] = useState(false)
  const acts = useActs(words, () => setListed(true))
  useFormKeys(acts)
  return (
    <>
      <button
        aria-label={words.keys}
        className="form-keys-button"
        onClick={() => setListed(true)}
        title={words.keys}
        type="button"
      >
        ?
      </button>
      {isListed && <List onClose={() => setListed(false)} words={words} />}
    </>
  )
}

function useActs(words: KeyWords, list: () => void): Record<FormAct, () => void> {
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  const { answer, canAct, isModified, share } = useWorkflow()
  const { code } = useLocale()
  const router = useRouter()
  const path = usePathname()
  const search = useSearchParams()
  const isSaved = id !== undefined && !isModified

  const next = () => {
    const primary = answer && nextSteps(answer).primary
    if (!primary) toast.info(isModified ? words.saveFirst : words.nothingNext)
    else if (canAct) share({ opened: primary, told: null })
    else toast.info(words.saveFirst)
  }
  const review = () => {
    if (isSaved) router.push(`${config.routes.admin}/review/${collectionSlug}/${String(id)}`)
    else toast.info(words.saveFirst)
  }
  const language = () => {
    const { localization } = config
    const codes = localization ? localization.locales.map((locale) => locale.code) : []
    const following = codes[(codes.indexOf(code) + 1) % codes.length]
    if (!following || following === code) return
    // The form of the other language is another one, and what is not saved would be gone.
    if (isModified) return void toast.info(words.saveFirst)
    const changed = new URLSearchParams(search.toString())
    changed.set('locale', following)
    router.push(`${path}?${changed.toString()}`)
  }
  const listUnlessOff = () => {
    if (!isListKeyOff()) list()
  }
  return { next, review, language, list: listUnlessOff }
}

function useFormKeys(acts: Record<FormAct, () => void>): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event
      const isElement = target instanceof HTMLElement
      // Whatever lies over the form has keys of its own.
      if (document.querySelector('dialog[open], [role="dialog"]')) return
      const isTyped =
        isElement &&
        target.closest('input, textarea, select, [contenteditable="true"], [role="combobox"]') !==
          null
      const { altKey, ctrlKey, key, metaKey, shiftKey } = event
      const act = actOf({ altKey, ctrlKey, key, metaKey, shiftKey, isTyped })
      if (act === null || (act === 'list' && isListKeyOff())) return
      event.preventDefault()
      // The editor of long text would begin a new line.
      event.stopPropagation()
      latest.current[act]()
    }
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [])
}

function List({ onClose, words }: { onClose: () => void; words: KeyWords }) {
  const id = useId()
  const [isOff, setOff] = useState(isListKeyOff())
  const control = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'
  const keyList: KeyLine[] = [
    [[control, 'S'], words.save],
    [[control, words.enter], words.next],
    [[control, words.shift, words.enter], words.review],
    [[control, words.shift, 'L'], words.language],
    ['?', words.list],
  ]
  return (
    <KeysDialog onClose={onClose} words={{ ...words, keyList }}>
      <p>
        <input
          checked={!isOff}
          id={id}
          onChange={({ target }) => {
            setOff(!target.checked)
            localStorage.setItem(offKey, target.checked ? '' : 'off')
          }}
          type="checkbox"
        />{' '}
        <label htmlFor={id}>{words.listKey}</label>
      </p>
    </KeysDialog>
  )
}

function isListKeyOff(): boolean {
  return localStorage.getItem(offKey) === 'off'
}
