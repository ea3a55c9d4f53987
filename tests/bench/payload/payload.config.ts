import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, type CollectionConfig, type Field } from 'payload'
import { forms } from '../../../collections/forms.ts'
import { helpOrganizations } from '../../../collections/help-organizations.ts'
import { media } from '../../../collections/media.ts'
import { notices } from '../../../collections/notices.ts'
import { phases } from '../../../collections/phases.ts'
import { stations } from '../../../collections/stations.ts'
import { steps } from '../../../collections/steps.ts'

/*
 * Payload as its template ships it, with the same fields on a copy of the same database: no guard, no
 * ledger, no limits, no cache. What the platform is measured against.
 */
export default buildConfig({
  collections: [
    ...[stations, notices, phases, steps, forms, helpOrganizations].map(plain),
    { ...plain(media), upload: { staticDir: `${process.env['DATA_DIR']}/media` } },
    {
      slug: 'users',
      // As the platform has it, or the columns would not be the same.
      auth: { forgotPassword: { minRequestInterval: 0 } },
      fields: [{ name: 'name', type: 'text' }],
    },
  ],
  db: sqliteAdapter({
    client: { url: `file:${process.env['DATA_DIR']}/stationmaster.db` },
    idType: 'uuid',
    push: false,
    wal: true,
  }),
  editor: lexicalEditor(),
  localization: { locales: ['en', 'es'], defaultLocale: 'en', fallback: true },
  secret: process.env['PAYLOAD_SECRET'] ?? '',
  telemetry: false,
  typescript: { autoGenerate: false },
})

function plain({ defaultPopulate, fields, slug, upload }: CollectionConfig): CollectionConfig {
  return {
    slug,
    access: {
      read: ({ req }) => (req.user ? true : { _status: { equals: 'published' } }),
    },
    ...(defaultPopulate ? { defaultPopulate } : {}),
    ...(upload ? { upload } : {}),
    fields: plainFields(fields),
    versions: { drafts: true, maxPerDoc: 0 },
  }
}

/** The same columns, without what the platform does at them. */
function plainFields(fields: Field[]): Field[] {
  return fields
    .filter(({ type }) => type !== 'ui')
    .map((field) => {
      const { access, admin, custom, hooks, validate, ...rest } = field as unknown as Record<
        string,
        unknown
      >
      void [access, admin, custom, hooks, validate]
      const nested = rest['fields'] ? { fields: plainFields(rest['fields'] as Field[]) } : {}
      const tabs = rest['tabs']
        ? {
            tabs: (rest['tabs'] as { fields: Field[] }[]).map((tab) => ({
              ...tab,
              fields: plainFields(tab.fields),
            })),
          }
        : {}
      return { ...rest, ...nested, ...tabs } as unknown as Field
    })
}
