import { createElement, Fragment, type ReactNode } from 'react'
import { renderText, type FrontEndOptions } from './for-front-ends.ts'

/**
 * A rich text that was read as JSON, as React elements: the same elements as the platform's HTML.
 *
 * @throws RangeError for a heading level or a pattern that is not accepted, saying what is
 */
export function RoadmapText({ text, ...options }: FrontEndOptions & { text: unknown }): ReactNode {
  const made = renderText<ReactNode>(text, options, {
    words: (words) => words,
    element: ({ tag, attributes }, inside, key) =>
      createElement(tag, { ...inReact(attributes), key }, ...inside),
  })
  return createElement(Fragment, null, ...made)
}

/** React has names of its own for some attributes. */
const names: Record<string, string> = { colspan: 'colSpan', rowspan: 'rowSpan' }

function inReact(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [names[name] ?? name, value]),
  )
}
