import { entryTypes, type LedgerEntry } from './entry.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isTextOrNull: Check = (value) => value === null || isText(value)
const isNumber: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1
const isHash: Check = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value as string)
const isObject: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isInstant: Check = (value) =>
  isText(value) &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value as string) &&
  !Number.isNaN(Date.parse(value as string))
const isContributor: Check = (value) => {
  const { id, name } = (value ?? {}) as Record<string, unknown>
  return isText(id) && isText(name)
}
const isPinnedComment: Check = (value) => {
  const { id, place, text } = (value ?? {}) as Record<string, unknown>
  return isText(id) && isText(text) && (place === undefined || isObject(place))
}
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

/** What each property of an entry holds. Format and type are told apart from these: newer ones may come. */
const form: Record<Exclude<keyof LedgerEntry, 'format' | 'type'>, Check> = {
  sequence: isNumber,
  at: isInstant,
  actorId: isTextOrNull,
  actorName: isTextOrNull,
  actorRoles: isListOf(isText),
  documentCollection: isText,
  documentId: isText,
  versionId: isTextOrNull,
  contentHash: isText,
  comment: isTextOrNull,
  details: isObject,
  snapshot: (value) => value === null || isObject(value),
  previousHash: (value) => value === null || isHash(value),
  hash: isHash,
}

/** What those details hold, where they are given, that others rely on. */
const detailsForm: Record<string, Check> = {
  contributors: isListOf(isContributor),
  restsOn: isNumber,
  schedule: isNumber,
  movedFrom: isText,
  name: isText,
  comments: isListOf(isPinnedComment),
}

/** Says what keeps a stored value from being read as an entry; nothing when it can be. */
export function formProblems(value: unknown): string[] {
  if (!isObject(value)) return [`Expected an entry, found ${described(value)}.`]
  const entry = value as Record<string, unknown>
  if (entry['format'] !== 1)
    return [
      `The entry is of an unknown format: expected 1, found ${described(entry['format'])}. It cannot be read with this version of the platform.`,
    ]
  const wrong = Object.entries(form).flatMap(([name, check]) => (check(entry[name]) ? [] : [name]))
  const wrongDetails = isObject(entry['details'])
    ? wrongAmong(detailsForm, entry['details'] as Record<string, unknown>)
    : []
  // What was refused may have been asked for with any hash, or none.
  if (entry['type'] !== 'refused' && isText(entry['contentHash']) && !isHash(entry['contentHash']))
    wrong.push('contentHash')
  const problems = [...wrong, ...wrongDetails]
  return [
    ...((entryTypes as readonly unknown[]).includes(entry['type'])
      ? []
      : [`The entry is of an unknown type: ${described(entry['type'])}.`]),
    ...(problems.length > 0
      ? [`The entry is damaged: ${problems.join(', ')} missing, or not what belongs there.`]
      : []),
  ]
}

function wrongAmong(checks: Record<string, Check>, details: Record<string, unknown>): string[] {
  return Object.entries(checks).flatMap(([name, check]) =>
    details[name] === undefined || check(details[name]) ? [] : [`details.${name}`],
  )
}

function described(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  return `“${String(value).slice(0, 40)}”`
}
