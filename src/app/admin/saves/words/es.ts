import type { SavesWords } from '../words.ts'

/** The same in Spanish. */
export const es: SavesWords = {
  title: (names) => `${names} también guardó este documento`,
  somebody: 'Otra persona',
  and: 'y',
  explained: (names, when) =>
    `${names} lo guardó el ${when}, mientras usted lo cambiaba. No se pierde nada: sus cambios siguen en el formulario y todavía no se han guardado.`,
  both: 'Los dos cambiaron',
  bothExplained: 'Elija qué queda en cada caso. Las otras palabras quedan en el historial.',
  noneBoth: 'Cambiaron cosas distintas. Se guardará lo que escribieron los dos.',
  mine: 'Conservar lo mío',
  theirs: (names) => `Tomar lo suyo (${names})`,
  allMine: 'Conservar lo mío en todo',
  allTheirs: 'Tomar lo suyo en todo',
  before: 'Lo que decía antes',
  choose: 'Elija una de las dos.',
  onlyThey: (names) => `Solo ${names} cambió esto, y queda`,
  onlyYou: 'Solo usted cambió esto, y queda',
  otherLanguages: (count) =>
    count === 1
      ? 'También cambió algo en otro idioma; eso queda.'
      : `También cambió ${count} cosas en otros idiomas; esas quedan.`,
  order: (of) => `${of}: orden`,
  empty: 'Vacío',
  removed: 'Quitado',
  yes: 'Sí',
  no: 'No',
  added: 'añadido',
  gone: 'quitado',
  save: 'Guardar',
  saving: 'Guardando…',
  backToForm: 'Volver al formulario',
  loading: 'Comparando su texto con el otro…',
  failed:
    'No se pudieron comparar los dos textos. No se guardó nada; lo que usted escribió sigue en el formulario.',
  tryAgain: 'Intentar de nuevo',
  row: (singular, place) => `${singular} ${place}`,
}
