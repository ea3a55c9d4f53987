/** What the panel says about the keys of the form, in one of its languages. */
export type KeyWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function keyWordsFor(language: string): KeyWords {
  return language.startsWith('es') ? es : en
}

const en = {
  keys: 'Keyboard shortcuts',
  shift: 'Shift',
  enter: 'Enter',
  save: 'Save the draft',
  next: 'The next step: submit, approve or publish',
  review: 'Open the review view',
  language: 'Show the next language',
  list: 'Show this list, while you are in no field',
  listKey: 'The key ? shows this list',
  saveFirst: 'Save first. Then this can be done.',
  nothingNext: 'There is no next step for you here.',
  close: 'Close',
}

const es: KeyWords = {
  keys: 'Atajos de teclado',
  shift: 'Mayús',
  enter: 'Intro',
  save: 'Guardar el borrador',
  next: 'El paso siguiente: enviar, aprobar o publicar',
  review: 'Abrir la vista de revisión',
  language: 'Mostrar el idioma siguiente',
  list: 'Mostrar esta lista, si no está en un campo',
  listKey: 'La tecla ? muestra esta lista',
  saveFirst: 'Guarde primero. Después se podrá hacer.',
  nothingNext: 'Aquí no hay un paso siguiente para usted.',
  close: 'Cerrar',
}
