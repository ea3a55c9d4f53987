import type { Answers, NoticeProse, StationProse, StepProse } from './roadmap.ts'

const answers: Record<keyof Answers, true> = {
  overview: true,
  whatItMeans: true,
  howIGotHere: true,
  nextSteps: true,
  steps: true,
  whereToGetHelp: true,
  helpOrganizations: true,
  relatedNotices: true,
  searchTerms: true,
  toCheck: true,
}

/** What an entry may say, by the folder its file lies in. */
const fields: {
  stations: Record<keyof StationProse, true>
  notices: Record<keyof NoticeProse, true>
  steps: Record<keyof StepProse, true>
} = {
  stations: { ...answers, title: true, summary: true, examples: true, moreToCome: true },
  notices: {
    ...answers,
    title: true,
    summary: true,
    aliases: true,
    stations: true,
    forms: true,
    deadlineConsequence: true,
  },
  steps: {
    title: true,
    follows: true,
    body: true,
    alternatives: true,
    forms: true,
    helpOrganizations: true,
    toCheck: true,
  },
}

/** A folder of content files. */
export type ProseFolder = keyof typeof fields

/**
 * Refuses an entry that would lose words in silence: with a field of another name, or with nothing to check.
 *
 * @throws Error naming the file, the entry and what is wrong with it
 */
export function refuseMisformed(folder: ProseFolder, file: string, entries: object): void {
  for (const [key, entry] of Object.entries(entries)) {
    const wrong = whatIsWrong(folder, entry)
    if (wrong) throw new Error(`content/${folder}/${file}: “${key}” ${wrong}.`)
  }
}

function whatIsWrong(folder: ProseFolder, entry: object): string | undefined {
  const unknown = Object.keys(entry).find((name) => !Object.hasOwn(fields[folder], name))
  if (unknown !== undefined) return `has “${unknown}”, which is no field of ${folder}`
  if ('toCheck' in entry && !isListOfSentences(entry.toCheck))
    return 'needs a sentence in each line of “toCheck”, or no “toCheck” at all'
  return undefined
}

function isListOfSentences(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((line) => typeof line === 'string' && line.trim() !== '')
  )
}
