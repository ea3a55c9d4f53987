/** What the panel says about the page of a document that was never saved, in one of its languages. */
export type PreviewWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function previewWordsFor(language: string): PreviewWords {
  return language.startsWith('es') ? es : en
}

const en = {
  open: 'Preview the page',
  opensWindow: 'in a new window; nothing is saved',
}

const es: PreviewWords = {
  open: 'Vista previa de la página',
  opensWindow: 'en una ventana nueva; no se guarda nada',
}
