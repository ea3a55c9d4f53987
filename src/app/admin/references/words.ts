/** What the panel says about documents that a field refers to, in one of its languages. */
export type ReferenceWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function referenceWordsFor(language: string): ReferenceWords {
  return language.startsWith('es') ? es : en
}

const en = {
  foundBy: (typed: string) => `found by “${typed}”`,
  gone: 'A document that is not there any more',
  more: (count: number) => `and ${count} more`,
}

const es: ReferenceWords = {
  foundBy: (typed) => `encontrado por «${typed}»`,
  gone: 'Un documento que ya no existe',
  more: (count) => `y ${count} más`,
}
