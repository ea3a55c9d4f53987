import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { pathTo } from '../addresses.ts'
import type { Context } from '../page-model.ts'
import type { HelpFragment, HelpInMainLanguageFragment } from '../questions/generated.ts'
import { isUntranslated } from '../untranslated.ts'
import { languageName } from '../words.ts'
import { Missing } from './missing.tsx'
import { Rich } from './rich.tsx'

interface HelpProps {
  context: Pick<Context, 'language' | 'words'>
  organization: HelpFragment
}

interface HelpCardProps extends HelpProps {
  /** The same organization in the main language, where the page is in another one. */
  main?: HelpInMainLanguageFragment | undefined
}

/** An organization that helps, as a card: what it does, whom it helps, and how to reach it. */
export function HelpCard({ context, main, organization }: HelpCardProps) {
  const { language, words } = context
  const { abbreviation, name, slug, whatTheyDoHtml } = organization
  const path = pathTo(language, 'help', slug)
  const isMissing = isUntranslated(whatTheyDoHtml, main?.whatTheyDoHtml)
  return (
    <section className="sm-help" aria-labelledby={`help-${slug}`}>
      <h3 id={`help-${slug}`}>
        <a href={path}>
          {name}
          {abbreviation ? ` (${abbreviation})` : ''}
        </a>
      </h3>
      {isMissing ? (
        <Missing context={{ pathname: path, words }} of="part" />
      ) : (
        <Rich html={whatTheyDoHtml} />
      )}
      {organization.whoIsEligibleHtml ? (
        <>
          <h4>{words.help.eligible}</h4>
          <Rich html={organization.whoIsEligibleHtml} />
        </>
      ) : null}
      <Contact context={context} organization={organization} />
    </section>
  )
}

/** How to reach an organization: numbers that can be tapped, hours, page, languages. */
export function Contact({ context: { language, words }, organization }: HelpProps) {
  const { hours, languages, name, phones, url } = organization
  return (
    <dl className="sm-contact">
      {phones.map(({ id, label, number, tty }) => (
        <div key={id}>
          <dt>
            {label}
            {/* Many labels say so themselves. */}
            {tty && !/\bTTY\b/.test(label) ? (
              <span className="sm-contact__tty"> ({words.help.tty})</span>
            ) : null}
          </dt>
          <dd>
            <a className="sm-phone" href={`tel:${number}`}>
              {spoken(number)}
            </a>
          </dd>
        </div>
      ))}
      {hours ? (
        <div>
          <dt>{words.help.hours}</dt>
          <dd>{hours}</dd>
        </div>
      ) : null}
      {languages.length > 0 ? (
        <div>
          <dt>{words.help.languages}</dt>
          <dd>
            {new Intl.ListFormat(language).format(
              languages.map((one) => languageName(one, language)),
            )}
          </dd>
        </div>
      ) : null}
      {url ? (
        <div>
          <dt>{words.help.website}</dt>
          <dd>
            <a className="usa-link" href={url}>
              {words.help.websiteOf(name)}
            </a>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

/** A number as people of its country write it: 877-777-4778. @param number in E.164 */
export function spoken(number: string): string {
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed) return number
  return parsed.countryCallingCode === '1'
    ? parsed.nationalNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3')
    : parsed.formatInternational()
}
