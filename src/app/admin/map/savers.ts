import type { Meanwhile } from '../../../saves/meanwhile.ts'

/** What people are called who saved meanwhile, each once; empty where nobody knows. */
export function savers(meanwhile: Meanwhile | null): string {
  const names = (meanwhile?.saves ?? []).flatMap(({ savedBy }) => (savedBy ? [savedBy.name] : []))
  return [...new Set(names)].join(', ')
}
