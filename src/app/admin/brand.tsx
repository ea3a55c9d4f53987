/** The mark: two lines of the map that meet at a station. */
export function Icon() {
  return (
    <svg aria-hidden="true" fill="none" height="22" viewBox="0 0 24 24" width="22">
      <path d="M3 6h7l8 12h3M3 18h7l8-12h3" stroke="currentColor" strokeWidth="2.5" />
      <circle
        cx="14"
        cy="12"
        fill="var(--theme-bg)"
        r="4"
        stroke="currentColor"
        strokeWidth="2.5"
      />
    </svg>
  )
}

/** The mark with the name, on the sign-in page. */
export function Logo() {
  return (
    <span style={{ alignItems: 'center', display: 'inline-flex', fontSize: 28, gap: 12 }}>
      <Icon />
      Stationmaster
    </span>
  )
}
