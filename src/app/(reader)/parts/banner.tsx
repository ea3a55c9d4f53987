import type { SiteWords } from '../words.ts'

/** The banner that says who stands behind the site. It opens and closes without script. */
export function Banner({ words: { banner } }: { words: SiteWords }) {
  return (
    <section className="sm-banner-frame" aria-label={banner.label}>
      <details className="sm-banner">
        <summary className="sm-banner__summary">
          <span className="grid-container sm-banner__line">
            <Flag />
            <span className="sm-banner__official">{banner.official}</span>{' '}
            <span className="sm-banner__how">{banner.how}</span>
          </span>
        </summary>
        <div className="grid-container sm-banner__content">
          <p>
            <strong>{banner.govTitle}</strong>
            <br />
            {banner.gov}
          </p>
          <p>
            <strong>{banner.httpsTitle}</strong>
            <br />
            {banner.https}
          </p>
        </div>
      </details>
    </section>
  )
}

/** Says that this is no real site, so that nobody relies on what is tried out here. */
export function TestAlert({ label, words }: { label: string; words: SiteWords }) {
  return (
    <section className="sm-test" aria-label={words.banner.test(label)}>
      <div className="grid-container">
        <strong>{words.banner.test(label)}</strong>
      </div>
    </section>
  )
}

function Flag() {
  return (
    <svg className="sm-banner__flag" viewBox="0 0 16 11" width="16" height="11" aria-hidden="true">
      <path fill="#fff" d="M0 0h16v11H0z" />
      <path
        fill="#d83933"
        d="M0 0h16v1.2H0zm0 2.4h16v1.2H0zm0 2.5h16v1.2H0zm0 2.4h16v1.3H0zm0 2.5h16V11H0z"
      />
      <path fill="#1a4480" d="M0 0h7v6H0z" />
    </svg>
  )
}
