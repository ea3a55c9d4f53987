import type { ErrorEntry } from '../../../errors.ts'
import type { Meanwhile } from '../../../saves/meanwhile.ts'
import type { Answer } from '../workflow/requests.ts'
import type { DraftToSave, Patch, Row } from './drafts-to-save.ts'
import type { MapRequests, Saved } from './requests.ts'

/** What became of the save of one station. */
export type SaveResult =
  | { id: string; as: 'saved' }
  /** Somebody else saved it meanwhile; nothing was stored. */
  | { id: string; as: 'stale'; meanwhile: Meanwhile | null }
  /** @param partly whether one of its languages was stored before that */
  | { id: string; as: 'refused'; answer: Answer<unknown>; partly: boolean }

/**
 * Saves each station as a draft of its own, on the version that it is a change of. What is refused stops nothing
 * else.
 *
 * @param onProgress is told how many are done
 */
export async function saveDrafts(
  drafts: readonly DraftToSave[],
  { save }: Pick<MapRequests, 'save'>,
  onProgress: (done: number) => void = () => undefined,
): Promise<SaveResult[]> {
  const results: SaveResult[] = []
  for (const draft of drafts) {
    results.push(await saveOne(draft, save))
    onProgress(results.length)
  }
  return results
}

async function saveOne(draft: DraftToSave, save: MapRequests['save']): Promise<SaveResult> {
  const { id } = draft.stop
  let { basedOn } = draft
  let rows: readonly Row[] = []
  for (const [index, { data, locale }] of draft.patches.entries()) {
    const answer: Answer<Saved> = await save(id, {
      basedOn,
      data: withIds(data, rows),
      locale,
    })
    if (!('ok' in answer)) {
      const stale = 'refused' in answer ? answer.refused.find(isStale) : undefined
      return stale && index === 0
        ? { id, as: 'stale', meanwhile: (stale.data as Meanwhile | undefined) ?? null }
        : { id, as: 'refused', answer, partly: index > 0 }
    }
    basedOn = answer.ok.doc.versionId
    rows = answer.ok.doc.connections ?? []
  }
  return { id, as: 'saved' }
}

/** New rows have their ids since the first language was saved; without them they would be other rows. */
function withIds(data: Patch['data'], saved: readonly Row[]): Patch['data'] {
  if (!data.connections || saved.length === 0) return data
  const ids = new Map(saved.map(({ id, to }) => [to, id]))
  return {
    ...data,
    connections: data.connections.map((row) => {
      const id = row.id ?? ids.get(row.to)
      return id === undefined ? row : { ...row, id }
    }),
  }
}

function isStale({ code }: ErrorEntry): boolean {
  return code === 'STALE_CONTENT'
}
