'use client'
import { useTranslation } from '@payloadcms/ui'
import { stateWords } from '../../../../collections/state-words.ts'
import { translationWords } from '../../../../collections/translation-words.ts'
import { translationStandings } from '../../../translation/standing.ts'
import { states } from '../../../workflow/states.ts'
import { commentWordsFor } from '../comments/words.ts'
import { ListChoice, ListChoices, type Choice } from './list-choice.tsx'
import { wordsFor } from './words.ts'

/**
 * Above the list of a content type: only the documents in one state, whose translation stands in one way, or that are
 * still talked about.
 */
export function StateFilter() {
  const { i18n } = useTranslation()
  return (
    <ListChoices>
      <ListChoice
        choices={stateChoices(i18n.language)}
        field="_status"
        label={wordsFor(i18n.language).state}
        // As `src/workflow/filter-by-state.ts` reads it.
        prefix="state:"
      />
      <ListChoice
        choices={translationChoices(i18n.language)}
        field="_status"
        label={wordsFor(i18n.language).translation}
        prefix="translation:"
      />
      <ListChoice
        choices={[{ value: 'open', label: commentWordsFor(i18n.language).withOpen }]}
        field="_status"
        label={commentWordsFor(i18n.language).discussion}
        prefix="discussion:"
      />
    </ListChoices>
  )
}

/** All states, as the panel's language calls them. */
export function stateChoices(language: string): Choice[] {
  return states.map((value) => ({
    value,
    label: stateWords[value][language.startsWith('es') ? 'es' : 'en'],
  }))
}

/** All ways in which a translation can stand, as the panel's language calls them. */
export function translationChoices(language: string): Choice[] {
  return translationStandings.map((value) => ({
    value,
    label: translationWords[value][language.startsWith('es') ? 'es' : 'en'],
  }))
}
