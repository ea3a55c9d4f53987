'use client'
import { useId } from 'react'
import { isRecord } from '../../../content/plain-values.ts'
import type { Choice, Conflict } from '../../../merge/merge.ts'
import { saySame, type Value, type Values } from '../../../merge/same.ts'
import type { Found } from './fields-of.ts'
import { ShownValue, type Titles } from './shown-value.tsx'
import type { SavesWords } from './words.ts'

/** What both changed, side by side, to choose one of. */
export function ChooseOne({
  choice,
  conflict,
  found,
  isTried,
  names,
  onChoose,
  title,
  titles,
  words,
}: {
  choice: Choice | undefined
  conflict: Conflict
  found: Found
  /** Whether somebody tried to save, so that what is missing is said. */
  isTried: boolean
  names: string
  onChoose: (side: Choice) => void
  title: string
  titles: Titles
  words: SavesWords
}) {
  const id = useId()
  const isMissing = isTried && choice === undefined
  const { base, isOrder, mine, theirs } = conflict
  const common = {
    field: found.field,
    isRow: found.isRow,
    only: differing(conflict),
    titles,
    words,
  }
  return (
    <fieldset className="saves-conflict">
      <legend>{isOrder ? words.order(title) : title}</legend>
      <div className="saves-sides">
        {(['mine', 'theirs'] as const).map((side) => (
          <div className={`saves-side${choice === side ? ' saves-side--chosen' : ''}`} key={side}>
            <label htmlFor={`${id}-${side}`}>
              <input
                aria-describedby={isMissing ? `${id}-problem` : undefined}
                aria-invalid={isMissing}
                checked={choice === side}
                id={`${id}-${side}`}
                name={id}
                onChange={() => onChoose(side)}
                type="radio"
              />
              {side === 'mine' ? words.mine : words.theirs(names)}
            </label>
            {isOrder ? null : (
              <ShownValue {...common} before={base} value={side === 'mine' ? mine : theirs} />
            )}
          </div>
        ))}
      </div>
      {!isOrder && (
        <details>
          <summary>{words.before}</summary>
          <ShownValue {...common} value={base} />
        </details>
      )}
      <p className="workflow-problem" id={`${id}-problem`}>
        {isMissing ? words.choose : ''}
      </p>
    </fieldset>
  )
}

/** The names in which one of the sides differs from what was there before. */
function differing({ base, mine, theirs }: Conflict): string[] | undefined {
  const sides: Value[] = [base, mine, theirs]
  // Of a row that one of them removed, all of it is shown.
  if (!isRecord(mine) || !isRecord(theirs)) return undefined
  const names = new Set(sides.flatMap((side) => (isRecord(side) ? Object.keys(side) : [])))
  const at = (side: Value, name: string) => (isRecord(side) ? (side as Values)[name] : undefined)
  return [...names].filter(
    (name) =>
      !saySame(at(mine, name), at(theirs, name)) || !saySame(at(base, name), at(mine, name)),
  )
}
