'use client'
import {
  useAuth,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useLocale,
  useTranslation,
} from '@payloadcms/ui'
import { getTranslation } from '@payloadcms/translations'
import { usePathname, useRouter } from 'next/navigation.js'
import { useRef, useState } from 'react'
import { useFormStateOf } from '../saves/use-form-state-of.ts'
import { momentIn, preciseMomentIn } from '../workflow/moments.ts'
import { Differences } from './differences.tsx'
import type { KeptWords } from './kept.ts'
import { useKeptWords } from './use-kept-words.ts'
import { useOfferedWords } from './use-offered-words.ts'
import { unsavedWordsFor, type UnsavedWordsText } from './words.ts'
import '../workflow/workflow.css'
import '../saves/saves.css'
import './unsaved.css'

/**
 * Above the fields of a document: keeps what is written below, and offers what was written before and never saved.
 * It draws nothing while there is nothing to say.
 */
export function UnsavedWords() {
  const { user } = useAuth()
  const { collectionSlug, id } = useDocumentInfo()
  const { code: locale } = useLocale()
  // When the session ends, the words are still those of whoever wrote them.
  const [person] = useState(() => (user ? String(user.id) : null))
  if (!person || !collectionSlug) return null
  return <OfForm key={`${String(id)} ${locale}`} person={person} />
}

type Told = { what: 'tookBack' | 'tookBackOld' | 'failed' } | { what: 'discarded'; of: KeptWords }

function OfForm({ person }: { person: string }) {
  const { i18n } = useTranslation()
  const words = unsavedWordsFor(i18n.language)
  const isModified = useFormModified()
  const form = useKeptWords(person)
  const { discard, here, look, otherLanguages, restore } = useOfferedWords(form)
  const takeBack = useTakeBack()
  const [told, setTold] = useState<Told | null>(null)
  const [isBusy, setBusy] = useState(false)
  const status = useRef<HTMLDivElement>(null)

  // The buttons that were pressed are gone; whoever uses the keyboard goes on from what is said instead.
  const tell = (what: Told) => {
    setTold(what)
    setTimeout(() => status.current?.focus())
  }
  const take = async (kept: KeptWords) => {
    setBusy(true)
    try {
      const isOld = await takeBack(kept)
      form.goOnAs(kept.key)
      look()
      tell({ what: isOld ? 'tookBackOld' : 'tookBack' })
    } catch {
      tell({ what: 'failed' })
    }
    setBusy(false)
  }
  const drop = async (kept: KeptWords) => {
    await discard(kept)
    tell({ what: 'discarded', of: kept })
  }
  const undo = async (kept: KeptWords) => {
    await restore(kept)
    setTold(null)
  }
  // Once they are saved, there is nothing more to say about them.
  const isOver = told && told.what !== 'discarded' && told.what !== 'failed' && !isModified
  const shown = isOver ? null : told
  return (
    <>
      {here.map((kept) => (
        <Offered
          isAlone={here.length === 1}
          isBusy={isBusy}
          kept={kept}
          key={kept.key}
          onDiscard={() => void drop(kept)}
          onTakeBack={() => void take(kept)}
          stored={form.stored ?? {}}
          words={words}
        />
      ))}
      {otherLanguages.map((kept) => (
        <InOtherLanguage kept={kept} key={kept.key} words={words} />
      ))}
      <div className="unsaved-status" ref={status} role="status" tabIndex={-1}>
        {shown && (
          <div className="workflow-note">
            <p>{words[shown.what]}</p>
            {shown.what === 'discarded' && (
              <button
                className="workflow-small-button"
                onClick={() => void undo(shown.of)}
                type="button"
              >
                {words.undo}
              </button>
            )}
          </div>
        )}
        {!form.canKeep && isModified && <p className="workflow-note">{words.notKept}</p>}
      </div>
    </>
  )
}

function Offered({
  isAlone,
  isBusy,
  kept,
  onDiscard,
  onTakeBack,
  stored,
  words,
}: {
  isAlone: boolean
  isBusy: boolean
  kept: KeptWords
  onDiscard: () => void
  onTakeBack: () => void
  stored: KeptWords['values']
  words: UnsavedWordsText
}) {
  const { i18n } = useTranslation()
  const at = new Date(kept.at).toISOString()
  // Of several, some may be of one minute.
  const when = isAlone ? momentIn(i18n.language, at) : preciseMomentIn(i18n.language, at)
  return (
    <section
      aria-label={words.found(when)}
      className="unsaved workflow-note workflow-note--warning"
    >
      <p>{words.found(when)}</p>
      <Differences kept={kept} stored={stored} summary={words.show} />
      <div className="unsaved-buttons">
        <button
          aria-label={isAlone ? undefined : words.takeBackFrom(when)}
          className="workflow-small-button"
          disabled={isBusy}
          onClick={onTakeBack}
          type="button"
        >
          {isBusy ? words.working : words.takeBack}
        </button>
        <button
          aria-label={isAlone ? undefined : words.discardFrom(when)}
          className="workflow-small-button"
          disabled={isBusy}
          onClick={onDiscard}
          type="button"
        >
          {words.discard}
        </button>
      </div>
    </section>
  )
}

function InOtherLanguage({ kept, words }: { kept: KeptWords; words: UnsavedWordsText }) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const router = useRouter()
  const path = usePathname()
  const { localization } = config
  const locale = localization && localization.locales.find(({ code }) => code === kept.locale)
  const language = locale ? String(getTranslation(locale.label as never, i18n)) : kept.locale
  const when = momentIn(i18n.language, new Date(kept.at).toISOString())
  return (
    <section aria-label={language} className="unsaved workflow-note">
      <p>{words.otherLanguage(language, when)}</p>
      <button
        className="workflow-small-button"
        onClick={() => router.push(`${path}?locale=${kept.locale}`)}
        type="button"
      >
        {words.goThere(language)}
      </button>
    </section>
  )
}

/**
 * Puts kept words into the form, as changes to the version they were made of: a save names that one as its base, and
 * what others saved since is put together with them as with any other save that comes too late.
 *
 * @returns whether the document was saved since
 * @throws when the form cannot be made
 */
function useTakeBack(): (kept: KeptWords) => Promise<boolean> {
  const { data, setData } = useDocumentInfo()
  const { replaceState, setModified } = useForm()
  const stateOf = useFormStateOf()
  return async ({ base, values }) => {
    const present = (data ?? {}) as KeptWords['values']
    const state = await stateOf({ ...present, ...values }, true)
    const isOld = base !== null && base !== present['versionId']
    if (isOld) setData({ ...present, versionId: base } as never)
    replaceState(state)
    setModified(true)
    return isOld
  }
}
