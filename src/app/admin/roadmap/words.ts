/** What the panel says about the map, in one of its languages. */
export type MapWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function mapWordsFor(language: string): MapWords {
  return language.startsWith('es') ? es : en
}

const en = {
  whatTheMapLacks: 'What the map lacks',
  explained:
    'None of this keeps a text from becoming public. Some of it may be meant: not every way has a return.',
  editMap: 'Edit the map',
  lookAt: 'Look at',
  live: 'What is live',
  drafts: 'The newest texts',
  looking: 'Looking at the map…',
  failed: 'The map could not be looked at.',
  tryAgain: 'Try again',
  nothing: 'Nothing was found.',
  lists: {
    unreachable: 'Out of reach',
    deadEnds: 'Dead ends',
    transfersWithoutReturn: 'Transfers without a return',
    connectionsToWhatIsNotLive: 'Connections to what is not live',
  },
}

const es: MapWords = {
  whatTheMapLacks: 'Lo que le falta al mapa',
  explained:
    'Nada de esto impide que un texto se haga público. Algunas cosas pueden ser así a propósito: no todo camino tiene vuelta.',
  editMap: 'Editar el mapa',
  lookAt: 'Mirar',
  live: 'Lo que es público',
  drafts: 'Los textos más nuevos',
  looking: 'Mirando el mapa…',
  failed: 'No se ha podido mirar el mapa.',
  tryAgain: 'Intentar de nuevo',
  nothing: 'No se ha encontrado nada.',
  lists: {
    unreachable: 'Fuera de alcance',
    deadEnds: 'Callejones sin salida',
    transfersWithoutReturn: 'Transbordos sin vuelta',
    connectionsToWhatIsNotLive: 'Conexiones con lo que no es público',
  },
}
