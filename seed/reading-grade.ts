import { syllable } from 'syllable'
import type { Locale } from '../src/locales.ts'
import type { NoticeProse, Roadmap, StationProse, StepProse, Text } from './roadmap.ts'

/** How hard a text is to read. */
export interface Reading {
  words: number
  sentences: number
  syllables: number
  /** School grade that is enough to read it: see `readingOf`. */
  grade: number
}

/** How hard a page is to read, with all its steps. */
export interface PageReading extends Reading {
  /** Address of a station or code of a notice. */
  page: string
  locale: Locale
}

/** Highest school grade that a page may need. */
export const highestGrade = 8

/**
 * How hard a text is to read.
 *
 * English by the Flesch-Kincaid grade level (Kincaid and others, Navy Research Branch Report 8-75, 1975). Spanish
 * by the reading ease of Fernández Huerta (Consigna 214, 1959), which has no grades: the ease is brought to the
 * grade for which Flesch's table of 1949 gives the same ease.
 *
 * @param text in plain words; ends of lines end sentences
 */
export function readingOf(text: string, locale: Locale): Reading {
  const sentences = text
    .split(/(?<=[.!?…:])["”»)]*\s+|\n+/)
    .map(wordsOf)
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, locale), 0)
  const [perSentence, perWord] = [words.length / sentences.length, syllables / words.length]
  const grade =
    locale === 'en'
      ? 0.39 * perSentence + 11.8 * perWord - 15.59
      : gradeForEase(206.84 - 60 * perWord - 1.02 * perSentence)
  return { words: words.length, sentences: sentences.length, syllables, grade }
}

/** How hard every station and notice is to read, in every language, the hardest first. */
export function readingsOf(roadmap: Roadmap): PageReading[] {
  const steps = new Map(roadmap.steps.map(({ slug, prose }) => [slug, prose]))
  const pages = [
    ...roadmap.stations.map(({ fact, prose }) => ({ page: fact.slug, prose })),
    ...roadmap.notices.map(({ fact, prose }) => ({ page: fact.code, prose })),
  ]
  return pages
    .flatMap(({ page, prose }) =>
      (['en', 'es'] as const).map((locale) => ({
        page,
        locale,
        ...readingOf(textOf(prose, steps, locale), locale),
      })),
    )
    .sort((one, other) => other.grade - one.grade)
}

function textOf(
  prose: StationProse | NoticeProse,
  steps: ReadonlyMap<string, StepProse>,
  locale: Locale,
): string {
  const { summary, overview, whatItMeans, howIGotHere, nextSteps, whereToGetHelp } = prose
  const texts: (Text | undefined)[] = [
    summary,
    overview,
    ...('examples' in prose ? (prose.examples ?? []).map(({ text }) => text) : []),
    whatItMeans,
    howIGotHere,
    nextSteps,
    whereToGetHelp,
    ...(prose.steps ?? []).flatMap((slug) => {
      const step = steps.get(slug)
      return step ? [step.body, ...(step.alternatives ?? []).map(({ body }) => body)] : []
    }),
  ]
  return texts.map((text) => plain(text?.[locale] ?? '')).join('\n')
}

/** Markdown without its signs. The words of links stay. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*]|\d+\.)\s+/gm, '')
    .replace(/^\|?[\s:|-]+\|[\s:|-]*$/gm, '')
    .replace(/[*_`#|]/g, ' ')
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
}

function syllablesOf(word: string, locale: Locale): number {
  // Codes and numbers are read as one look, not spelled out.
  if (/\d/.test(word)) return 1
  return locale === 'en' ? Math.max(1, syllable(word)) : syllablesInSpanish(word)
}

/** Vowels that stand together are one syllable unless two strong ones meet, or a stressed weak one. */
function syllablesInSpanish(word: string): number {
  const groups =
    word
      .toLowerCase()
      .replace(/(?<=[qg])u(?=[eiéí])/g, '')
      .replace(/y(?![aeiouáéíóú])/g, 'i')
      .match(/[aeiouáéíóúü]+/g) ?? []
  const count = groups.reduce(
    (sum, group) => sum + 1 + (group.match(/[aeoáéóíú](?=[aeoáéóíú])/g) ?? []).length,
    0,
  )
  return Math.max(1, count)
}

/** Reading ease and the grade it is enough for (Flesch, The Art of Readable Writing, 1949). */
const grades: [ease: number, grade: number][] = [
  [100, 4],
  [90, 5],
  [80, 6],
  [70, 7],
  [60, 8],
  [50, 10],
  [30, 13],
  [0, 17],
]

function gradeForEase(ease: number): number {
  const below = grades.findIndex(([least]) => ease >= least)
  if (below === 0) return grades[0]![1]
  const [low, lowGrade] = grades[below < 0 ? grades.length - 1 : below]!
  const [high, highGrade] = grades[(below < 0 ? grades.length - 1 : below) - 1]!
  return highGrade + ((high - ease) / (high - low)) * (lowGrade - highGrade)
}
