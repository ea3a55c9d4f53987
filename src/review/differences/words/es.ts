import type { DifferenceWords } from './en.ts'

/** Everything sentences about changes say, in Spanish. */
export const es: DifferenceWords = {
  tag: 'es-US',
  contracted: (sentence) =>
    sentence.replace(/\b(a|de) el (?=\S)/g, (_all, first) => `${first === 'a' ? 'al' : 'del'} `),
  quoted: (text) => `«${text}»`,
  inLanguage: (language, sentence) => `En ${language}, ${sentence}`,
  languages: { en: 'inglés', es: 'español' },
  of: (part, whole) => `${part} de ${whole}`,
  and: (first, last) => `${first} y ${last}`,
  yes: 'sí',
  no: 'no',
  document: 'Este documento es nuevo.',

  fields: {
    title: 'el título',
    name: 'el nombre',
    summary: 'la frase que lo resume',
    phase: 'la fase',
    'connections.condition': 'la condición',
    'phones.number': 'el número de teléfono',
    'phones.label': 'para qué sirve el número',
    'deadline.startsFrom': 'el día desde el que corre el plazo',
    'deadline.extendable': 'si el plazo se puede prorrogar',
    'deadline.consequence': 'qué pasa si se vence el plazo',
    'deadline.authority': 'la ley en que se basa el plazo',
    'deadline.source': 'la fuente del plazo',
    'sourcing.source': 'la fuente que ven los lectores',
    'sourcing.checkedOn': 'el día en que se verificó la fuente',
  },
  rows: {
    connections: (name) => `el camino a ${name}`,
    phones: (name) => `el teléfono ${name}`,
    urls: (name) => `la dirección en ${name}`,
    alternatives: (name) => `el consejo para «${name}»`,
    'deadline.alternatives': (name) => `el otro plazo ${name}`,
    examples: (name) => `el ejemplo ${name}`,
  },
  row: (label, name) => `${label} ${name}`,

  changes: (what, from, to) => `${what} cambia de ${from} a ${to}.`,
  isNow: (what, to) => `${what} es ahora ${to}; antes no había nada.`,
  isGone: (what, from) => `${what} queda sin nada; antes era ${from}.`,
  ticked: {
    isStart: { yes: 'El camino ahora empieza aquí.', no: 'El camino ya no empieza aquí.' },
    isEnd: { yes: 'El camino ahora termina aquí.', no: 'El camino ya no termina aquí.' },
    moreToCome: {
      yes: 'Ahora se dice a los lectores que vendrán más temas.',
      no: 'Ya no se dice a los lectores que vendrán más temas.',
    },
    'deadline.printedDateWins': {
      yes: 'Ahora vale la fecha impresa en el aviso antes que el plazo.',
      no: 'Ya no vale la fecha impresa en el aviso antes que el plazo.',
    },
  },
  transfer: (way, yes) => (yes ? `${way} ahora cambia de línea.` : `${way} ya no cambia de línea.`),

  period: (count, unit) => `${count} ${unit}`,
  units: {
    calendarDays: (count) => (count === 1 ? 'día' : 'días'),
    businessDays: (count) => (count === 1 ? 'día hábil' : 'días hábiles'),
    months: (count) => (count === 1 ? 'mes' : 'meses'),
    years: (count) => (count === 1 ? 'año' : 'años'),
  },
  withoutUnit: 'sin unidad',
  withoutCount: 'sin número de',
  deadline: 'el plazo',
  deadlineGoes: (what, from, to) => `${what} pasa de ${from} a ${to}.`,
  deadlineNew: (what, to) => `${what} es ahora de ${to}; antes no había.`,
  deadlineGone: (what, from) =>
    `${what} de ${from} desaparece: se dice a los lectores que usen la fecha impresa en el aviso.`,

  position: {
    changed: 'El lugar en el mapa cambia.',
    added: 'El lugar en el mapa queda fijado.',
    removed: 'El lugar en el mapa lo decide otra vez el diseño automático.',
  },
  names: { slug: 'la dirección', code: 'el código', number: 'el número' },
  nameChanges: (what, from, to) =>
    `${what} cambia de ${from} a ${to}; a los lectores se les lleva desde la forma anterior.`,
  nameNew: (what, to) => `${what} es ${to}.`,
  nameGone: (what, from) => `${what} ${from} desaparece.`,
  alias: {
    added: (name) => `Ahora también se encuentra como ${name}.`,
    removed: (name) => `Ya no se encuentra como ${name}.`,
  },

  file: {
    replaced: (from, to) => `El archivo ${from} se sustituye por ${to}.`,
    bytes: (name) => `Lo que hay en el archivo ${name} cambia.`,
    renamed: (from, to) => `El archivo ${from} se llama ahora ${to}.`,
    facts: (name) => `Lo que se registra del archivo ${name} cambia.`,
    added: (name) => `Se añade el archivo ${name}.`,
    removed: (name) => `Se quita el archivo ${name}.`,
  },

  documents: {
    stations: (name) => `la estación ${name}`,
    notices: (name) => `el aviso ${name}`,
    steps: (name) => `el paso ${name}`,
    forms: (name) => `el formulario ${name}`,
    phases: (name) => `la fase ${name}`,
    'help-organizations': (name) => `la organización ${name}`,
  },
  item: {
    added: (item, list, place) => `${item} se añade a ${list}, en el lugar ${place}.`,
    removed: (item, list) => `${item} se quita de ${list}.`,
    moved: (item, from, to) => `${item} pasa del lugar ${from} al ${to}.`,
  },
  order: (list, entries) => `El orden de ${list} cambia a ${entries}.`,
  more: (count) => `${count} más`,

  leadsTo: {
    added: (station, condition) =>
      condition === null ? `Ahora lleva a ${station}.` : `Ahora lleva a ${station}, ${condition}.`,
    removed: (station) => `Ya no lleva a ${station}.`,
  },
  rowAdded: (row) => `Se añade ${row}.`,
  rowRemoved: (row) => `Se quita ${row}.`,
  moves: { up: (what) => `${what} sube.`, down: (what) => `${what} baja.` },
  rowMoved: (row, from, to) => `${row} pasa del lugar ${from} al ${to}.`,

  words: (count, number) => (count === 1 ? '1 palabra' : `${number} palabras`),
  wordsChange: (count, words) => `${count === 1 ? 'cambia' : 'cambian'} ${words}`,
  wordsAdded: (count, words) => `se ${count === 1 ? 'añade' : 'añaden'} ${words}`,
  wordsRemoved: (count, words) => `se ${count === 1 ? 'quita' : 'quitan'} ${words}`,
  onlyPunctuation: 'solo cambian la puntuación o los espacios',
  inText: (clause, text) => `${clause} en ${text}.`,
  ofText: (text, clauses) => `${text}: ${clauses}.`,
  textAdded: (text, words) => `Se añade ${text} (${words}).`,
  textRemoved: (text, words) => `Se quita ${text} (${words}).`,

  blocks: {
    paragraph: (count, number) => (count === 1 ? 'un párrafo' : `${number} párrafos`),
    heading: (count, number) => (count === 1 ? 'un título' : `${number} títulos`),
    listItem: (count, number) =>
      count === 1 ? 'un elemento de una lista' : `${number} elementos de listas`,
    tableRow: (count, number) =>
      count === 1 ? 'una fila de una tabla' : `${number} filas de tablas`,
    quote: (count, number) => (count === 1 ? 'una cita' : `${number} citas`),
    other: (count, number) => (count === 1 ? 'un bloque' : `${number} bloques`),
  },
  rewritten: (count, blocks) => `se ${count === 1 ? 'reescribe' : 'reescriben'} ${blocks}`,
  blocksAre: {
    added: (count, blocks) => `se ${count === 1 ? 'añade' : 'añaden'} ${blocks}`,
    removed: (count, blocks) => `se ${count === 1 ? 'quita' : 'quitan'} ${blocks}`,
    up: (count, blocks) => `${count === 1 ? 'sube' : 'suben'} ${blocks}`,
    down: (count, blocks) => `${count === 1 ? 'baja' : 'bajan'} ${blocks}`,
  },
  becomes: (from, to) => `${from} se convierte en ${to}`,
  levelChanges: (from, to) => `un título pasa del nivel ${from} al ${to}`,
  depthChanges: 'un elemento de una lista pasa a otro nivel',
  lists: { number: 'una lista queda numerada', bullet: 'una lista queda con puntos' },
  listOther: 'una lista pasa a ser de otro tipo',
  marks: {
    bold: 'en negrita',
    italic: 'en cursiva',
    strikethrough: 'tachado',
    underline: 'subrayado',
    code: 'como código',
    subscript: 'como subíndice',
    superscript: 'como superíndice',
  },
  marked: (text, mark) => `${text} queda ${mark}`,
  unmarked: (text, mark) => `${text} ya no está ${mark}`,
  linkLeads: (text, from, to) => `el enlace ${text} lleva ahora a ${to}, y ya no a ${from}`,
  linkAdded: (text, to) => `${text} se convierte en un enlace a ${to}`,
  linkRemoved: (text, from) => `${text} ya no es un enlace a ${from}`,
  linkTab: (text, isNew) =>
    isNew
      ? `el enlace ${text} se abre en otra pestaña`
      : `el enlace ${text} ya no se abre en otra pestaña`,
  nowhere: 'ninguna parte',
  arrangement: 'una lista o tabla se divide o se une',
  attributes: (names) => `cambia algo que los lectores apenas ven (${names})`,

  summary: {
    nothing: 'Ningún cambio',
    document: 'Documento nuevo',
    names: 'Dirección o código',
    deadline: 'Plazo',
    position: 'Lugar en el mapa',
    file: 'Archivo',
    sources: 'Fuentes',
    steps: (count, number) => (count === 1 ? '1 paso' : `${number} pasos`),
    connections: (count, number) => (count === 1 ? '1 conexión' : `${number} conexiones`),
    inFields: (words, count, number) =>
      count === 1 ? `${words} en 1 campo` : `${words} en ${number} campos`,
    moved: (count, number) => (count === 1 ? '1 traslado' : `${number} traslados`),
    look: (count, number) => (count === 1 ? 'aspecto de 1 texto' : `aspecto de ${number} textos`),
    links: (count, number) => (count === 1 ? '1 enlace' : `${number} enlaces`),
    others: (count, number) => (count === 1 ? '1 cambio más' : `${number} cambios más`),
  },
}
