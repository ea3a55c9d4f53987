import type { PayloadRequest } from 'payload'
import { EditorialError } from '../errors.ts'
import type { Base } from './base.ts'
import { meanwhile, savers, type Meanwhile } from './meanwhile.ts'
import { newestVersion, type Place } from './versions.ts'

/**
 * The refusal of a save that would overwrite what somebody else saved meanwhile, with who that was and what they
 * changed as its `data`: see `Meanwhile`.
 *
 * @returns undefined when the document is gone, or the base is still the newest version
 */
export async function staleSave(
  place: Place,
  base: Base,
  req: PayloadRequest,
): Promise<EditorialError | undefined> {
  const newest = await newestVersion(place, req)
  const since = newest && (await meanwhile({ base, newest, place, req }))
  if (!since?.stale) return undefined
  return new EditorialError({ code: 'STALE_CONTENT', message: sentence(since), data: since })
}

function sentence(since: Meanwhile): string {
  const { base, saves, savedAt, versionId } = since
  const names = savers(saves).map(({ name }) => name)
  const next = `Nothing was stored. Put your changes into the newest version, and save that on its own base: If-Match: "${versionId}".`
  return base
    ? `${list(names, 'and') || 'Somebody else'} saved this document after the version that this save is based on, last at ${savedAt}; \`data.changes\` says what changed. ${next}`
    : `This document has no version of the name that this save gives as its base, or not any more. ${next}`
}

function list(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`
}
