declare module 'snowball-stemmers' {
  /** A stemmer for a language by its English name, such as `english`. */
  export function newStemmer(language: string): { stem: (word: string) => string }
}
