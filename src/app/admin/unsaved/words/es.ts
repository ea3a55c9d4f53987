import type { UnsavedWordsText } from '../words.ts'

/** The same in Spanish. */
export const es: UnsavedWordsText = {
  found: (when) => `Tiene aquí palabras sin guardar, del ${when}.`,
  show: 'Mostrarlas',
  takeBack: 'Recuperarlas',
  takeBackFrom: (when) => `Recuperarlas: ${when}`,
  discard: 'Descartar',
  discardFrom: (when) => `Descartar: ${when}`,
  working: 'Un momento…',
  tookBack: 'Sus palabras están otra vez en el formulario. Todavía no se han guardado.',
  tookBackOld:
    'Sus palabras están otra vez en el formulario. Todavía no se han guardado. Este documento se guardó después de que usted las escribiera; al guardar, los dos textos se juntan y no se sobrescribe a nadie.',
  failed: 'No se pudieron poner sus palabras en el formulario. Siguen conservadas aquí.',
  discarded: 'Las palabras se descartaron.',
  undo: 'Deshacer',
  otherLanguage: (language, when) =>
    `También tiene palabras sin guardar en ${language}, del ${when}.`,
  goThere: (language) => `Ir a ${language}`,
  notKept:
    'Este navegador no conserva palabras sin guardar, quizá porque la ventana es privada. Guarde a menudo.',

  onComputer: 'Sin guardar, en este equipo',
  comments: (count) =>
    count === 1
      ? '1 comentario para una solicitud de cambios'
      : `${count} comentarios para una solicitud de cambios`,
  untitled: 'Sin título',
  isNew: 'nuevo',
  writtenAt: (when) => `escrito el ${when}`,
  isOpen: 'abierto en otra pestaña',

  notSaved: 'No se guardó',
  unreachable: 'No se puede llegar a la plataforma. Quizá no esté conectado a la red.',
  signedOut: 'Su sesión ya no está iniciada, así que no se pudo guardar nada.',
  otherPerson: (name) =>
    `${name} inició sesión entretanto con este navegador, así que no se guardó nada: habría sido en su nombre.`,
  areKept: 'Sus palabras se conservan en este navegador, también si cierra la pestaña.',
  areNotKept: 'Sus palabras están solo en el formulario: no cierre esta pestaña.',
  tryAgain: 'Guardar de nuevo',
  backToForm: 'Volver al formulario',
  signIn: 'Iniciar sesión',
  signInThen: 'Inicie sesión y volverá a este formulario con sus palabras.',

  signOut: 'Cerrar sesión',
  signOutTitle: 'Hay palabras sin guardar en este equipo',
  signOutExplained:
    'Si las conserva, se le ofrecen cuando vuelva a iniciar sesión aquí, durante 30 días. A nadie más que inicie sesión aquí se le muestran. En un equipo que usan otras personas, quítelas.',
  signOutKeep: 'Cerrar sesión y conservarlas',
  signOutRemove: 'Cerrar sesión y quitarlas',
  cancel: 'Cancelar',
}
