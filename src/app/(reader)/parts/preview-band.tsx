import { pathTo, type Language } from '../addresses.ts'
import type { Draft, Drafts } from '../drafts.ts'
import type { Context, Page } from '../page-model.ts'
import { inARow, moment, number, type SiteWords } from '../words.ts'

/** Most other drafts that are named without being asked for. */
const mostNamed = 3

interface BandProps {
  context: Pick<Context, 'language' | 'words'>
  drafts: Drafts
  page: Pick<Page, 'path' | 'status'>
}

/** Says above everything else what is drafted, in whose words, and until when it is shown. */
export function PreviewBand({ context, drafts: { documents, endsAt }, page }: BandProps) {
  const { language, words } = context
  const here = documents.find(({ path }) => path !== null && path === page.path)
  const others = documents.filter((one) => one.isDraft && one !== here)
  const hasDrafts = documents.some(({ isDraft }) => isDraft)
  return (
    <section className="sm-preview" aria-label={words.preview.label}>
      <div className="grid-container">
        <p>
          <strong>{hasDrafts ? words.preview.title : words.preview.noDrafts}</strong>{' '}
          {page.status === 200 && hasDrafts ? ofThisPage(here, context) : ''}
        </p>
        <Others
          drafts={others}
          label={here?.isDraft ? words.preview.alsoDrafted : words.preview.drafted}
          language={language}
          words={words}
        />
        <p>
          {endsAt ? `${words.preview.until(moment(endsAt, language))} ` : ''}
          <a href="/preview/leave">{words.preview.leave}</a>
        </p>
      </div>
    </section>
  )
}

function ofThisPage(here: Draft | undefined, { language, words }: BandProps['context']): string {
  if (!here) return words.preview.isNoDraft
  if (!here.isDraft) return words.preview.isPublic
  const changed = moment(here.lastChangedAt, language)
  const whose = words.preview.page(changed, inARow(here.writtenBy, language))
  return here.isLive ? `${whose} ${words.preview.changes}` : whose
}

interface OthersProps {
  drafts: Draft[]
  label: string
  language: Language
  words: SiteWords
}

/** The drafts that are not this page: in a row where they are few, else in a list that opens. */
function Others({ drafts, label, language, words }: OthersProps) {
  if (drafts.length === 0) return null
  const links = drafts.map((draft) => (
    <DraftLink key={draft.id} draft={draft} language={language} words={words} />
  ))
  if (drafts.length > mostNamed)
    return (
      <details>
        <summary>{words.preview.count(label, number(drafts.length, language))}</summary>
        <ul className="sm-preview__list">
          {links.map((link) => (
            <li key={link.key}>{link}</li>
          ))}
        </ul>
      </details>
    )
  return (
    <p>
      {label}: {links.flatMap((link, index) => (index === 0 ? [link] : ['; ', link]))}
    </p>
  )
}

function DraftLink({
  draft,
  language,
  words,
}: Omit<OthersProps, 'drafts' | 'label'> & { draft: Draft }) {
  const { collection, isLive, lang, name } = draft
  const kinds: Record<string, { one: string } | undefined> = words.kinds
  const title = draft.title ?? name ?? kinds[collection]?.one ?? collection
  const address = addressOf(draft, language)
  return (
    <span>
      {address ? (
        <a href={address} lang={lang}>
          {title}
        </a>
      ) : (
        <span lang={lang}>{title}</span>
      )}{' '}
      ({isLive ? words.preview.changesPublic : words.preview.notPublic})
    </span>
  )
}

/** Where it is seen: its page, and for a line the map. */
function addressOf({ collection, name, path }: Draft, language: Language): string | null {
  if (collection !== 'phases' || !name) return path
  return `${pathTo(language, 'map')}?line=${encodeURIComponent(name)}`
}
