'use client'
import { useId, useState } from 'react'
import { instantsOf, ownZone, withOffset, zoneIn, zoneNameAt, type WallTime } from './local-time.ts'
import { exactMomentIn } from './moments.ts'
import type { PanelWords } from './words.ts'

/** What was chosen: an instant as ISO text with its offset, or what is wrong with the choice. */
export type Chosen = { instant: string } | { problem: string }

/** What no choice is. */
export function noInstant(words: PanelWords): Chosen {
  return { problem: words.timeMissing }
}

/**
 * A day and time in the time zone of whoever chooses it. Says which instant that is, and where a change of
 * clocks leaves none or two.
 */
export function InstantField({
  words,
  initial = '',
  language,
  onChange,
  problem,
}: {
  words: PanelWords
  /** What stands there at first, such as `2027-03-01T09:00`. */
  initial?: WallTime
  language: string
  onChange: (chosen: Chosen) => void
  /** What is wrong, once that should be said. */
  problem?: string | undefined
}) {
  const id = useId()
  const zone = ownZone()
  const [wall, setWall] = useState(initial)
  const [which, setWhich] = useState(0)
  const instants = instantsOf(wall, zone)
  const isImpossible = wall !== '' && instants.length === 0
  const instant = instants[Math.min(which, instants.length - 1)]

  const choose = (newWall: string, newWhich: number) => {
    setWall(newWall)
    setWhich(newWhich)
    onChange(chosenAt(newWall, { which: newWhich, words, zone }))
  }

  return (
    <div className="workflow-field">
      <label htmlFor={id}>{words.when}</label>
      <p id={`${id}-hint`}>{words.inZone(zoneIn(zone, instant ?? new Date(), language))}</p>
      <input
        aria-describedby={`${id}-hint ${id}-meaning ${id}-problem`}
        aria-invalid={Boolean(problem) || isImpossible}
        aria-required
        id={id}
        onChange={(event) => choose(event.target.value, 0)}
        type="datetime-local"
        value={wall}
      />
      {instants.length === 2 && (
        <fieldset className="workflow-choices">
          <legend>{words.timeExistsTwice}</legend>
          {instants.map((one, index) => (
            <label key={one.toISOString()}>
              <input
                checked={which === index}
                name={`${id}-which`}
                onChange={() => choose(wall, index)}
                type="radio"
              />
              {(index === 0 ? words.theFirst : words.theSecond)(zoneNameAt(one, zone, language))}
            </label>
          ))}
        </fieldset>
      )}
      <p aria-live="polite" id={`${id}-meaning`}>
        {instant ? words.thatIs(exactMomentIn(language, instant)) : ''}
      </p>
      <p aria-live="polite" className="workflow-problem" id={`${id}-problem`}>
        {isImpossible ? words.timeDoesNotExist : problem}
      </p>
    </div>
  )
}

/** What a wall clock's time stands for. @param which of two such times, where clocks go back */
export function chosenAt(
  wall: WallTime,
  { which = 0, words, zone }: { which?: number; words: PanelWords; zone: string },
): Chosen {
  const possible = instantsOf(wall, zone)
  const chosen = possible[Math.min(which, possible.length - 1)]
  if (wall === '') return noInstant(words)
  if (!chosen) return { problem: words.timeDoesNotExist }
  if (chosen.getTime() <= Date.now()) return { problem: words.timePassed }
  return { instant: withOffset(chosen, zone) }
}
