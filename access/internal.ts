import type { Access, SanitizedConfig } from 'payload'
import { isStaff, type Actor } from './roles.ts'

/**
 * Payload keeps collections of its own, such as what somebody chose in the panel. It lets any account use
 * them; here an account needs a role, so that one without cannot read of drafts there.
 */
export function closeInternalCollections(config: SanitizedConfig): SanitizedConfig {
  for (const { slug, access } of config.collections) {
    if (!slug.startsWith('payload-')) continue
    for (const name of ['create', 'read', 'update', 'delete', 'readVersions'] as const) {
      const original = access[name] as Access | undefined
      access[name] = (args) => isStaff(args.req.user as Actor) && (original?.(args) ?? false)
    }
  }
  return config
}
