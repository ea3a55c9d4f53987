/** Whether a value is a document that was made before, and is shared. */
type IsMade = (value: object) => boolean

/** Documents that stand as a whole inside another one, each once. */
export function embeddedIn(document: object, isMade: IsMade): object[] {
  const found = new Set<object>()
  for (const part of Object.values(document)) collect(part, isMade, found)
  return [...found]
}

function collect(value: unknown, isMade: IsMade, found: Set<object>): void {
  if (typeof value !== 'object' || value === null) return
  if (isMade(value)) found.add(value)
  else for (const part of Object.values(value)) collect(part, isMade, found)
}

/**
 * A document with others in the place of some that stand inside it. It shares with the given one what stays the same; what
 * is new is frozen.
 */
export function withReplaced(
  document: object,
  replacements: ReadonlyMap<object, object>,
  isMade: IsMade,
): object {
  return copied(document, (part) => replaced(part, replacements, isMade))
}

function replaced(
  value: unknown,
  replacements: ReadonlyMap<object, object>,
  isMade: IsMade,
): unknown {
  if (typeof value !== 'object' || value === null) return value
  const replacement = replacements.get(value)
  if (replacement) return replacement
  return isMade(value) ? value : copied(value, (part) => replaced(part, replacements, isMade))
}

/** The same value where no part of it becomes another one. */
function copied(value: object, change: (part: unknown) => unknown): object {
  if (Array.isArray(value)) {
    const parts = value.map(change)
    return parts.some((part, at) => part !== value[at]) ? Object.freeze(parts) : value
  }
  const entries = Object.entries(value)
  const parts = entries.map(([name, part]) => [name, change(part)] as const)
  return parts.some(([, part], at) => part !== entries[at]![1])
    ? Object.freeze(Object.fromEntries(parts))
    : value
}

/**
 * Whether other documents stand inside a document that were not made before: what they say is then part of it, and changes
 * with them.
 *
 * @param ids of the documents it is made of, besides itself
 */
export function hasForeignParts(
  document: object,
  ids: ReadonlySet<string>,
  isMade: IsMade,
): boolean {
  return Object.values(document).some((part) => isForeign(part, ids, isMade))
}

function isForeign(value: unknown, ids: ReadonlySet<string>, isMade: IsMade): boolean {
  if (typeof value !== 'object' || value === null || isMade(value)) return false
  // What points at a document has its id, too; a document has more than that.
  if (!Array.isArray(value) && ids.has(String((value as { id?: unknown }).id))) return true
  return Object.values(value).some((part) => isForeign(part, ids, isMade))
}
