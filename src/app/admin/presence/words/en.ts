/** What the panel says about who is in a document, in English. */
export const en = {
  writing: (name: string) => `${name} is writing here now`,
  looking: (name: string) => `${name} is looking at it now`,
}
