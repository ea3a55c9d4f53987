import type { PayloadRequest } from 'payload'
import { fieldKey, membersKey } from '../../dependencies/keys.ts'
import { collectKeys } from '../../dependencies/surrogate-keys.ts'
import { fieldsOnRoadmap } from './read.ts'

/** What of lines and stations the map shows: most publications change none of it. */
const keys = Object.entries(fieldsOnRoadmap).flatMap(([collection, fields]) => [
  membersKey(collection),
  ...Object.keys(fields).map((field) => fieldKey(collection, field)),
])

/** Notes that an answer depends on the map. */
export function dependsOnRoadmap(req: PayloadRequest): void {
  const noted = collectKeys(req)
  for (const key of keys) noted.add(key)
}
