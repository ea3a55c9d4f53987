declare module 'accessible-autocomplete' {
  /** Puts a combo box into an element: see the README of the package. */
  export default function accessibleAutocomplete(options: Record<string, unknown>): void
}
