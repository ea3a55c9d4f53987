import type { MendWords } from '../words.ts'

/** Names that Payload's own controls lack, in Spanish. */
export const es: MendWords = {
  allRows: 'Seleccionar todas las filas',
  bold: 'Negrita',
  clear: 'Vaciar',
  copy: 'Copiar',
  create: (title) => `Crear: ${title}`,
  documentHead: 'Encabezado y pestañas',
  italic: 'Cursiva',
  link: 'Enlace',
  moreActions: 'Más acciones',
  moreActionsFor: (what) => `Más acciones: ${what}`,
  move: (what) => `Mover: ${what}`,
  next: 'Página siguiente',
  previous: 'Página anterior',
  row: (title) => `Seleccionar ${title}`,
  sortDown: (column) => `Ordenar por ${column}, descendente`,
  sortUp: (column) => `Ordenar por ${column}, ascendente`,
}
