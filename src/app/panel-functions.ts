/**
 * Payload's own functions that the panel calls on the server. Anybody can call them by name, and Payload
 * looks the name up in an object, where it finds `constructor` and the like too. Those for scheduling and
 * for folders are not here: this panel has none of Payload's.
 */
const panelFunctions: ReadonlySet<string> = new Set([
  'copy-data-from-locale',
  'form-state',
  'get-default-layout',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'render-widget',
  'slugify',
  'table-state',
])

/**
 * What a function of the panel is called with. Payload would ask on the first keystroke whether the page is old, and
 * offer nothing but to load it anew, without what was typed. Here a save that comes too late shows both texts.
 */
export function withoutStaleCheck<Args extends object>(name: string, args: Args): Args {
  return name === 'form-state' ? { ...args, checkForStaleData: false } : args
}

/** @throws when the panel has no function of that name */
export function refuseOtherFunctions(name: unknown): void {
  if (typeof name !== 'string' || !panelFunctions.has(name))
    throw new Error('The panel has no such function.')
}
