import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Locale } from '../src/locales.ts'
import { refuseMisformed, type ProseFolder } from './prose-form.ts'

/** One text in every language. */
export type Text = Record<Locale, string>

/** How sure a fact is, as the collected facts say it. */
export type Certainty = string

export interface Fact {
  certainty: Certainty
  source: string | null
  note?: string
}

export interface PhaseFact extends Fact {
  slug: string
  name: string
  order: number
}

export interface StationFact extends Fact {
  slug: string
  title: string
  phase: string
  order: number
  /** Whether people enter the map here. Inferred: no source says so. */
  isStart?: boolean
  /** Whether nothing follows. Inferred from that no source names a station after it. */
  isEnd?: boolean
}

export interface ConnectionFact extends Fact {
  from: string
  to: string
  condition: string
  transfer: boolean
}

export interface DeadlineFact {
  count: number
  unit: 'calendarDays'
  startsFrom: 'noticeDate' | 'fifthBusinessDayAfterFiling'
  printedDateWins: boolean
  extendable?: boolean
  authority?: string
  alternative?: { count: number; unit: 'calendarDays'; when: 'addressedAbroad' }
  certainty: Certainty
  source?: string
}

export interface NoticeFact extends Fact {
  code: string
  kind: 'notice' | 'letter'
  phase: string
  station: string | null
  deadline?: DeadlineFact
  deadlineNote?: string
}

export interface FormFact extends Omit<Fact, 'source'> {
  number: string
  title: string
  kind: 'form' | 'publication' | 'notice'
  url: string
  revision?: string
}

export interface OrganizationFact extends Fact {
  slug: string
  name: string
  abbreviation: string
  url: string
  phone: string | null
  tty: string | null
}

/** Claims of the prose that its facts do not bear out: what to check, why, and against what. For the team alone. */
interface Checked {
  toCheck?: string[]
}

export interface Answers extends Checked {
  overview: Text
  whatItMeans?: Text
  howIGotHere?: Text
  nextSteps?: Text
  steps?: string[]
  whereToGetHelp?: Text
  helpOrganizations?: string[]
  relatedNotices?: string[]
  searchTerms: Record<Locale, string[]>
}

export interface StationProse extends Answers {
  title: Text
  summary: Text
  examples?: { text: Text; notices?: string[] }[]
  /** Whether more topics will follow; by default on pages that do not answer the questions yet. */
  moreToCome?: boolean
}

export interface NoticeProse extends Answers {
  title: Text
  summary: Text
  aliases?: string[]
  stations: string[]
  forms?: string[]
  deadlineConsequence?: Text
}

export interface StepProse extends Checked {
  title: Text
  follows: 'then' | 'and' | 'or'
  body: Text
  alternatives?: {
    situation: string
    heading: Text
    body: Text
    forms?: string[]
    helpOrganizations?: string[]
  }[]
  forms?: string[]
  helpOrganizations?: string[]
}

export interface OrganizationProse {
  name: Text
  whatTheyDo: Text
  whoIsEligible?: Text
  hours?: Text
  phoneLabel?: Text
  ttyLabel?: Text
  languages?: string[]
}

export interface SynonymProse {
  name: string
  typed: Record<Locale, string[]>
  meant: Record<Locale, string[]>
}

export interface PopularTermProse {
  term: string
  language: Locale
  order: number
}

/** The whole roadmap as it lies in the files beside this one: facts with their sources, and our own words. */
export interface Roadmap {
  phases: { fact: PhaseFact; prose: { name: Text; summary: Text } }[]
  stations: { fact: StationFact; prose: StationProse; connections: ConnectionFact[] }[]
  notices: { fact: NoticeFact; prose: NoticeProse }[]
  forms: { fact: FormFact; prose: { title: Text; purpose: Text } }[]
  organizations: { fact: OrganizationFact; prose: OrganizationProse }[]
  steps: { slug: string; prose: StepProse }[]
  /** What readers see on the arrows, by the condition as the facts name it. */
  conditions: Record<string, Text>
  /** What people type to find the pages. */
  search: { synonyms: Record<string, SynonymProse>; popular: PopularTermProse[] }
}

const folder = path.resolve('seed')

/**
 * Reads the roadmap. No network, no database.
 *
 * @throws Error naming the first fact that has no words, or words that have no fact
 */
export function readRoadmap(): Roadmap {
  const connections = facts<ConnectionFact>('connections')
  const stationProse = proseIn<StationProse>('stations')
  const noticeProse = proseIn<NoticeProse>('notices')
  const phaseProse = prose<{ name: Text; summary: Text }>('phases.yaml')
  const formProse = prose<{ title: Text; purpose: Text }>('forms.yaml')
  const organizationProse = prose<OrganizationProse>('help-organizations.yaml')
  return {
    phases: facts<PhaseFact>('phases').map((fact) => ({
      fact,
      prose: wordsFor(phaseProse, fact.slug),
    })),
    stations: facts<StationFact>('stations').map((fact) => ({
      fact,
      prose: wordsFor(stationProse, fact.slug),
      connections: connections.filter(({ from }) => from === fact.slug),
    })),
    notices: facts<NoticeFact>('notices').map((fact) => ({
      fact,
      prose: wordsFor(noticeProse, fact.code),
    })),
    forms: facts<FormFact>('forms').map((fact) => ({
      fact,
      prose: wordsFor(formProse, keyOf(fact.number)),
    })),
    organizations: facts<OrganizationFact>('help-organizations').map((fact) => ({
      fact,
      prose: wordsFor(organizationProse, fact.slug),
    })),
    steps: Object.entries(proseIn<StepProse>('steps')).map(([slug, words]) => ({
      slug,
      prose: words,
    })),
    conditions: parse(read('content/conditions.yaml')) as Record<string, Text>,
    search: parse(read('content/search.yaml')) as Roadmap['search'],
  }
}

/** The key under which a form or notice is named in the content files: lower case, joined by hyphens. */
export function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

function facts<Row>(name: string): Row[] {
  return JSON.parse(read(`facts/${name}.json`)) as Row[]
}

function prose<Entry>(file: string): Record<string, Entry> {
  return parse(read(`content/${file}`)) as Record<string, Entry>
}

/** The entries of all files in a folder. @throws Error when one is misformed, or two files have one of the same key */
function proseIn<Entry>(place: ProseFolder): Record<string, Entry> {
  const entries: Record<string, Entry> = {}
  for (const file of readdirSync(path.join(folder, 'content', place)).sort()) {
    const found = prose<Entry>(`${place}/${file}`)
    refuseMisformed(place, file, found)
    for (const [key, entry] of Object.entries(found)) {
      if (Object.hasOwn(entries, key))
        throw new Error(`${place} has “${key}” twice, also in ${file}.`)
      entries[key] = entry
    }
  }
  return entries
}

function wordsFor<Entry>(entries: Record<string, Entry>, key: string): Entry {
  const entry = entries[key]
  if (!entry) throw new Error(`seed/content has no words for “${key}”, which seed/facts names.`)
  return entry
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8')
}
