/** What the panel says about where a document is used, in one of its languages. */
export type UsesWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function usesWordsFor(language: string): UsesWords {
  return language.startsWith('es') ? es : en
}

const en = {
  usedIn: 'Used in',
  looking: 'Looking for documents that point here…',
  failed: 'Where this document is used could not be looked up.',
  tryAgain: 'Try again',
  nowhere: 'No document points at this one.',
  count: (count: number) => (count === 1 ? '1 document' : `${count} documents`),
  both: 'In its public text and its newest version',
  onlyLive: 'In its public text; no longer in its newest version',
  onlyNewest: 'In its newest version, not public',
  more: (count: number) => `Show ${count} more`,
}

const es: UsesWords = {
  usedIn: 'Se usa en',
  looking: 'Buscando documentos que apuntan aquí…',
  failed: 'No se ha podido averiguar dónde se usa este documento.',
  tryAgain: 'Intentar de nuevo',
  nowhere: 'Ningún documento apunta a este.',
  count: (count) => (count === 1 ? '1 documento' : `${count} documentos`),
  both: 'En su texto público y en su versión más reciente',
  onlyLive: 'En su texto público; ya no en su versión más reciente',
  onlyNewest: 'En su versión más reciente, no pública',
  more: (count) => `Mostrar ${count} más`,
}
