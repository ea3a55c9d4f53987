import { pathTo, type Language } from '../addresses.ts'
import type { Crumb, Page } from '../page-model.ts'
import type { SiteWords } from '../words.ts'

interface BreadcrumbProps {
  language: Language
  page: Page
  trail: Crumb[]
  words: SiteWords
}

/** The trail that leads from the home page to this one. */
export function Breadcrumb({ language, page, trail, words }: BreadcrumbProps) {
  const steps = [{ name: words.nav.home, path: pathTo(language) }, ...trail]
  return (
    <div className="grid-container">
      <nav className="usa-breadcrumb usa-breadcrumb--wrap" aria-label={words.breadcrumb}>
        <ol className="usa-breadcrumb__list">
          {steps.map(({ name, path }) => (
            <li className="usa-breadcrumb__list-item" key={path}>
              <a href={path} className="usa-breadcrumb__link">
                <span>{name}</span>
              </a>
            </li>
          ))}
          <li className="usa-breadcrumb__list-item usa-current" aria-current="page">
            <span>{page.title}</span>
          </li>
        </ol>
      </nav>
    </div>
  )
}
