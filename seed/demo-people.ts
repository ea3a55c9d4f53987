import type { Role } from '../access/roles.ts'

/** The password of every demo person. They exist only where `SEED=demo`, the setting of a demonstration. */
export const demoPassword = 'demo-password'

/** One demo person for each role, and a second editor, so that the workflow can be tried by hand. */
export const demoPeople: readonly { email: string; name: string; roles: Role[] }[] = [
  { email: 'editor@stationmaster.test', name: 'Elena Editor', roles: ['editor'] },
  { email: 'editor2@stationmaster.test', name: 'Edward Editor', roles: ['editor'] },
  { email: 'reviewer@stationmaster.test', name: 'Rosa Reviewer', roles: ['reviewer'] },
  { email: 'publisher@stationmaster.test', name: 'Paul Publisher', roles: ['publisher'] },
  {
    email: 'administrator@stationmaster.test',
    name: 'Ada Administrator',
    roles: ['administrator'],
  },
]
