/** What the browser calls the locks of forms, before their keys. */
const prefix = 'stationmaster-form-'

/** A key that no other form has. */
export function newFormKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Says to other tabs that a form is open, so that they do not offer the words that are in it. The browser itself
 * ends this with the tab, however the tab ends. Over plain HTTP browsers have no locks; then words are offered in
 * other tabs, too.
 *
 * @returns says that it is not open any more
 */
export function holdForm(key: string): () => void {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  // Refused only when the page is on its way out.
  void navigator.locks?.request(prefix + key, () => held).catch(() => undefined)
  return release
}

/** The keys of all forms that are open in this browser. */
export async function heldForms(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  const names = held.map(({ name }) => name ?? '')
  return new Set(
    names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
  )
}
