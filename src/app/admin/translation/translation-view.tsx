'use client'
import { Button, DefaultEditView, useLocale, useTranslation } from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation.js'
import type { DocumentViewClientProps } from 'payload'
import { useState } from 'react'
import { translatedLocales } from '../../../translation/standing.ts'
import { useTranslationOf, type DocumentTranslation } from './use-translation-of.ts'
import { translationWordsFor, type TranslationPanelWords } from './words.ts'
import './translation.css'

/**
 * A document's texts beside their sources, field by field. It is the form itself with everything left out that is
 * not translated, so that saving, checking and every warning are those of the form.
 */
export function TranslationView(props: DocumentViewClientProps) {
  const { i18n } = useTranslation()
  const { code } = useLocale()
  const words = translationWordsFor(i18n.language)
  const translation = useTranslationOf()
  const [isOnlyToDo, setOnlyToDo] = useState(false)
  const isTranslated = (translatedLocales as readonly string[]).includes(code)
  return (
    <div className={`translation${isOnlyToDo ? ' translation--to-do' : ''}`}>
      <section aria-labelledby="translation-heading" className="translation__head">
        <h2 id="translation-heading">{words.heading}</h2>
        {isTranslated && translation ? (
          <>
            <p>{words.explained}</p>
            <Counts translation={translation} words={words} />
            <label>
              <input
                checked={isOnlyToDo}
                onChange={(event) => setOnlyToDo(event.target.checked)}
                type="checkbox"
              />
              {words.onlyToDo}
            </label>
          </>
        ) : (
          <ChooseLanguage words={words} />
        )}
      </section>
      {isTranslated ? <DefaultEditView {...props} /> : null}
    </div>
  )
}

function Counts({
  translation: { answer, hasFailed, told },
  words,
}: {
  translation: DocumentTranslation
  words: TranslationPanelWords
}) {
  return (
    <div role="status">
      <p>
        {hasFailed
          ? words.failed
          : !answer
            ? words.loading
            : answer.standing === 'upToDate'
              ? words.nothingToDo
              : words.counts(answer.counts)}
      </p>
      {told && <p>{told}</p>}
    </div>
  )
}

function ChooseLanguage({ words }: { words: TranslationPanelWords }) {
  const router = useRouter()
  const pathname = usePathname()
  return (
    <>
      <p>{words.chooseLanguage}</p>
      {translatedLocales.map((locale) => (
        <Button
          key={locale}
          margin={false}
          onClick={() => router.push(`${pathname}?locale=${locale}`)}
        >
          {words.translateInto[locale] ?? locale}
        </Button>
      ))}
    </>
  )
}
