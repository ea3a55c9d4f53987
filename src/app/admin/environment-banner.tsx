/** Says on every page of the panel which installation this is, where the settings name it. */
export function EnvironmentBanner({ label }: { label?: string }) {
  if (!label) return null
  return (
    <p
      style={{
        background: '#face00',
        color: '#1b1b1b',
        margin: 0,
        padding: '4px 16px',
        textAlign: 'center',
      }}
    >
      {label}
    </p>
  )
}
