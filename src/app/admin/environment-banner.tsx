interface EnvironmentBannerProps {
  label?: string
  /** Room below it, in pixels. */
  room?: number
}

/** Says on every page of the panel which installation this is, where the settings name it. */
export function EnvironmentBanner({ label, room = 0 }: EnvironmentBannerProps) {
  if (!label) return null
  return (
    <section
      aria-label={label}
      style={{
        background: '#face00',
        color: '#1b1b1b',
        margin: `0 0 ${room}px`,
        padding: '4px 16px',
        textAlign: 'center',
      }}
    >
      {label}
    </section>
  )
}
