import type { ReactNode } from 'react'

/** The fields that only one of two people changed; nothing where there are none. */
export function OnlyOne({
  children,
  title,
  what,
}: {
  children?: ReactNode
  title: string
  what: readonly string[]
}) {
  if (what.length === 0 && !children) return null
  return (
    <section className="saves-part">
      <h3>{title}</h3>
      {what.length > 0 && (
        <ul className="saves-only">
          {what.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  )
}
