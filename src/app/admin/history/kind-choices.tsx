'use client'
import type { TimelineAnswer } from '../../../timeline/timeline.ts'
import { kindGroups, type KindGroup } from './kind-groups.ts'
import type { HistoryWords } from './words.ts'

/** Which events are shown: those of the ticked kinds, or all. Only what has happened can be chosen. */
export function KindChoices({
  chosen,
  counts,
  onChoose,
  words,
}: {
  chosen: readonly KindGroup[]
  counts: TimelineAnswer['counts']
  onChoose: (chosen: readonly KindGroup[]) => void
  words: HistoryWords
}) {
  const groups = (Object.keys(kindGroups) as KindGroup[])
    .map((group) => ({
      group,
      count: kindGroups[group].reduce((sum, kind) => sum + (counts[kind] ?? 0), 0),
    }))
    .filter(({ count, group }) => count > 0 || chosen.includes(group))
  return (
    <fieldset aria-describedby="history-kinds-hint" className="history-kinds">
      <legend>{words.kinds}</legend>
      <p id="history-kinds-hint">{words.kindsHint}</p>
      {groups.map(({ count, group }) => (
        <label key={group}>
          <input
            checked={chosen.includes(group)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, group] : chosen.filter((one) => one !== group))
            }
            type="checkbox"
          />
          {words.kindNames[group]} ({count})
        </label>
      ))}
    </fieldset>
  )
}
