/**
 * The style sheet of the reader's site without what no page has.
 *
 * @returns it, and the selectors that were left out
 */
export function styleOfPages(): Promise<{ css: string; leftOut: string[] }>
