import type { Field } from 'payload'
import { words } from '../../src/locales.ts'
import { referencesField } from './references.ts'
import { questions } from './question-words.ts'
import { richTextField } from './rich-text.ts'

/**
 * The questions every page of the roadmap answers, with the steps and organizations that belong to them.
 * Field names are the sections' stable keys; front ends choose the heading by page type and language.
 */
export function questionFields(): Field[] {
  return [
    richTextField({
      name: 'whatItMeans',
      label: questions.whatItMeans,
    }),
    richTextField({
      name: 'howIGotHere',
      label: questions.howIGotHere,
    }),
    richTextField({
      name: 'nextSteps',
      label: questions.nextSteps,
      description: words(
        'One or two sentences that lead into the steps below.',
        'Una o dos frases que introducen los pasos de abajo.',
      ),
    }),
    referencesField({
      name: 'steps',
      to: 'steps',
      label: words('Steps, in order', 'Pasos, en orden'),
      description: words(
        'Steps are shared: a change to one changes every page that uses it.',
        'Los pasos se comparten: cambiar uno cambia todas las páginas que lo usan.',
      ),
    }),
    richTextField({
      name: 'whereToGetHelp',
      label: questions.whereToGetHelp,
    }),
    referencesField({
      name: 'helpOrganizations',
      to: 'help-organizations',
      label: words('Organizations that help', 'Organizaciones que ayudan'),
    }),
  ]
}
