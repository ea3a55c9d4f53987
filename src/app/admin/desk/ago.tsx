'use client'
import { exactMomentIn } from '../workflow/moments.ts'

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** How long ago something was, such as “3 days ago”; the instant itself on demand. */
export function AgoOf({ at, language }: { at: string; language: string }) {
  const seconds = (Date.now() - new Date(at).getTime()) / 1_000
  const [unit, length] = steps.find(([, length]) => seconds >= length) ?? ['minute', 60]
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    -Math.floor(seconds / length),
    unit,
  )
  return (
    <time dateTime={at} title={exactMomentIn(language, at)}>
      {ago}
    </time>
  )
}
