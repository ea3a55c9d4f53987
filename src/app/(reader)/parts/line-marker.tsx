/** A line of the map, as far as it is seen. */
export interface Line {
  name: string
  colour?: string | null
  marker?: string | null
}

/** Colour of a line that has none of its own. */
export const plainColour = '#565c65'

/** The sign of a line: a letter in its colour. Its name is told to those who do not see it. */
export function LineMarker({ line }: { line: Line }) {
  return (
    <svg className="sm-marker" viewBox="0 0 24 24" width="24" height="24" role="img">
      <title>{line.name}</title>
      <circle cx="12" cy="12" r="12" fill={line.colour ?? plainColour} />
      <text
        x="12"
        y="12"
        dy="0.36em"
        textAnchor="middle"
        fontSize="14"
        fontWeight="700"
        fill="#fff"
        aria-hidden="true"
      >
        {line.marker ?? line.name.slice(0, 1)}
      </text>
    </svg>
  )
}
