import type { Payload } from 'payload'

const quiet = new WeakSet<Payload>()

/**
 * Does work of which nobody is told, such as the first publication of the seed: hundreds of steps that its people
 * never took themselves. Only for a process that serves nobody yet.
 */
export async function tellNobodyOf(payload: Payload, work: () => Promise<void>): Promise<void> {
  quiet.add(payload)
  try {
    await work()
  } finally {
    quiet.delete(payload)
  }
}

export function isQuiet(payload: Payload): boolean {
  return quiet.has(payload)
}
