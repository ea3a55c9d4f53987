/* Written by `npm run types`. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Kind. */
export type Form_Kind =
  /** Form. */
  | 'form'
  /** Instructions. */
  | 'instructions'
  /** Notice. */
  | 'notice'
  /** Publication. */
  | 'publication';

/** Language. */
export type Language =
  /** English. */
  | 'en'
  /** Spanish. */
  | 'es'
  /** Haitian Creole. */
  | 'ht'
  /** Korean. */
  | 'ko'
  /** Russian. */
  | 'ru'
  /** Vietnamese. */
  | 'vi'
  /** Chinese, simplified. */
  | 'zh_Hans'
  /** Chinese, traditional. */
  | 'zh_Hant';

/** A language of the content. It holds for everything below; English if it is left out. */
export type LocaleInputType =
  /** English. */
  | 'en'
  /** Spanish. */
  | 'es';

/** Can be extended. */
export type Notice_Deadline_Extendable =
  /** No, never. */
  | 'no'
  /** Not known. */
  | 'unknown'
  /** Yes, on request. */
  | 'yes';

/** Starts from. */
export type Notice_Deadline_StartsFrom =
  /** The date of the determination. */
  | 'determination'
  /** The fifth business day after the lien was filed. */
  | 'fifthBusinessDayAfterFiling'
  /** The date on the notice. */
  | 'noticeDate'
  /** The day it was received. */
  | 'receipt';

/** Unit. */
export type Notice_Deadline_Unit =
  /** business days. */
  | 'businessDays'
  /** calendar days. */
  | 'calendarDays'
  /** months. */
  | 'months'
  /** years. */
  | 'years';

/** Kind. */
export type Notice_Kind =
  /** Letter. */
  | 'letter'
  /** Notice. */
  | 'notice';

/** What a station is on the map. */
export type RoadmapStationKind =
  /** Where lines branch. */
  | 'hub'
  /** A stop on a line. */
  | 'stop';

/** Kind. */
export type Station_Kind =
  /** Hub, where lines branch. */
  | 'hub'
  /** Stop. */
  | 'stop';

/** Situation. */
export type Step_Alternatives_Situation =
  /** Agrees. */
  | 'agree'
  /** Cannot pay. */
  | 'cannotPay'
  /** Disagrees. */
  | 'disagree'
  /** Does not respond. */
  | 'noResponse'
  /** Another. */
  | 'other'
  /** Has paid too much. */
  | 'overpaid';

/** Follows the one before. */
export type Step_Follows =
  /** and: together with it. */
  | 'and'
  /** or: instead of it. */
  | 'or'
  /** then: after it. */
  | 'then';

export type FormPageQueryVariables = Exact<{
  number: string;
  locale: LocaleInputType;
  translated: boolean;
}>;


export type FormPageQuery = { address: { id: string, name: string, path: string | null, moved: boolean, withdrawn: boolean, writtenIn: Array<string>, withdrawal: { at: string, reason: string, replacement: { sentence: string | null, collection: string | null, id: string | null, title: string | null, slug: string | null, code: string | null, number: string | null } | null } | null } | null, form: { id: string, purpose: string, revision: string | null, retiredOn: string | null, updatedAt: string, number: string, searchKey: string | null, title: string, kind: Form_Kind, supersededBy: { id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind } | null, supersedes: { docs: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }> }, urls: Array<{ id: string, language: Language, url: string }>, notices: { docs: Array<{ id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string }> }, steps: { docs: Array<{ id: string, title: string }> }, stepAlternatives: { docs: Array<{ id: string, title: string }> }, sourcing: { checkedOn: string | null } } | null, inMainLanguage?: { id: string, title: string, purpose: string } | null };

export type StationLinkFragment = { id: string, slug: string, title: string, summary: string, kind: Station_Kind, phase: { id: string, slug: string, name: string, colour: string | null, marker: string | null } };

export type StopFragment = { id: string, slug: string, title: string, phase: string | null };

export type NoticeLinkFragment = { id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string };

export type FormLinkFragment = { id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind };

export type HelpLinkFragment = { id: string, slug: string, name: string, abbreviation: string | null };

export type HelpFragment = { id: string, slug: string, name: string, abbreviation: string | null, whatTheyDoHtml: string, whoIsEligibleHtml: string | null, hours: string | null, url: string | null, languages: Array<Language>, phones: Array<{ id: string, label: string, number: string, tty: boolean }> };

export type StepPartsFragment = { id: string, slug: string, title: string, follows: Step_Follows, bodyHtml: string, alternatives: Array<{ id: string, situation: Step_Alternatives_Situation, heading: string, bodyHtml: string, forms: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null }> }>, forms: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null }> };

export type StepInMainLanguageFragment = { id: string, title: string, bodyHtml: string, alternatives: Array<{ id: string, heading: string, bodyHtml: string }> };

export type HelpInMainLanguageFragment = { id: string, whatTheyDoHtml: string };

export type WhereFragment = { id: string, name: string, path: string | null, moved: boolean, withdrawn: boolean, writtenIn: Array<string>, withdrawal: { at: string, reason: string, replacement: { sentence: string | null, collection: string | null, id: string | null, title: string | null, slug: string | null, code: string | null, number: string | null } | null } | null };

export type WhyWithdrawnFragment = { at: string, reason: string, replacement: { sentence: string | null, collection: string | null, id: string | null, title: string | null, slug: string | null, code: string | null, number: string | null } | null };

export type HelpPageQueryVariables = Exact<{
  slug: string;
  locale: LocaleInputType;
  translated: boolean;
}>;


export type HelpPageQuery = { address: { id: string, name: string, path: string | null, moved: boolean, withdrawn: boolean, writtenIn: Array<string>, withdrawal: { at: string, reason: string, replacement: { sentence: string | null, collection: string | null, id: string | null, title: string | null, slug: string | null, code: string | null, number: string | null } | null } | null } | null, organization: { id: string, whatTheyDoText: string, updatedAt: string, slug: string, name: string, abbreviation: string | null, whatTheyDoHtml: string, whoIsEligibleHtml: string | null, hours: string | null, url: string | null, languages: Array<Language>, stations: { docs: Array<{ id: string, slug: string, title: string, summary: string, kind: Station_Kind, phase: { id: string, slug: string, name: string, colour: string | null, marker: string | null } }> }, notices: { docs: Array<{ id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string }> }, steps: { docs: Array<{ id: string, title: string }> }, sourcing: { source: string | null, checkedOn: string | null }, phones: Array<{ id: string, label: string, number: string, tty: boolean }> } | null, inMainLanguage?: { id: string, name: string, whatTheyDoHtml: string } | null };

export type WholeMapFragment = { size: { width: number, height: number }, phases: Array<{ id: string, slug: string, name: string, summary: string, colour: string | null, marker: string | null, stations: Array<string> }>, stations: Array<{ id: string, slug: string, title: string, summary: string, kind: RoadmapStationKind, phase: string | null, isStart: boolean, isEnd: boolean, position: { x: number, y: number } }>, connections: Array<{ id: string, from: string, to: string, condition: string | null, transfer: boolean }> };

export type MapInMainLanguageFragment = { phases: Array<{ id: string, name: string, summary: string }>, stations: Array<{ id: string, title: string, summary: string }>, connections: Array<{ id: string, condition: string | null }> };

export type HomePageQueryVariables = Exact<{
  locale: LocaleInputType;
  translated: boolean;
}>;


export type HomePageQuery = { roadmap: { size: { width: number, height: number }, phases: Array<{ id: string, slug: string, name: string, summary: string, colour: string | null, marker: string | null, stations: Array<string> }>, stations: Array<{ id: string, slug: string, title: string, summary: string, kind: RoadmapStationKind, phase: string | null, isStart: boolean, isEnd: boolean, position: { x: number, y: number } }>, connections: Array<{ id: string, from: string, to: string, condition: string | null, transfer: boolean }> }, inMainLanguage?: { phases: Array<{ id: string, name: string, summary: string }>, stations: Array<{ id: string, title: string, summary: string }>, connections: Array<{ id: string, condition: string | null }> }, popularSearches: Array<{ term: string }> };

export type MapPageQueryVariables = Exact<{
  locale: LocaleInputType;
  translated: boolean;
}>;


export type MapPageQuery = { roadmap: { size: { width: number, height: number }, phases: Array<{ id: string, slug: string, name: string, summary: string, colour: string | null, marker: string | null, stations: Array<string> }>, stations: Array<{ id: string, slug: string, title: string, summary: string, kind: RoadmapStationKind, phase: string | null, isStart: boolean, isEnd: boolean, position: { x: number, y: number } }>, connections: Array<{ id: string, from: string, to: string, condition: string | null, transfer: boolean }> }, inMainLanguage?: { phases: Array<{ id: string, name: string, summary: string }>, stations: Array<{ id: string, title: string, summary: string }>, connections: Array<{ id: string, condition: string | null }> } };

export type MapOfNoticeQueryVariables = Exact<{
  locale: LocaleInputType;
  code: string;
  translated: boolean;
}>;


export type MapOfNoticeQuery = { roadmap: { size: { width: number, height: number }, phases: Array<{ id: string, slug: string, name: string, summary: string, colour: string | null, marker: string | null, stations: Array<string> }>, stations: Array<{ id: string, slug: string, title: string, summary: string, kind: RoadmapStationKind, phase: string | null, isStart: boolean, isEnd: boolean, position: { x: number, y: number } }>, connections: Array<{ id: string, from: string, to: string, condition: string | null, transfer: boolean }> }, inMainLanguage?: { phases: Array<{ id: string, name: string, summary: string }>, stations: Array<{ id: string, title: string, summary: string }>, connections: Array<{ id: string, condition: string | null }> }, notice: { id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string, stations: Array<{ id: string, slug: string, title: string }> } | null };

export type NoticePageQueryVariables = Exact<{
  code: string;
  locale: LocaleInputType;
  translated: boolean;
}>;


export type NoticePageQuery = { address: { id: string, name: string, path: string | null, moved: boolean, withdrawn: boolean, writtenIn: Array<string>, withdrawal: { at: string, reason: string, replacement: { sentence: string | null, collection: string | null, id: string | null, title: string | null, slug: string | null, code: string | null, number: string | null } | null } | null } | null, notice: { id: string, aliases: Array<string>, officialUrl: string | null, updatedAt: string, overviewHtml: string, whatItMeansHtml: string | null, howIGotHereHtml: string | null, nextStepsHtml: string | null, whereToGetHelpHtml: string | null, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string, phase: { id: string, slug: string, name: string, colour: string | null, marker: string | null } | null, deadline: { count: number | null, unit: Notice_Deadline_Unit | null, startsFrom: Notice_Deadline_StartsFrom | null, printedDateWins: boolean, extendable: Notice_Deadline_Extendable | null, consequence: string | null, authority: string | null, alternatives: Array<{ id: string, count: number | null, unit: Notice_Deadline_Unit | null, when: string }> }, steps: Array<{ id: string, slug: string, title: string, follows: Step_Follows, bodyHtml: string, alternatives: Array<{ id: string, situation: Step_Alternatives_Situation, heading: string, bodyHtml: string, forms: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null }> }>, forms: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null }> }>, forms: Array<{ id: string, purpose: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null, whatTheyDoHtml: string, whoIsEligibleHtml: string | null, hours: string | null, url: string | null, languages: Array<Language>, phones: Array<{ id: string, label: string, number: string, tty: boolean }> }>, stations: Array<{ id: string, slug: string, title: string, summary: string, kind: Station_Kind, phase: { id: string, slug: string, name: string, colour: string | null, marker: string | null } }>, relatedStations: { docs: Array<{ id: string, slug: string, title: string, summary: string, kind: Station_Kind, phase: { id: string, slug: string, name: string, colour: string | null, marker: string | null } }> }, relatedNotices: Array<{ id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string }>, relatedFrom: { docs: Array<{ id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string }> }, sourcing: { source: string | null, checkedOn: string | null } } | null, inMainLanguage?: { id: string, title: string, summary: string, overviewHtml: string, whatItMeansText: string | null, howIGotHereText: string | null, nextStepsText: string | null, whereToGetHelpText: string | null, deadline: { consequence: string | null, alternatives: Array<{ id: string, when: string }> }, steps: Array<{ id: string, title: string, bodyHtml: string, alternatives: Array<{ id: string, heading: string, bodyHtml: string }> }>, helpOrganizations: Array<{ id: string, whatTheyDoHtml: string }> } | null };

export type LetterQueryVariables = Exact<{
  code: string;
  locale: LocaleInputType;
}>;


export type LetterQuery = { address: { id: string, path: string | null, withdrawn: boolean } | null };

export type AllPagesQueryVariables = Exact<{
  locale?: LocaleInputType | null | undefined;
}>;


export type AllPagesQuery = { pages: Array<{ collection: string, id: string, name: string, title: string, locale: string, path: string, lastModified: string, written: boolean, alternates: Array<{ locale: string, path: string, written: boolean }> }> };

export type PreviewBandQueryVariables = Exact<{
  locale: LocaleInputType;
  translated: boolean;
}>;


export type PreviewBandQuery = { preview: { endsAt: string | null, documents: Array<{ collection: string, id: string, name: string | null, title: string | null, path: string | null, isDraft: boolean, isLive: boolean, lastChangedAt: string, writtenBy: Array<string> }> } | null, inMainLanguage?: { documents: Array<{ id: string, title: string | null }> } | null };

export type SearchPageQueryVariables = Exact<{
  q: string;
  locale: LocaleInputType;
  kind?: string | null | undefined;
  phase?: string | null | undefined;
  page?: number | null | undefined;
}>;


export type SearchPageQuery = { search: { query: string, page: number, totalDocs: number, totalPages: number, hasNextPage: boolean, hasPrevPage: boolean, docs: Array<{ id: string, collection: string, slug: string | null, code: string | null, number: string | null, title: string, summary: string, written: boolean, phase: { id: string, slug: string, name: string } | null, excerpt: { segments: Array<{ text: string, highlighted: boolean }> } | null }>, facets: { kind: Array<{ value: string, count: number }>, phase: Array<{ id: string, slug: string, name: string, count: number }> } }, popularSearches: Array<{ term: string }> };

export type StationPageQueryVariables = Exact<{
  slug: string;
  locale: LocaleInputType;
  translated: boolean;
}>;


export type StationPageQuery = { address: { id: string, name: string, path: string | null, moved: boolean, withdrawn: boolean, writtenIn: Array<string>, withdrawal: { at: string, reason: string, replacement: { sentence: string | null, collection: string | null, id: string | null, title: string | null, slug: string | null, code: string | null, number: string | null } | null } | null } | null, station: { id: string, isStart: boolean, isEnd: boolean, moreToCome: boolean, updatedAt: string, overviewHtml: string, whatItMeansHtml: string | null, howIGotHereHtml: string | null, nextStepsHtml: string | null, whereToGetHelpHtml: string | null, slug: string, title: string, summary: string, kind: Station_Kind, line: { id: string, slug: string, name: string, colour: string | null, marker: string | null }, examples: Array<{ id: string, textHtml: string, notices: Array<{ id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string }> }>, steps: Array<{ id: string, slug: string, title: string, follows: Step_Follows, bodyHtml: string, alternatives: Array<{ id: string, situation: Step_Alternatives_Situation, heading: string, bodyHtml: string, forms: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null }> }>, forms: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null }> }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null, whatTheyDoHtml: string, whoIsEligibleHtml: string | null, hours: string | null, url: string | null, languages: Array<Language>, phones: Array<{ id: string, label: string, number: string, tty: boolean }> }>, notices: { docs: Array<{ id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string }> }, relatedNotices: Array<{ id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string }>, sourcing: { source: string | null, checkedOn: string | null }, phase: { id: string, slug: string, name: string, colour: string | null, marker: string | null } } | null, onMap: { before: { id: string, slug: string, title: string, phase: string | null } | null, after: { id: string, slug: string, title: string, phase: string | null } | null, leadsTo: Array<{ id: string, condition: string | null, station: { id: string, slug: string, title: string, phase: string | null } }>, arrivals: Array<{ id: string, station: { id: string, slug: string, title: string, phase: string | null } }> } | null, map: { phases: Array<{ id: string, slug: string, name: string, colour: string | null, marker: string | null }> }, inMainLanguage?: { id: string, title: string, summary: string, overviewHtml: string, whatItMeansText: string | null, howIGotHereText: string | null, nextStepsText: string | null, whereToGetHelpText: string | null, examples: Array<{ id: string, textHtml: string }>, steps: Array<{ id: string, title: string, bodyHtml: string, alternatives: Array<{ id: string, heading: string, bodyHtml: string }> }>, helpOrganizations: Array<{ id: string, whatTheyDoHtml: string }> } | null };

export type StepPageQueryVariables = Exact<{
  id: string;
  locale: LocaleInputType;
  translated: boolean;
}>;


export type StepPageQuery = { address: { id: string, name: string, path: string | null, moved: boolean, withdrawn: boolean, writtenIn: Array<string>, withdrawal: { at: string, reason: string, replacement: { sentence: string | null, collection: string | null, id: string | null, title: string | null, slug: string | null, code: string | null, number: string | null } | null } | null } | null, step: { id: string, bodyText: string, updatedAt: string, slug: string, title: string, follows: Step_Follows, bodyHtml: string, stations: { docs: Array<{ id: string, slug: string, title: string, summary: string, kind: Station_Kind, phase: { id: string, slug: string, name: string, colour: string | null, marker: string | null } }> }, notices: { docs: Array<{ id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string }> }, alternatives: Array<{ id: string, situation: Step_Alternatives_Situation, heading: string, bodyHtml: string, forms: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null }> }>, forms: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null }> } | null, inMainLanguage?: { id: string, title: string, bodyHtml: string, alternatives: Array<{ id: string, heading: string, bodyHtml: string }> } | null };

export type StepBySlugQueryVariables = Exact<{
  slug: string;
  locale: LocaleInputType;
  translated: boolean;
}>;


export type StepBySlugQuery = { step: { id: string, bodyText: string, updatedAt: string, slug: string, title: string, follows: Step_Follows, bodyHtml: string, stations: { docs: Array<{ id: string, slug: string, title: string, summary: string, kind: Station_Kind, phase: { id: string, slug: string, name: string, colour: string | null, marker: string | null } }> }, notices: { docs: Array<{ id: string, code: string, searchKey: string | null, kind: Notice_Kind, title: string, summary: string }> }, alternatives: Array<{ id: string, situation: Step_Alternatives_Situation, heading: string, bodyHtml: string, forms: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null }> }>, forms: Array<{ id: string, number: string, searchKey: string | null, title: string, kind: Form_Kind }>, helpOrganizations: Array<{ id: string, slug: string, name: string, abbreviation: string | null }> } | null, inMainLanguage?: { id: string, title: string, bodyHtml: string, alternatives: Array<{ id: string, heading: string, bodyHtml: string }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const StationLinkFragmentDoc = new TypedDocumentString(`
    fragment StationLink on Station {
  id
  slug
  title
  summary
  kind
  phase {
    id
    slug
    name
    colour
    marker
  }
}
    `, {"fragmentName":"StationLink"}) as unknown as TypedDocumentString<StationLinkFragment, unknown>;
export const StopFragmentDoc = new TypedDocumentString(`
    fragment Stop on RoadmapStation {
  id
  slug
  title
  phase
}
    `, {"fragmentName":"Stop"}) as unknown as TypedDocumentString<StopFragment, unknown>;
export const NoticeLinkFragmentDoc = new TypedDocumentString(`
    fragment NoticeLink on Notice {
  id
  code
  searchKey
  kind
  title
  summary
}
    `, {"fragmentName":"NoticeLink"}) as unknown as TypedDocumentString<NoticeLinkFragment, unknown>;
export const HelpFragmentDoc = new TypedDocumentString(`
    fragment Help on HelpOrganization {
  id
  slug
  name
  abbreviation
  whatTheyDoHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  whoIsEligibleHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  phones {
    id
    label
    number
    tty
  }
  hours
  url
  languages
}
    `, {"fragmentName":"Help"}) as unknown as TypedDocumentString<HelpFragment, unknown>;
export const FormLinkFragmentDoc = new TypedDocumentString(`
    fragment FormLink on Form {
  id
  number
  searchKey
  title
  kind
}
    `, {"fragmentName":"FormLink"}) as unknown as TypedDocumentString<FormLinkFragment, unknown>;
export const HelpLinkFragmentDoc = new TypedDocumentString(`
    fragment HelpLink on HelpOrganization {
  id
  slug
  name
  abbreviation
}
    `, {"fragmentName":"HelpLink"}) as unknown as TypedDocumentString<HelpLinkFragment, unknown>;
export const StepPartsFragmentDoc = new TypedDocumentString(`
    fragment StepParts on Step {
  id
  slug
  title
  follows
  bodyHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  alternatives {
    id
    situation
    heading
    bodyHtml(headingLevel: 5, links: "{prefix}/{section}/{name}")
    forms {
      id
      ...FormLink
    }
    helpOrganizations {
      id
      ...HelpLink
    }
  }
  forms {
    id
    ...FormLink
  }
  helpOrganizations {
    id
    ...HelpLink
  }
}
    fragment FormLink on Form {
  id
  number
  searchKey
  title
  kind
}
fragment HelpLink on HelpOrganization {
  id
  slug
  name
  abbreviation
}`, {"fragmentName":"StepParts"}) as unknown as TypedDocumentString<StepPartsFragment, unknown>;
export const StepInMainLanguageFragmentDoc = new TypedDocumentString(`
    fragment StepInMainLanguage on Step {
  id
  title
  bodyHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  alternatives {
    id
    heading
    bodyHtml(headingLevel: 5, links: "{prefix}/{section}/{name}")
  }
}
    `, {"fragmentName":"StepInMainLanguage"}) as unknown as TypedDocumentString<StepInMainLanguageFragment, unknown>;
export const HelpInMainLanguageFragmentDoc = new TypedDocumentString(`
    fragment HelpInMainLanguage on HelpOrganization {
  id
  whatTheyDoHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
}
    `, {"fragmentName":"HelpInMainLanguage"}) as unknown as TypedDocumentString<HelpInMainLanguageFragment, unknown>;
export const WhyWithdrawnFragmentDoc = new TypedDocumentString(`
    fragment WhyWithdrawn on Withdrawal {
  at
  reason
  replacement {
    sentence
    collection
    id
    title
    slug
    code
    number
  }
}
    `, {"fragmentName":"WhyWithdrawn"}) as unknown as TypedDocumentString<WhyWithdrawnFragment, unknown>;
export const WhereFragmentDoc = new TypedDocumentString(`
    fragment Where on Address {
  id
  name
  path
  moved
  withdrawn
  writtenIn
  withdrawal {
    ...WhyWithdrawn
  }
}
    fragment WhyWithdrawn on Withdrawal {
  at
  reason
  replacement {
    sentence
    collection
    id
    title
    slug
    code
    number
  }
}`, {"fragmentName":"Where"}) as unknown as TypedDocumentString<WhereFragment, unknown>;
export const WholeMapFragmentDoc = new TypedDocumentString(`
    fragment WholeMap on Roadmap {
  size {
    width
    height
  }
  phases {
    id
    slug
    name
    summary
    colour
    marker
    stations
  }
  stations {
    id
    slug
    title
    summary
    kind
    phase
    isStart
    isEnd
    position {
      x
      y
    }
  }
  connections {
    id
    from
    to
    condition
    transfer
  }
}
    `, {"fragmentName":"WholeMap"}) as unknown as TypedDocumentString<WholeMapFragment, unknown>;
export const MapInMainLanguageFragmentDoc = new TypedDocumentString(`
    fragment MapInMainLanguage on Roadmap {
  phases {
    id
    name
    summary
  }
  stations {
    id
    title
    summary
  }
  connections {
    id
    condition
  }
}
    `, {"fragmentName":"MapInMainLanguage"}) as unknown as TypedDocumentString<MapInMainLanguageFragment, unknown>;
export const FormPageDocument = new TypedDocumentString(`
    query FormPage($number: String!, $locale: LocaleInputType!, $translated: Boolean!) {
  address(collection: "forms", name: $number, locale: $locale) {
    ...Where
  }
  form: formByNumber(number: $number, locale: $locale, fallbackLocale: none) {
    id
    ...FormLink
    purpose
    revision
    retiredOn
    updatedAt
    supersededBy {
      id
      ...FormLink
    }
    supersedes(limit: 20, sort: "number") {
      docs {
        id
        ...FormLink
      }
    }
    urls {
      id
      language
      url
    }
    notices(limit: 100, sort: "code") {
      docs {
        id
        ...NoticeLink
      }
    }
    steps(limit: 100, sort: "title") {
      docs {
        id
        title
      }
    }
    stepAlternatives(limit: 100, sort: "title") {
      docs {
        id
        title
      }
    }
    sourcing {
      checkedOn
    }
  }
  inMainLanguage: formByNumber(number: $number, locale: en) @include(if: $translated) {
    id
    title
    purpose
  }
}
    fragment NoticeLink on Notice {
  id
  code
  searchKey
  kind
  title
  summary
}
fragment FormLink on Form {
  id
  number
  searchKey
  title
  kind
}
fragment Where on Address {
  id
  name
  path
  moved
  withdrawn
  writtenIn
  withdrawal {
    ...WhyWithdrawn
  }
}
fragment WhyWithdrawn on Withdrawal {
  at
  reason
  replacement {
    sentence
    collection
    id
    title
    slug
    code
    number
  }
}`) as unknown as TypedDocumentString<FormPageQuery, FormPageQueryVariables>;
export const HelpPageDocument = new TypedDocumentString(`
    query HelpPage($slug: String!, $locale: LocaleInputType!, $translated: Boolean!) {
  address(collection: "help-organizations", name: $slug, locale: $locale) {
    ...Where
  }
  organization: helpOrganizationBySlug(
    slug: $slug
    locale: $locale
    fallbackLocale: none
  ) {
    id
    ...Help
    whatTheyDoText
    updatedAt
    stations(limit: 100, sort: "title") {
      docs {
        id
        ...StationLink
      }
    }
    notices(limit: 100, sort: "code") {
      docs {
        id
        ...NoticeLink
      }
    }
    steps(limit: 100, sort: "title") {
      docs {
        id
        title
      }
    }
    sourcing {
      source
      checkedOn
    }
  }
  inMainLanguage: helpOrganizationBySlug(slug: $slug, locale: en) @include(if: $translated) {
    id
    name
    whatTheyDoHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  }
}
    fragment StationLink on Station {
  id
  slug
  title
  summary
  kind
  phase {
    id
    slug
    name
    colour
    marker
  }
}
fragment NoticeLink on Notice {
  id
  code
  searchKey
  kind
  title
  summary
}
fragment Help on HelpOrganization {
  id
  slug
  name
  abbreviation
  whatTheyDoHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  whoIsEligibleHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  phones {
    id
    label
    number
    tty
  }
  hours
  url
  languages
}
fragment Where on Address {
  id
  name
  path
  moved
  withdrawn
  writtenIn
  withdrawal {
    ...WhyWithdrawn
  }
}
fragment WhyWithdrawn on Withdrawal {
  at
  reason
  replacement {
    sentence
    collection
    id
    title
    slug
    code
    number
  }
}`) as unknown as TypedDocumentString<HelpPageQuery, HelpPageQueryVariables>;
export const HomePageDocument = new TypedDocumentString(`
    query HomePage($locale: LocaleInputType!, $translated: Boolean!) {
  roadmap(locale: $locale) {
    ...WholeMap
  }
  inMainLanguage: roadmap(locale: en) @include(if: $translated) {
    ...MapInMainLanguage
  }
  popularSearches(locale: $locale) {
    term
  }
}
    fragment WholeMap on Roadmap {
  size {
    width
    height
  }
  phases {
    id
    slug
    name
    summary
    colour
    marker
    stations
  }
  stations {
    id
    slug
    title
    summary
    kind
    phase
    isStart
    isEnd
    position {
      x
      y
    }
  }
  connections {
    id
    from
    to
    condition
    transfer
  }
}
fragment MapInMainLanguage on Roadmap {
  phases {
    id
    name
    summary
  }
  stations {
    id
    title
    summary
  }
  connections {
    id
    condition
  }
}`) as unknown as TypedDocumentString<HomePageQuery, HomePageQueryVariables>;
export const MapPageDocument = new TypedDocumentString(`
    query MapPage($locale: LocaleInputType!, $translated: Boolean!) {
  roadmap(locale: $locale) {
    ...WholeMap
  }
  inMainLanguage: roadmap(locale: en) @include(if: $translated) {
    ...MapInMainLanguage
  }
}
    fragment WholeMap on Roadmap {
  size {
    width
    height
  }
  phases {
    id
    slug
    name
    summary
    colour
    marker
    stations
  }
  stations {
    id
    slug
    title
    summary
    kind
    phase
    isStart
    isEnd
    position {
      x
      y
    }
  }
  connections {
    id
    from
    to
    condition
    transfer
  }
}
fragment MapInMainLanguage on Roadmap {
  phases {
    id
    name
    summary
  }
  stations {
    id
    title
    summary
  }
  connections {
    id
    condition
  }
}`) as unknown as TypedDocumentString<MapPageQuery, MapPageQueryVariables>;
export const MapOfNoticeDocument = new TypedDocumentString(`
    query MapOfNotice($locale: LocaleInputType!, $code: String!, $translated: Boolean!) {
  roadmap(locale: $locale) {
    ...WholeMap
  }
  inMainLanguage: roadmap(locale: en) @include(if: $translated) {
    ...MapInMainLanguage
  }
  notice: noticeByCode(code: $code, locale: $locale) {
    id
    ...NoticeLink
    stations {
      id
      slug
      title
    }
  }
}
    fragment NoticeLink on Notice {
  id
  code
  searchKey
  kind
  title
  summary
}
fragment WholeMap on Roadmap {
  size {
    width
    height
  }
  phases {
    id
    slug
    name
    summary
    colour
    marker
    stations
  }
  stations {
    id
    slug
    title
    summary
    kind
    phase
    isStart
    isEnd
    position {
      x
      y
    }
  }
  connections {
    id
    from
    to
    condition
    transfer
  }
}
fragment MapInMainLanguage on Roadmap {
  phases {
    id
    name
    summary
  }
  stations {
    id
    title
    summary
  }
  connections {
    id
    condition
  }
}`) as unknown as TypedDocumentString<MapOfNoticeQuery, MapOfNoticeQueryVariables>;
export const NoticePageDocument = new TypedDocumentString(`
    query NoticePage($code: String!, $locale: LocaleInputType!, $translated: Boolean!) {
  address(collection: "notices", name: $code, locale: $locale) {
    ...Where
  }
  notice: noticeByCode(code: $code, locale: $locale, fallbackLocale: none) {
    id
    ...NoticeLink
    aliases
    officialUrl
    updatedAt
    phase {
      id
      slug
      name
      colour
      marker
    }
    deadline {
      count
      unit
      startsFrom
      printedDateWins
      extendable
      alternatives {
        id
        count
        unit
        when
      }
      consequence
      authority
    }
    overviewHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    whatItMeansHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    howIGotHereHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    nextStepsHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    whereToGetHelpHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    steps {
      id
      ...StepParts
    }
    forms {
      id
      ...FormLink
      purpose
    }
    helpOrganizations {
      id
      ...Help
    }
    stations {
      id
      ...StationLink
    }
    relatedStations(limit: 50, sort: "order") {
      docs {
        id
        ...StationLink
      }
    }
    relatedNotices {
      id
      ...NoticeLink
    }
    relatedFrom(limit: 50, sort: "code") {
      docs {
        id
        ...NoticeLink
      }
    }
    sourcing {
      source
      checkedOn
    }
  }
  inMainLanguage: noticeByCode(code: $code, locale: en) @include(if: $translated) {
    id
    title
    summary
    deadline {
      alternatives {
        id
        when
      }
      consequence
    }
    overviewHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    whatItMeansText
    howIGotHereText
    nextStepsText
    whereToGetHelpText
    steps {
      id
      ...StepInMainLanguage
    }
    helpOrganizations {
      id
      ...HelpInMainLanguage
    }
  }
}
    fragment StationLink on Station {
  id
  slug
  title
  summary
  kind
  phase {
    id
    slug
    name
    colour
    marker
  }
}
fragment NoticeLink on Notice {
  id
  code
  searchKey
  kind
  title
  summary
}
fragment FormLink on Form {
  id
  number
  searchKey
  title
  kind
}
fragment HelpLink on HelpOrganization {
  id
  slug
  name
  abbreviation
}
fragment Help on HelpOrganization {
  id
  slug
  name
  abbreviation
  whatTheyDoHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  whoIsEligibleHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  phones {
    id
    label
    number
    tty
  }
  hours
  url
  languages
}
fragment StepParts on Step {
  id
  slug
  title
  follows
  bodyHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  alternatives {
    id
    situation
    heading
    bodyHtml(headingLevel: 5, links: "{prefix}/{section}/{name}")
    forms {
      id
      ...FormLink
    }
    helpOrganizations {
      id
      ...HelpLink
    }
  }
  forms {
    id
    ...FormLink
  }
  helpOrganizations {
    id
    ...HelpLink
  }
}
fragment StepInMainLanguage on Step {
  id
  title
  bodyHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  alternatives {
    id
    heading
    bodyHtml(headingLevel: 5, links: "{prefix}/{section}/{name}")
  }
}
fragment HelpInMainLanguage on HelpOrganization {
  id
  whatTheyDoHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
}
fragment Where on Address {
  id
  name
  path
  moved
  withdrawn
  writtenIn
  withdrawal {
    ...WhyWithdrawn
  }
}
fragment WhyWithdrawn on Withdrawal {
  at
  reason
  replacement {
    sentence
    collection
    id
    title
    slug
    code
    number
  }
}`) as unknown as TypedDocumentString<NoticePageQuery, NoticePageQueryVariables>;
export const LetterDocument = new TypedDocumentString(`
    query Letter($code: String!, $locale: LocaleInputType!) {
  address(collection: "notices", name: $code, locale: $locale) {
    id
    path
    withdrawn
  }
}
    `) as unknown as TypedDocumentString<LetterQuery, LetterQueryVariables>;
export const AllPagesDocument = new TypedDocumentString(`
    query AllPages($locale: LocaleInputType) {
  pages(locale: $locale) {
    collection
    id
    name
    title
    locale
    path
    lastModified
    written
    alternates {
      locale
      path
      written
    }
  }
}
    `) as unknown as TypedDocumentString<AllPagesQuery, AllPagesQueryVariables>;
export const PreviewBandDocument = new TypedDocumentString(`
    query PreviewBand($locale: LocaleInputType!, $translated: Boolean!) {
  preview(locale: $locale) {
    endsAt
    documents {
      collection
      id
      name
      title
      path
      isDraft
      isLive
      lastChangedAt
      writtenBy
    }
  }
  inMainLanguage: preview(locale: en) @include(if: $translated) {
    documents {
      id
      title
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewBandQuery, PreviewBandQueryVariables>;
export const SearchPageDocument = new TypedDocumentString(`
    query SearchPage($q: String!, $locale: LocaleInputType!, $kind: String, $phase: String, $page: Int) {
  search(
    q: $q
    locale: $locale
    kind: $kind
    phase: $phase
    page: $page
    limit: 10
  ) {
    query
    docs {
      id
      collection
      slug
      code
      number
      title
      summary
      written
      phase {
        id
        slug
        name
      }
      excerpt {
        segments {
          text
          highlighted
        }
      }
    }
    facets {
      kind {
        value
        count
      }
      phase {
        id
        slug
        name
        count
      }
    }
    page
    totalDocs
    totalPages
    hasNextPage
    hasPrevPage
  }
  popularSearches(locale: $locale) {
    term
  }
}
    `) as unknown as TypedDocumentString<SearchPageQuery, SearchPageQueryVariables>;
export const StationPageDocument = new TypedDocumentString(`
    query StationPage($slug: String!, $locale: LocaleInputType!, $translated: Boolean!) {
  address(collection: "stations", name: $slug, locale: $locale) {
    ...Where
  }
  station: stationBySlug(slug: $slug, locale: $locale, fallbackLocale: none) {
    id
    ...StationLink
    isStart
    isEnd
    moreToCome
    updatedAt
    line: phase {
      id
      slug
      name
      colour
      marker
    }
    overviewHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    examples {
      id
      textHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
      notices {
        id
        ...NoticeLink
      }
    }
    whatItMeansHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    howIGotHereHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    nextStepsHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    whereToGetHelpHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    steps {
      id
      ...StepParts
    }
    helpOrganizations {
      id
      ...Help
    }
    notices(limit: 50, sort: "code") {
      docs {
        id
        ...NoticeLink
      }
    }
    relatedNotices {
      id
      ...NoticeLink
    }
    sourcing {
      source
      checkedOn
    }
  }
  onMap: stationOnRoadmap(slug: $slug, locale: $locale, fallbackLocale: none) {
    before {
      ...Stop
    }
    after {
      ...Stop
    }
    leadsTo {
      id
      condition
      station {
        ...Stop
      }
    }
    arrivals {
      id
      station {
        ...Stop
      }
    }
  }
  map: roadmap(locale: $locale) {
    phases {
      id
      slug
      name
      colour
      marker
    }
  }
  inMainLanguage: stationBySlug(slug: $slug, locale: en) @include(if: $translated) {
    id
    title
    summary
    overviewHtml(headingLevel: 3, links: "{prefix}/{section}/{name}")
    examples {
      id
      textHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
    }
    whatItMeansText
    howIGotHereText
    nextStepsText
    whereToGetHelpText
    steps {
      id
      ...StepInMainLanguage
    }
    helpOrganizations {
      id
      ...HelpInMainLanguage
    }
  }
}
    fragment StationLink on Station {
  id
  slug
  title
  summary
  kind
  phase {
    id
    slug
    name
    colour
    marker
  }
}
fragment Stop on RoadmapStation {
  id
  slug
  title
  phase
}
fragment NoticeLink on Notice {
  id
  code
  searchKey
  kind
  title
  summary
}
fragment FormLink on Form {
  id
  number
  searchKey
  title
  kind
}
fragment HelpLink on HelpOrganization {
  id
  slug
  name
  abbreviation
}
fragment Help on HelpOrganization {
  id
  slug
  name
  abbreviation
  whatTheyDoHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  whoIsEligibleHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  phones {
    id
    label
    number
    tty
  }
  hours
  url
  languages
}
fragment StepParts on Step {
  id
  slug
  title
  follows
  bodyHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  alternatives {
    id
    situation
    heading
    bodyHtml(headingLevel: 5, links: "{prefix}/{section}/{name}")
    forms {
      id
      ...FormLink
    }
    helpOrganizations {
      id
      ...HelpLink
    }
  }
  forms {
    id
    ...FormLink
  }
  helpOrganizations {
    id
    ...HelpLink
  }
}
fragment StepInMainLanguage on Step {
  id
  title
  bodyHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  alternatives {
    id
    heading
    bodyHtml(headingLevel: 5, links: "{prefix}/{section}/{name}")
  }
}
fragment HelpInMainLanguage on HelpOrganization {
  id
  whatTheyDoHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
}
fragment Where on Address {
  id
  name
  path
  moved
  withdrawn
  writtenIn
  withdrawal {
    ...WhyWithdrawn
  }
}
fragment WhyWithdrawn on Withdrawal {
  at
  reason
  replacement {
    sentence
    collection
    id
    title
    slug
    code
    number
  }
}`) as unknown as TypedDocumentString<StationPageQuery, StationPageQueryVariables>;
export const StepPageDocument = new TypedDocumentString(`
    query StepPage($id: String!, $locale: LocaleInputType!, $translated: Boolean!) {
  address(collection: "steps", id: $id, locale: $locale) {
    ...Where
  }
  step: Step(id: $id, locale: $locale, fallbackLocale: none) {
    id
    ...StepParts
    bodyText
    updatedAt
    stations(limit: 100, sort: "title") {
      docs {
        id
        ...StationLink
      }
    }
    notices(limit: 100, sort: "code") {
      docs {
        id
        ...NoticeLink
      }
    }
  }
  inMainLanguage: Step(id: $id, locale: en) @include(if: $translated) {
    id
    ...StepInMainLanguage
  }
}
    fragment StationLink on Station {
  id
  slug
  title
  summary
  kind
  phase {
    id
    slug
    name
    colour
    marker
  }
}
fragment NoticeLink on Notice {
  id
  code
  searchKey
  kind
  title
  summary
}
fragment FormLink on Form {
  id
  number
  searchKey
  title
  kind
}
fragment HelpLink on HelpOrganization {
  id
  slug
  name
  abbreviation
}
fragment StepParts on Step {
  id
  slug
  title
  follows
  bodyHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  alternatives {
    id
    situation
    heading
    bodyHtml(headingLevel: 5, links: "{prefix}/{section}/{name}")
    forms {
      id
      ...FormLink
    }
    helpOrganizations {
      id
      ...HelpLink
    }
  }
  forms {
    id
    ...FormLink
  }
  helpOrganizations {
    id
    ...HelpLink
  }
}
fragment StepInMainLanguage on Step {
  id
  title
  bodyHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  alternatives {
    id
    heading
    bodyHtml(headingLevel: 5, links: "{prefix}/{section}/{name}")
  }
}
fragment Where on Address {
  id
  name
  path
  moved
  withdrawn
  writtenIn
  withdrawal {
    ...WhyWithdrawn
  }
}
fragment WhyWithdrawn on Withdrawal {
  at
  reason
  replacement {
    sentence
    collection
    id
    title
    slug
    code
    number
  }
}`) as unknown as TypedDocumentString<StepPageQuery, StepPageQueryVariables>;
export const StepBySlugDocument = new TypedDocumentString(`
    query StepBySlug($slug: String!, $locale: LocaleInputType!, $translated: Boolean!) {
  step: stepBySlug(slug: $slug, locale: $locale, fallbackLocale: none) {
    id
    ...StepParts
    bodyText
    updatedAt
    stations(limit: 100, sort: "title") {
      docs {
        id
        ...StationLink
      }
    }
    notices(limit: 100, sort: "code") {
      docs {
        id
        ...NoticeLink
      }
    }
  }
  inMainLanguage: stepBySlug(slug: $slug, locale: en) @include(if: $translated) {
    id
    ...StepInMainLanguage
  }
}
    fragment StationLink on Station {
  id
  slug
  title
  summary
  kind
  phase {
    id
    slug
    name
    colour
    marker
  }
}
fragment NoticeLink on Notice {
  id
  code
  searchKey
  kind
  title
  summary
}
fragment FormLink on Form {
  id
  number
  searchKey
  title
  kind
}
fragment HelpLink on HelpOrganization {
  id
  slug
  name
  abbreviation
}
fragment StepParts on Step {
  id
  slug
  title
  follows
  bodyHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  alternatives {
    id
    situation
    heading
    bodyHtml(headingLevel: 5, links: "{prefix}/{section}/{name}")
    forms {
      id
      ...FormLink
    }
    helpOrganizations {
      id
      ...HelpLink
    }
  }
  forms {
    id
    ...FormLink
  }
  helpOrganizations {
    id
    ...HelpLink
  }
}
fragment StepInMainLanguage on Step {
  id
  title
  bodyHtml(headingLevel: 4, links: "{prefix}/{section}/{name}")
  alternatives {
    id
    heading
    bodyHtml(headingLevel: 5, links: "{prefix}/{section}/{name}")
  }
}`) as unknown as TypedDocumentString<StepBySlugQuery, StepBySlugQueryVariables>;