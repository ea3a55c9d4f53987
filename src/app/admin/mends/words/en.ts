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
  row: (title: string) => `Select ${title}`,
  sortDown: (column: string) => `Sort by ${column}, descending`,
  sortUp: (column: string) => `Sort by ${column}, ascending`,
}
