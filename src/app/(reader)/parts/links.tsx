import { pathTo, type Language } from '../addresses.ts'
import type {
  FormLinkFragment,
  HelpLinkFragment,
  NoticeLinkFragment,
  StationLinkFragment,
} from '../questions/generated.ts'
import { LineMarker } from './line-marker.tsx'

/** Stations with their lines, each leading to its page. */
export function StationLinks({
  language,
  stations,
}: {
  language: Language
  stations: StationLinkFragment[]
}) {
  return (
    <ul className="usa-list--unstyled sm-links">
      {stations.map((station) => (
        <li key={station.id}>
          <LineMarker line={station.phase} />
          <a href={pathTo(language, 'stations', station.slug)}>{station.title}</a>
        </li>
      ))}
    </ul>
  )
}

/** Notices by their codes, each leading to its page. */
export function NoticeLinks({
  language,
  notices,
}: {
  language: Language
  notices: NoticeLinkFragment[]
}) {
  return (
    <ul className="usa-list--unstyled sm-links">
      {notices.map((notice) => (
        <li key={notice.id}>
          <a href={pathTo(language, 'notices', notice.searchKey ?? notice.code)}>
            <strong className="sm-code">{notice.code}</strong> {notice.title}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Forms by their numbers, each leading to its page. */
export function FormLinks({ language, forms }: { language: Language; forms: FormLinkFragment[] }) {
  return (
    <ul className="usa-list--unstyled sm-links">
      {forms.map((form) => (
        <li key={form.id}>
          <a href={pathTo(language, 'forms', form.searchKey ?? form.number)}>
            <strong className="sm-code">{form.number}</strong> {form.title}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Organizations by name, each leading to its page. */
export function HelpLinks({
  language,
  organizations,
}: {
  language: Language
  organizations: HelpLinkFragment[]
}) {
  return (
    <ul className="usa-list--unstyled sm-links">
      {organizations.map(({ id, slug, name, abbreviation }) => (
        <li key={id}>
          <a href={pathTo(language, 'help', slug)}>
            {name}
            {abbreviation ? ` (${abbreviation})` : ''}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Steps by title, each leading to its page. */
export function StepLinks({
  language,
  steps,
}: {
  language: Language
  steps: { id: string; title: string }[]
}) {
  return (
    <ul className="usa-list--unstyled sm-links">
      {steps.map(({ id, title }) => (
        <li key={id}>
          <a href={pathTo(language, 'steps', id)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}

/** Without those that were there already, by id. */
export function distinct<Document extends { id: string }>(documents: Document[]): Document[] {
  return [...new Map(documents.map((document) => [document.id, document])).values()]
}
