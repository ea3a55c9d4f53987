/** Why nothing can be saved now. */
export type SaveTrouble =
  | { what: 'unreachable' }
  | { what: 'signedOut' }
  /** Somebody else has signed in with the same browser, in another tab. */
  | { what: 'otherPerson'; name: string }

/**
 * Asks before a save whether it would arrive, and in whose name: one that is sent without a session is refused for
 * reasons that say nothing to whoever wrote it, and one with somebody else's would be theirs.
 *
 * @param api address of REST, such as `/api`
 * @param person id of whoever wrote what is to be saved
 * @returns null when it can be saved
 */
export async function saveTrouble(api: string, person: string): Promise<SaveTrouble | null> {
  try {
    const response = await fetch(`${api}/users/me?depth=0`, {
      cache: 'no-store',
      credentials: 'include',
    })
    // Whatever else is wrong, the save itself says best.
    if (!response.ok) return null
    const { user } = (await response.json()) as { user: { id: unknown; name?: string } | null }
    if (!user) return { what: 'signedOut' }
    if (String(user.id) === person) return null
    return { what: 'otherPerson', name: user.name ?? '' }
  } catch {
    return { what: 'unreachable' }
  }
}
