/** What the panel says about writing long text, in one of its languages. */
export type RichTextWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function richTextWordsFor(language: string): RichTextWords {
  return language.startsWith('es') ? es : en
}

const en = {
  document: 'Document to link to',
  typeName: 'Type a title in any language, or a code such as CP14.',
  change: 'Choose another document',
  none: 'No document is called that.',
  failed: 'Documents could not be looked up. Type again to try once more.',
  found: (count: number) =>
    count === 1
      ? '1 document. Choose it with the arrow keys.'
      : `${count} documents. Choose with the arrow keys.`,
  live: 'public',
  notLive: 'not public',
  gone: 'A document that is not there any more',
  pasteWasCut: 'What you pasted is too long. Its end, or its form, was left out.',
}

const es: RichTextWords = {
  document: 'Documento al que lleva el enlace',
  typeName: 'Escriba un título en cualquier idioma, o un código como CP14.',
  change: 'Elegir otro documento',
  none: 'Ningún documento se llama así.',
  failed: 'No se han podido buscar documentos. Escriba de nuevo para reintentarlo.',
  found: (count) =>
    count === 1
      ? '1 documento. Elíjalo con las teclas de flecha.'
      : `${count} documentos. Elija con las teclas de flecha.`,
  live: 'público',
  notLive: 'no público',
  gone: 'Un documento que ya no existe',
  pasteWasCut: 'Lo que pegó es demasiado largo. Se ha omitido el final o el formato.',
}
