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
  nothing: 'sin valor',
  row: (title) => `Seleccionar ${title}`,
  search: (name) => `Buscar en el texto, ${searched[name]}`,
  sortDown: (column) => `Ordenar por ${column}, descendente`,
  sortUp: (column) => `Ordenar por ${column}, ascendente`,
  untitled: 'Sin título',
}

const searched: Record<Parameters<MendWords['search']>[0], string> = {
  address: 'el título o la dirección',
  code: 'el título o el código',
  name: 'el nombre o la dirección',
  number: 'el título o el número',
  file: 'la descripción o el nombre del archivo',
}
