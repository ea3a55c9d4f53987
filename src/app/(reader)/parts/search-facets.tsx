import { pathTo } from '../addresses.ts'
import type { Context } from '../page-model.ts'
import type { SearchPageQuery } from '../questions/generated.ts'
import type { SiteWords } from '../words.ts'

type Found = SearchPageQuery['search']
type Kind = keyof SiteWords['kinds']

/** What the results are narrowed by: links, so that it works without script and each has an address. */
export function Facets({ context, search }: { context: Context; search: Found }) {
  const { parameters, words } = context
  const kind = parameters.get('kind') ?? ''
  const phase = parameters.get('phase') ?? ''
  return (
    <section className="sm-facets" aria-labelledby="narrow">
      <h2 id="narrow">{words.search.narrow}</h2>
      <FacetList
        title={words.search.kind}
        entries={[
          {
            name: words.search.anyKind,
            href: searchAddress(context, { kind: '' }),
            isChosen: kind === '',
          },
          ...search.facets.kind.map(({ value, count }) => ({
            name: `${words.kinds[value as Kind].many} (${count})`,
            href: searchAddress(context, { kind: value }),
            isChosen: kind === value,
          })),
        ]}
      />
      <FacetList
        title={words.search.phase}
        entries={[
          {
            name: words.search.anyPhase,
            href: searchAddress(context, { phase: '' }),
            isChosen: phase === '',
          },
          ...search.facets.phase.map(({ slug, name, count }) => ({
            name: `${name} (${count})`,
            href: searchAddress(context, { phase: slug }),
            isChosen: phase === slug,
          })),
        ]}
      />
    </section>
  )
}

function FacetList({
  title,
  entries,
}: {
  title: string
  entries: { name: string; href: string; isChosen: boolean }[]
}) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="usa-list--unstyled sm-facets__list">
        {entries.map(({ name, href, isChosen }) => (
          <li key={href}>
            <a href={href} aria-current={isChosen ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The address of this search with something changed; a change of the filter begins at the first page. */
export function searchAddress(
  { language, parameters }: Context,
  changes: Partial<Record<'kind' | 'phase' | 'page', string>>,
): string {
  const next = new URLSearchParams({ q: parameters.get('q') ?? '' })
  for (const name of ['kind', 'phase'] as const) {
    const value = changes[name] ?? parameters.get(name)
    if (value) next.set(name, value)
  }
  if (changes.page && changes.page !== '1') next.set('page', changes.page)
  return `${pathTo(language, 'search')}?${next.toString()}`
}
