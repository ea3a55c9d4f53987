import type { Field } from 'payload'
import { nobodyWrites, staffField } from '../../access/users.ts'
import { words } from '../../src/locales.ts'

/**
 * Who changed a version since the document was last public, as `{ id, name }`. The platform writes it with
 * every save; see `src/workflow/contributors.ts`.
 */
export function contributorsField(): Field {
  return {
    name: 'contributors',
    type: 'json',
    label: words('Contributors', 'Contribuyeron'),
    access: { read: staffField, create: nobodyWrites, update: nobodyWrites },
    admin: {
      hidden: true,
      components: { Diff: './admin/workflow/contributors-diff.tsx#ContributorsDiff' },
    },
  }
}
