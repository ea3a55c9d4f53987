/** What the panel says about saved filters, in one of its languages. */
export type FilterWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function filterWordsFor(language: string): FilterWords {
  return language.startsWith('es') ? es : en
}

const en = {
  savedFilters: 'Saved filters',
  choose: 'Choose…',
  save: 'Save this filter…',
  saveTitle: 'Save this filter',
  explained: 'Keeps what this list is narrowed by and how it is sorted. Only you see it.',
  name: 'Name',
  noName: 'Give it a name.',
  tooMany: 'You have 20 filters for this list. Delete one first.',
  tooLong: 'This filter has too many conditions to be saved.',
  failed: 'The filter could not be saved. Try again.',
  saved: (name: string) => `“${name}” is saved.`,
  deleted: (name: string) => `“${name}” is deleted.`,
  remove: (name: string) => `Delete “${name}”`,
  ok: 'Save',
  cancel: 'Cancel',
}

const es: FilterWords = {
  savedFilters: 'Filtros guardados',
  choose: 'Elegir…',
  save: 'Guardar este filtro…',
  saveTitle: 'Guardar este filtro',
  explained: 'Guarda los filtros y el orden de esta lista. Solo usted lo ve.',
  name: 'Nombre',
  noName: 'Póngale un nombre.',
  tooMany: 'Tiene 20 filtros para esta lista. Elimine uno antes.',
  tooLong: 'Este filtro tiene demasiadas condiciones para guardarlo.',
  failed: 'No se ha podido guardar el filtro. Inténtelo de nuevo.',
  saved: (name) => `«${name}» se ha guardado.`,
  deleted: (name) => `«${name}» se ha eliminado.`,
  remove: (name) => `Eliminar «${name}»`,
  ok: 'Guardar',
  cancel: 'Cancelar',
}
