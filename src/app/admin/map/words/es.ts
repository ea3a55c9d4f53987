import type { MapEditorWords } from '../words.ts'

/** What the editor of the map says, in Spanish. */
export const es: MapEditorWords = {
  title: 'Mapa',
  intro:
    'El mapa de los borradores más nuevos. Nada se guarda antes de que usted guarde, y nada se hace público antes de la revisión.',
  loading: 'Leyendo el mapa…',
  failed: 'No se ha podido leer el mapa.',
  tryAgain: 'Intentar de nuevo',
  readOnly: 'Puede mirar este mapa. Su función no permite guardar borradores de estaciones.',
  theMap: 'El mapa',
  details: 'Detalles',
  noLine: 'ninguna línea',
  unknownStation: 'una estación que no está en este mapa',

  find: 'Buscar una estación',
  connectTo: 'Conectar con…',
  typeName: 'Escriba su nombre y elija con las flechas e Intro.',
  noneFound: 'Ninguna estación se llama así.',
  found: (count) => (count === 1 ? '1 estación' : `${count} estaciones`),

  languages: { en: 'inglés', es: 'español' },
  stop: 'parada',
  way: 'conexión',
  hub: 'Central, donde se bifurcan las líneas',
  onLine: (line) => `En la línea ${line}`,
  place: (order) => `lugar ${order}`,
  begins: 'El camino empieza aquí',
  ends: 'El camino termina aquí',
  start: 'Inicio',
  end: 'Fin',
  laidOut: 'Colocada por el diseño automático',
  stored: (x, y) => `Tiene un lugar propio: ${x}, ${y}`,
  notSaved: 'Sin guardar',
  lacks: (count) => (count === 1 ? 'Falta 1 cosa' : `Faltan ${count} cosas`),
  wayLabel: (from, to) => `De ${from} a ${to}`,
  transferMark: 'cambia de línea',
  howToSelect:
    'Pulse Intro o Espacio para seleccionar la parada. Con las flechas se mueve; con Mayús, más lejos.',
  howToSelectReadOnly: 'Pulse Intro o Espacio para seleccionar la parada.',
  howToSelectWay: 'Haga clic en la conexión para seleccionarla. Supr la corta.',
  movedLive: (direction, x, y) =>
    `Movida hacia ${direction}. Ahora en ${Math.round(x)}, ${Math.round(y)}.`,
  directions: { up: 'arriba', down: 'abajo', left: 'la izquierda', right: 'la derecha' },
  dragFrom: 'Arrastre desde aquí para conectar',
  controls: 'Tamaño del mapa',
  zoomIn: 'Más grande',
  zoomOut: 'Más pequeño',
  fit: 'Mostrarlo entero',
  miniMap: 'Vista general',
  legend: 'Leyenda',
  legendParts: {
    stored: 'Borde continuo: tiene un lugar propio',
    laidOut: 'Borde discontinuo: colocada por el diseño automático',
    hub: 'Cuadrada, borde doble: central',
    transfer: 'Conexión discontinua: cambia de línea',
    proposed: 'Marco punteado: dónde propone el diseño poner una parada',
    lacks: '!: allí falta algo',
    unsaved: 'Sin guardar: cambiada aquí y aún no guardada',
  },

  undo: 'Deshacer',
  redo: 'Rehacer',
  save: 'Guardar…',
  propose: 'Diseño automático',
  proposing: 'Calculando el diseño…',
  proposalFailed: 'No se ha podido calcular el diseño. Inténtelo de nuevo en un momento.',
  proposal: (count) =>
    count === 1
      ? 'El diseño propone otro lugar para 1 parada, con un marco punteado. Nada se ha movido.'
      : `El diseño propone otros lugares para ${count} paradas, con marcos punteados. Nada se ha movido.`,
  proposesNothing: 'El diseño no propone nada: cada parada está donde él la pondría.',
  takeAll: 'Aceptar todos',
  takeSelected: (count) => `Aceptar para lo seleccionado (${count})`,
  drop: 'Descartar la propuesta',

  nothingSelected:
    'Seleccione una parada para cambiarla: haga clic en ella, o búsquela por su nombre.',
  selected: (count) => `${count} paradas seleccionadas`,
  clear: 'No seleccionar nada',
  openForm: 'Abrir el formulario',
  line: 'Línea',
  keepLine: 'Dejarla como está',
  order: 'Lugar en la línea',
  position: 'Posición',
  giveBack: 'Devolver al diseño automático',
  proposedHere: 'Aceptar el lugar propuesto',
  leadsTo: 'Lleva a',
  leadsNowhere: 'No lleva a ninguna parte.',
  arrivals: 'Estaciones que llevan aquí',
  noArrivals: 'Ninguna estación lleva aquí.',
  conditionIn: (language) => `Con qué condición, en ${language}`,
  always: 'Vacío: siempre.',
  transfer: 'Cambia a otra línea',
  cut: 'Cortar',
  cutTo: (to) => `Cortar la conexión con ${to}`,
  show: (name) => `Mostrar ${name}`,
  cannotConnect: (from, to) =>
    `${from} no se puede conectar con ${to}: ya están conectadas, o tiene tantas conexiones como puede tener una estación.`,

  missing: 'Lo que falta',
  nothingMissing: 'A este mapa no le falta nada.',
  missingKinds: {
    overlapping: 'Una encima de otra',
    unreachable: 'Fuera de alcance',
    deadEnds: 'Callejones sin salida',
    transfersWithoutReturn: 'Transbordos sin vuelta',
    connectionsToWhatIsNotLive: 'Conexiones con lo que no es público',
  },
  overlap: (one, other) =>
    `«${one}» está encima de «${other}». Mueva una de las dos, o devuélvala al diseño automático.`,

  unsaved: 'Aún sin guardar',
  unsavedCount: (count) => (count === 1 ? '1 estación' : `${count} estaciones`),
  nothingUnsaved: 'Nada.',
  changed: {
    placed: 'con un lugar propio',
    moved: 'movida',
    givenBack: 'devuelta al diseño automático',
    line: (to) => `puesta en la línea ${to}`,
    order: (to) => (to === null ? 'sin lugar en su línea' : `lugar ${to} en su línea`),
    isStart: (on) => (on ? 'el camino empieza aquí' : 'el camino ya no empieza aquí'),
    isEnd: (on) => (on ? 'el camino termina aquí' : 'el camino ya no termina aquí'),
    connected: (to, transfer) => `conectada con ${to}${transfer ? ', con cambio de línea' : ''}`,
    condition: (language, text) => `condición en ${language}: «${text}»`,
    cut: (to) => `conexión con ${to} cortada`,
    conditionTo: (to, language, text) =>
      text === ''
        ? `ya sin condición hacia ${to} en ${language}`
        : `condición hacia ${to} en ${language}: «${text}»`,
    transfer: (to, on) =>
      on ? `el camino a ${to} cambia de línea` : `el camino a ${to} ya no cambia de línea`,
  },

  saveTitle: 'Guardar borradores',
  saveExplained:
    'Cada una de estas estaciones recibe un borrador nuevo. Nada se hace público: los borradores pasan por la revisión.',
  saveThese: (count) => (count === 1 ? 'Guardar 1 borrador' : `Guardar ${count} borradores`),
  saving: (done, of) => `Guardando ${done} de ${of}…`,
  cancel: 'Cancelar',
  saved: (count) => (count === 1 ? 'Se guardó 1 borrador.' : `Se guardaron ${count} borradores.`),
  notSavedTitle: 'Sin guardar, y todavía en su pantalla',
  staleBy: (station, who) =>
    `${station}: entretanto la guardó ${who}, así que allí no se guardó nada de usted.`,
  somebody: 'otra persona',
  theyChanged: 'Lo que cambió allí:',
  putOnNewest: 'Poner mis cambios sobre los borradores más nuevos',
  putDone:
    'Sus cambios están ahora sobre los borradores más nuevos. Mírelos y guarde de nuevo. Todavía no se ha guardado nada.',
  gone: (names) => `Ya no está en el mapa, así que lo que usted cambió allí se pierde: ${names}.`,
  offline: 'No se ha podido llegar a la plataforma. Hasta donde sabemos, allí no se guardó nada.',
  lostRight:
    'Usted ya no puede guardar borradores. Lo que cambió sigue en su pantalla, sin guardar.',

  set: 'Guardadas aquí, aún sin revisión',
  sendSet: 'Enviar a revisión como un conjunto…',
  beforeAndAfter: 'Ver el mapa antes y después',
  forgetSet: 'Dejarlas como borradores',
  sent: 'Enviadas a revisión.',
  toReview: 'Abrir la revisión',

  leaveTitle: '¿Salir sin guardar?',
  leaveExplained: (count) =>
    count === 1
      ? 'Lo que cambió de 1 estación no está guardado. Se pierde si sale.'
      : `Lo que cambió de ${count} estaciones no está guardado. Se pierde si sale.`,
  leave: 'Salir',
  stay: 'Quedarse',

  keys: 'Teclas',
  close: 'Cerrar',
  keyList: [
    ['Tab', 'La parada siguiente, en el orden de las líneas'],
    ['Intro', 'Seleccionar la parada'],
    [['Ctrl', 'Intro'], 'Seleccionarla además de las otras'],
    ['← ↑ → ↓', 'Mover las paradas seleccionadas; con Mayús, más lejos'],
    ['d', 'En el mapa: a los detalles de la parada seleccionada'],
    ['c', 'En el mapa: conectar la parada seleccionada'],
    ['m', 'Volver a la parada en el mapa'],
    ['Supr', 'Cortar la conexión seleccionada, o la que tiene el foco en la lista'],
    ['Esc', 'No seleccionar nada'],
    [['Ctrl', 'Z'], 'Deshacer'],
    [['Ctrl', 'Mayús', 'Z'], 'Rehacer'],
    [['Ctrl', 'S'], 'Guardar…'],
    ['?', 'Estas teclas'],
  ],

  review: {
    title: 'El mapa, antes y después',
    loading: 'Dibujando el mapa…',
    failed: 'No se ha podido dibujar el mapa.',
    before: 'Antes',
    after: 'Después',
    notThere: 'No está en el mapa.',
    changes: 'Lo que cambia en el mapa',
    explained:
      'Las estaciones que cambian, con las vecinas; los tramos vacíos se omiten. Borde discontinuo: colocada por el diseño automático.',
    isNew: 'nueva en el mapa',
    isGone: 'ya no está en el mapa',
    marks: { connected: 'nueva', cut: 'cortada', changed: 'cambia', moved: 'cambia' },
    drawing: (side, stations) => `${side}: ${stations}.`,
  },
}
