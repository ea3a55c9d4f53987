'use client'
import { useFormFields, useFormModified, useTranslation } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { useId } from 'react'
import { defaultLocale } from '../../../locales.ts'
import type { TranslatedTextAnswer } from '../../../translation/answer.ts'
import { ChangeDetails } from '../review/change-details.tsx'
import { reviewWordsFor } from '../review/words.ts'
import { StandingBadge } from './standing-badge.tsx'
import { useTranslationOf } from './use-translation-of.ts'
import { translationWordsFor, type TranslationPanelWords } from './words.ts'
import './translation.css'

/**
 * Beside a field that is translated, its source and how the translation stands to it. In the form it is closed, on
 * the screen of the translation it is open.
 */
export function SourceBeside({ path }: { path: string }) {
  const translation = useTranslationOf()
  const { i18n } = useTranslation()
  const named = useFormFields(([fields]) => namedByRows(path, (at) => fields[at]?.value))
  const isOnItsScreen = usePathname().endsWith('/translation')
  const text = translation?.answer?.texts.find((one) => one.path === named)
  if (!translation || !text) return null
  const words = translationWordsFor(i18n.language)
  const source = (
    <Source confirm={translation.confirm} language={i18n.language} text={text} words={words} />
  )
  return (
    <div className="translation-source" data-standing={text.standing}>
      {isOnItsScreen ? (
        <>
          <p className="translation-source__head">
            <span>{words.source[defaultLocale]}</span>
            <StandingBadge language={i18n.language} standing={text.standing} />
          </p>
          {source}
        </>
      ) : (
        <details>
          <summary>
            {words.source[defaultLocale]}{' '}
            <StandingBadge language={i18n.language} standing={text.standing} />
          </summary>
          {source}
        </details>
      )}
    </div>
  )
}

function Source({
  confirm,
  language,
  text,
  words,
}: {
  confirm: NonNullable<ReturnType<typeof useTranslationOf>>['confirm']
  language: string
  text: TranslatedTextAnswer
  words: TranslationPanelWords
}) {
  const isModified = useFormModified()
  const hint = useId()
  return (
    <>
      {text.standing === 'older' && (
        <>
          <p className="translation-source__label">
            {text.sinceThen ? words.sinceThen : words.thenUnknown}
          </p>
          {text.sinceThen && (
            <ChangeDetails
              change={text.sinceThen}
              language={language}
              words={reviewWordsFor(language)}
            />
          )}
          <p className="translation-source__label">{words.now}</p>
        </>
      )}
      {text.source &&
        (text.source.isHtml ? (
          // Made of a closed list of elements by the platform, whatever the text holds.
          <div
            className="translation-source__text"
            dangerouslySetInnerHTML={{ __html: text.source.text }}
            lang={defaultLocale}
          />
        ) : (
          <p className="translation-source__text" lang={defaultLocale}>
            {text.source.text}
          </p>
        ))}
      {text.standing === 'older' && (
        <>
          <button
            aria-describedby={isModified ? hint : undefined}
            aria-disabled={isModified}
            className="workflow-small-button"
            onClick={() => !isModified && void confirm([text.path], words)}
            type="button"
          >
            {words.stillRight}
          </button>
          {isModified && (
            <p className="translation-source__label" id={hint}>
              {words.saveFirst}
            </p>
          )}
        </>
      )}
    </>
  )
}

/** The path of a field with each row named by its id, as the platform names texts. */
function namedByRows(path: string, valueAt: (path: string) => unknown): string {
  const segments = path.split('.')
  return segments
    .map((segment, at) => {
      if (!/^\d+$/.test(segment)) return segment
      const id = valueAt([...segments.slice(0, at + 1), 'id'].join('.'))
      return typeof id === 'string' ? id : segment
    })
    .join('.')
}
