/** Says on every page of the panel which installation this is. */
export function EnvironmentBanner({ label }: { label: string }) {
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
