import type { Language } from './addresses.ts'

/** About as much as search engines show of a description, in characters. */
const longest = 160

/**
 * What a text begins with, as a description of it: its first sentence, or as many whole words of it as search
 * engines show.
 */
export function firstSentence(text: string, language: Language): string {
  const [paragraph = ''] = text.trim().split('\n')
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(paragraph)
  const sentence = first?.segment.trim() ?? ''
  if (sentence.length <= longest) return sentence
  const words = sentence.slice(0, longest).split(' ').slice(0, -1)
  return `${words.join(' ').replace(/[\p{P}\s]+$/u, '')}…`
}
