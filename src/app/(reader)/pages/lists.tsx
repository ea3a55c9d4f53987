import type { Answer } from '../ask.ts'
import { pathTo, sections, type Section } from '../addresses.ts'
import type { Context, Page } from '../page-model.ts'
import { LetterBox } from '../parts/letter-box.tsx'
import { AllPagesDocument } from '../questions/generated.ts'

const texts = { notices: 'notice', forms: 'form', help: 'help' } as const

/** A section whose pages are listed at an address of their own. */
export type ListedSection = keyof typeof texts & Section

/** Narrows the first part of an address to a section with a list. */
export function isListed(section: string): section is ListedSection {
  return Object.hasOwn(texts, section)
}

/** All notices, all forms, or all organizations that help, each leading to its page. */
export async function listPage(context: Context, section: ListedSection): Promise<Answer<Page>> {
  const { language, words } = context
  const answer = await context.ask(AllPagesDocument, { locale: language })
  const collator = new Intl.Collator(language, { numeric: true })
  const hasCodes = section !== 'help'
  const pages = answer.data.pages
    .filter(({ collection }) => collection === sections[section])
    .sort((one, other) =>
      hasCodes ? collator.compare(one.name, other.name) : collator.compare(one.title, other.title),
    )
  const { list, listLead } = words[texts[section]]
  const page: Page = {
    status: 200,
    title: list,
    description: listLead,
    path: pathTo(language, section),
    trail: [],
    main: (
      <div className="grid-container sm-page">
        <header className="sm-page__head">
          <h1>{list}</h1>
          <p className="usa-intro">{listLead}</p>
        </header>
        {section === 'notices' ? <LetterBox language={language} words={words} /> : null}
        <ul className="usa-list--unstyled sm-links sm-links--list">
          {pages.map(({ id, name, path, title }) => (
            <li key={id}>
              <a href={path}>
                {hasCodes ? <strong className="sm-code">{name}</strong> : null} {title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    ),
  }
  return { ...answer, data: page }
}
