/** Names that Payload's own controls lack, in English. */
export const en = {
  allRows: 'Select all rows',
  bold: 'Bold',
  clear: 'Clear',
  copy: 'Copy',
  create: (title: string) => `Create: ${title}`,
  documentHead: 'Heading and tabs',
  italic: 'Italic',
  link: 'Link',
  moreActions: 'More actions',
  moreActionsFor: (what: string) => `More actions: ${what}`,
  move: (what: string) => `Move: ${what}`,
  next: 'Next page',
  previous: 'Previous page',
  nothing: 'none',
  row: (title: string) => `Select ${title}`,
  search: (name: keyof typeof searched) => `Search the text, ${searched[name]}`,
  sortDown: (column: string) => `Sort by ${column}, descending`,
  sortUp: (column: string) => `Sort by ${column}, ascending`,
  untitled: 'Untitled',
}

/** What documents of a type are found by besides their text. */
const searched = {
  address: 'title or address',
  code: 'title or code',
  name: 'name or address',
  number: 'title or number',
  file: 'description or file name',
}
