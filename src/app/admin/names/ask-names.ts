import type { NamedDocument } from '../../../workflow/uses.ts'

/**
 * Asks what documents are called.
 *
 * @param api address of REST, such as `/api`
 * @param question parameters of `GET /api/names`
 * @returns null when there was no answer, or a refusal
 */
export async function askNames(
  api: string,
  question: string[][],
  signal?: AbortSignal,
): Promise<NamedDocument[] | null> {
  try {
    const response = await fetch(`${api}/names?${new URLSearchParams(question).toString()}`, {
      cache: 'no-store',
      credentials: 'include',
      ...(signal ? { signal } : {}),
    })
    return response.ok ? ((await response.json()) as { docs: NamedDocument[] }).docs : null
  } catch {
    return null
  }
}
