import type { Locale } from '../src/locales.ts'
import { richText } from './markdown.ts'
import type { Referable, References } from './references.ts'
import {
  type DeadlineFact,
  type NoticeProse,
  type Roadmap,
  type StationProse,
  type Text,
} from './roadmap.ts'
import {
  beginningAndEnd,
  certaintyValue,
  doubts,
  isSourced,
  sourcing,
  stepFact,
  toCheck,
} from './sourcing.ts'

/** Colours of the lines with enough contrast to white, and a letter for where colours cannot be seen. */
const lineLooks: Record<string, { colour: string; marker: string }> = {
  preparation: { colour: '#005ea2', marker: 'P' },
  processing: { colour: '#4a7729', marker: 'R' },
  notices: { colour: '#565c65', marker: 'N' },
  exam: { colour: '#b50909', marker: 'E' },
  appeals: { colour: '#8b5300', marker: 'A' },
  collection: { colour: '#54278f', marker: 'C' },
  litigation: { colour: '#00687d', marker: 'L' },
}

/** A document as the content files have it: how it is found, and its data in one language. */
export interface SeedDocument {
  collection: Referable
  /** The fields that name it, which are the same in every language. */
  key: Record<string, string>
  /** What a document must have to exist at all, before anything can refer to it. */
  first: Record<string, unknown>
  /** All of it in one language. */
  data: (locale: Locale, references: References) => Record<string, unknown>
}

/** Every document of the roadmap, those that others refer to first. */
export function documentsOf(roadmap: Roadmap): SeedDocument[] {
  return [
    ...phases(roadmap),
    ...organizations(roadmap),
    ...forms(roadmap),
    ...steps(roadmap),
    ...stations(roadmap),
    ...notices(roadmap),
    ...synonyms(roadmap),
    ...popularTerms(roadmap),
  ]
}

function phases({ phases: rows }: Roadmap): SeedDocument[] {
  return rows.map(({ fact, prose }) => ({
    collection: 'phases',
    key: { slug: fact.slug },
    first: { slug: fact.slug, name: prose.name.en, order: fact.order },
    data: (locale) => ({
      name: prose.name[locale],
      summary: prose.summary[locale],
      order: fact.order,
      ...lineLooks[fact.slug],
      sourcing: sourcing(fact),
    }),
  }))
}

function organizations({ organizations: rows }: Roadmap): SeedDocument[] {
  return rows.map(({ fact, prose }) => ({
    collection: 'help-organizations',
    key: { slug: fact.slug },
    first: { slug: fact.slug, name: prose.name.en },
    data: (locale, references) => ({
      name: prose.name[locale],
      abbreviation: fact.abbreviation,
      whatTheyDo: long(prose.whatTheyDo, locale, references),
      whoIsEligible: long(prose.whoIsEligible, locale, references),
      phones: [
        ...(fact.phone
          ? [{ label: prose.phoneLabel?.[locale], number: fact.phone, tty: false }]
          : []),
        ...(fact.tty ? [{ label: prose.ttyLabel?.[locale], number: fact.tty, tty: true }] : []),
      ],
      hours: prose.hours?.[locale]?.trim(),
      url: fact.url,
      languages: prose.languages ?? [],
      sourcing: sourcing(fact),
    }),
  }))
}

function forms({ forms: rows }: Roadmap): SeedDocument[] {
  return rows.map(({ fact, prose }) => ({
    collection: 'forms',
    key: { number: fact.number },
    first: { number: fact.number, title: prose.title.en, kind: fact.kind },
    data: (locale) => ({
      title: prose.title[locale],
      kind: fact.kind,
      purpose: prose.purpose[locale],
      urls: [{ language: 'en', url: fact.url }],
      revision: fact.revision,
      sourcing: sourcing({ ...fact, source: null }),
    }),
  }))
}

function steps({ steps: rows }: Roadmap): SeedDocument[] {
  return rows.map(({ slug, prose }) => ({
    collection: 'steps',
    key: { slug: slug },
    first: { slug, title: prose.title.en, follows: prose.follows },
    data: (locale, references) => ({
      title: prose.title[locale],
      follows: prose.follows,
      body: long(prose.body, locale, references),
      alternatives: (prose.alternatives ?? []).map((alternative) => ({
        situation: alternative.situation,
        heading: alternative.heading[locale],
        body: long(alternative.body, locale, references),
        forms: references.ids('forms', alternative.forms),
        helpOrganizations: references.ids('help-organizations', alternative.helpOrganizations),
      })),
      forms: references.ids('forms', prose.forms),
      helpOrganizations: references.ids('help-organizations', prose.helpOrganizations),
      sourcing: sourcing(stepFact, toCheck(prose)),
    }),
  }))
}

function stations({ stations: rows, conditions }: Roadmap): SeedDocument[] {
  return rows.map(({ fact, prose, connections }) => ({
    collection: 'stations',
    key: { slug: fact.slug },
    first: { slug: fact.slug, title: prose.title.en },
    data: (locale, references) => ({
      ...answers(prose, locale, references),
      title: prose.title[locale],
      phase: references.id('phases', fact.phase),
      // Stations where lines branch carry the word in their title.
      kind: /\bStation\b/.test(fact.title) ? 'hub' : 'stop',
      order: fact.order,
      isStart: fact.isStart,
      isEnd: fact.isEnd,
      examples: (prose.examples ?? []).map((example) => ({
        text: long(example.text, locale, references),
        notices: references.ids('notices', example.notices),
      })),
      moreToCome: prose.moreToCome ?? prose.whatItMeans === undefined,
      connections: connections.map((connection) => ({
        to: references.id('stations', connection.to),
        condition:
          connection.condition === '' ? undefined : conditions[connection.condition]![locale],
        transfer: connection.transfer,
        certainty: certaintyValue(connection.certainty),
        source: connection.source,
      })),
      sourcing: sourcing(fact, [...beginningAndEnd(fact), ...toCheck(prose)]),
    }),
  }))
}

function notices({ notices: rows }: Roadmap): SeedDocument[] {
  return rows.map(({ fact, prose }) => ({
    collection: 'notices',
    key: { code: fact.code },
    first: { code: fact.code, title: prose.title.en, kind: fact.kind },
    data: (locale, references) => ({
      ...answers(prose, locale, references),
      title: prose.title[locale],
      kind: fact.kind,
      phase: references.id('phases', fact.phase),
      aliases: prose.aliases ?? [],
      stations: references.ids('stations', prose.stations),
      forms: references.ids('forms', prose.forms),
      deadline: isSourced(fact.deadline)
        ? deadline(fact.deadline, prose, locale)
        : { printedDateWins: true },
      officialUrl: /^https:\/\/(www\.)?irs\.gov\//.test(fact.source ?? '')
        ? fact.source
        : undefined,
      sourcing: sourcing(fact, [...doubts(fact), ...toCheck(prose)]),
    }),
  }))
}

function synonyms({ search }: Roadmap): SeedDocument[] {
  return Object.values(search.synonyms).map(({ meant, name, typed }) => ({
    collection: 'synonyms',
    key: { name },
    first: { name },
    data: (locale) => ({ name, typed: typed[locale], meant: meant[locale] }),
  }))
}

function popularTerms({ search }: Roadmap): SeedDocument[] {
  return search.popular.map(({ language, order, term }) => ({
    collection: 'popular-terms',
    key: { term, language },
    first: { term, language },
    data: () => ({ term, language, order, treatment: 'pinned' }),
  }))
}

/** A notice's deadline in the form of the deadline fields. */
export function deadline(
  fact: DeadlineFact,
  prose: Pick<NoticeProse, 'deadlineConsequence'>,
  locale: Locale,
): Record<string, unknown> {
  return {
    count: fact.count,
    unit: fact.unit,
    startsFrom: fact.startsFrom,
    printedDateWins: fact.printedDateWins,
    extendable: fact.extendable === undefined ? 'unknown' : fact.extendable ? 'yes' : 'no',
    alternatives: fact.alternative
      ? [
          {
            count: fact.alternative.count,
            unit: fact.alternative.unit,
            when: abroad[locale],
          },
        ]
      : [],
    consequence: prose.deadlineConsequence?.[locale]?.trim(),
    authority: fact.authority,
    source: fact.source,
    certainty: fact.certainty === 'source' ? 'stated' : certaintyValue(fact.certainty),
  }
}

const abroad: Text = {
  en: 'If the notice is addressed to you outside the United States',
  es: 'Si el aviso se le envía a una dirección fuera de los Estados Unidos',
}

function answers(prose: StationProse | NoticeProse, locale: Locale, references: References) {
  return {
    summary: prose.summary[locale].trim(),
    overview: long(prose.overview, locale, references),
    whatItMeans: long(prose.whatItMeans, locale, references),
    howIGotHere: long(prose.howIGotHere, locale, references),
    nextSteps: long(prose.nextSteps, locale, references),
    steps: references.ids('steps', prose.steps),
    whereToGetHelp: long(prose.whereToGetHelp, locale, references),
    helpOrganizations: references.ids('help-organizations', prose.helpOrganizations),
    relatedNotices: references.ids('notices', prose.relatedNotices),
    searchTerms: prose.searchTerms[locale],
  }
}

function long(text: Text | undefined, locale: Locale, references: References) {
  return text === undefined ? undefined : richText(text[locale], references.target)
}
