import type { Field } from 'payload'
import { nobodyWrites, staffField } from '../../access/users.ts'
import { words } from '../../src/locales.ts'

/**
 * Who saved a version, as `{ id, name }`. The platform writes it with every save; a version that only makes the same
 * text public keeps it. See `saverOf` in `src/workflow/contributors.ts`.
 */
export function savedByField(): Field {
  return {
    name: 'savedBy',
    type: 'json',
    label: words('Saved by', 'Guardado por'),
    access: { read: staffField, create: nobodyWrites, update: nobodyWrites },
    admin: {
      hidden: true,
      components: { Diff: './admin/workflow/contributors-diff.tsx#ContributorsDiff' },
    },
  }
}
