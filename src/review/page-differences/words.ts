/** The words that marks and the list of changes say, in the language of whoever reviews. */
export interface PageDifferenceWords {
  /** Of these words themselves. */
  language: 'en' | 'es'
  /** The same, where the page they stand in is in another language. */
  lang?: 'en' | 'es'
  added: string
  removed: string
  movedHere: string
  movedAway: string
  /** Shown where a block stands now, and where it stood. */
  movedFrom: (place: string) => string
  movedTo: (what: string, place: string) => string
  /** Places: after other words, or first of all under a heading. */
  after: (words: string) => string
  beginningOf: (heading: string) => string
  beginning: string
  wholePageAdded: string
  wholePageRemoved: string
  linkElsewhere: (from: string, to: string) => string
  nowLink: (to: string) => string
  noLink: (from: string) => string
  headingLevel: (from: number, to: number) => string
  nowOpen: string
  nowClosed: string
  /** A text that is heard and not seen, such as the name of a picture. */
  heardText: (from: string, to: string) => string
  /** How words look or what they are, by the name of the HTML element. */
  nowIs: (element: string) => string
  noLonger: (element: string) => string
  /** Anything else about an element. */
  attribute: (name: string, from: string, to: string) => string
  /** Of an edit that was made more than once. */
  inPlaces: (count: number) => string
  /** Element names as people call them. */
  elements: Readonly<Record<string, string>>
  nothing: string
}

const en: PageDifferenceWords = {
  language: 'en',
  added: 'Added:',
  removed: 'Removed:',
  movedHere: 'Moved here:',
  movedAway: 'Moved away from here:',
  movedFrom: (place) => `Moved here. It stood ${place}.`,
  movedTo: (what, place) => `Moved from here: “${what}”. It stands now ${place}.`,
  after: (words) => `after “${words}”`,
  beginningOf: (heading) => `first under “${heading}”`,
  beginning: 'first',
  wholePageAdded: 'The whole page is new',
  wholePageRemoved: 'The whole page goes',
  linkElsewhere: (from, to) => `Link leads elsewhere: ${from} → ${to}`,
  nowLink: (to) => `Is now a link to ${to}`,
  noLink: (from) => `Is no longer a link to ${from}`,
  headingLevel: (from, to) => `Heading level ${from} → ${to}`,
  nowOpen: 'Stands open now',
  nowClosed: 'Stands closed now',
  heardText: (from, to) => `What screen readers say: “${from}” → “${to}”`,
  nowIs: (element) => `Is now ${element}`,
  noLonger: (element) => `Is no longer ${element}`,
  attribute: (name, from, to) => `${name}: ${from} → ${to}`,
  inPlaces: (count) => `(in ${count} places)`,
  elements: {
    strong: 'bold',
    b: 'bold',
    em: 'italic',
    i: 'italic',
    u: 'underlined',
    s: 'struck through',
    code: 'code',
    sub: 'subscript',
    sup: 'superscript',
    p: 'a paragraph',
    ul: 'a list without numbers',
    ol: 'a numbered list',
    th: 'a heading cell',
    td: 'a plain cell',
    blockquote: 'a quotation',
    h1: 'a heading',
    h2: 'a heading',
    h3: 'a heading',
    h4: 'a heading',
    h5: 'a heading',
    h6: 'a heading',
  },
  nothing: 'nothing',
}

const es: PageDifferenceWords = {
  language: 'es',
  added: 'Se agrega:',
  removed: 'Se quita:',
  movedHere: 'Se movió aquí:',
  movedAway: 'Se movió de aquí:',
  movedFrom: (place) => `Se movió aquí. Estaba ${place}.`,
  movedTo: (what, place) => `Se movió de aquí: «${what}». Ahora está ${place}.`,
  after: (words) => `después de «${words}»`,
  beginningOf: (heading) => `al comienzo de «${heading}»`,
  beginning: 'al comienzo',
  wholePageAdded: 'Toda la página es nueva',
  wholePageRemoved: 'Se quita toda la página',
  linkElsewhere: (from, to) => `El enlace lleva a otro lugar: ${from} → ${to}`,
  nowLink: (to) => `Ahora es un enlace a ${to}`,
  noLink: (from) => `Ya no es un enlace a ${from}`,
  headingLevel: (from, to) => `Nivel del título: ${from} → ${to}`,
  nowOpen: 'Ahora se muestra abierto',
  nowClosed: 'Ahora se muestra cerrado',
  heardText: (from, to) => `Lo que dicen los lectores de pantalla: «${from}» → «${to}»`,
  nowIs: (element) => `Ahora es ${element}`,
  noLonger: (element) => `Ya no es ${element}`,
  attribute: (name, from, to) => `${name}: ${from} → ${to}`,
  inPlaces: (count) => `(en ${count} lugares)`,
  elements: {
    strong: 'negrita',
    b: 'negrita',
    em: 'cursiva',
    i: 'cursiva',
    u: 'subrayado',
    s: 'tachado',
    code: 'código',
    sub: 'subíndice',
    sup: 'superíndice',
    p: 'un párrafo',
    ul: 'una lista sin números',
    ol: 'una lista numerada',
    th: 'una celda de título',
    td: 'una celda común',
    blockquote: 'una cita',
    h1: 'un título',
    h2: 'un título',
    h3: 'un título',
    h4: 'un título',
    h5: 'un título',
    h6: 'un título',
  },
  nothing: 'nada',
}

/** By the language of whoever reviews. */
export const pageDifferenceWords = { en, es } as const
