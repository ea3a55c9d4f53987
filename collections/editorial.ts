import type { CollectionConfig } from 'payload'
import {
  draftsOrLiveIfAllowed,
  liveOrStaff,
  nobody,
  people,
  peopleAndPublishingIfAllowed,
  staffOnly,
} from '../access/content.ts'
import { hideUnreadableReferences } from '../src/delivery/hide-unreadable-references.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { guardLiveWrites } from '../src/workflow/guard.ts'
import { tellStaffTheirRights } from '../src/http/document-rights.ts'
import { refuseDeletionOfCited } from './hooks/refuse-deletion-of-cited.ts'
import { refuseMalformed } from './hooks/refuse-malformed.ts'
import { refuseMisshapen } from './hooks/refuse-misshapen.ts'
import { refuseTakenValues } from './hooks/refuse-taken-values.ts'
import { requireDefaultLocale } from './hooks/require-default-locale.ts'

/**
 * Makes a content type editorial: gives it drafts with every version kept, the rules on who may read and
 * write, the guard in front of everything live, and the limits on what readers may ask.
 *
 * A content type's own file then shows only what is particular to it.
 */
export function editorial(type: CollectionConfig): CollectionConfig {
  return {
    ...type,
    access: {
      read: liveOrStaff,
      readVersions: staffOnly,
      create: people,
      update: peopleAndPublishingIfAllowed,
      delete: draftsOrLiveIfAllowed,
      unlock: nobody,
      ...type.access,
    },
    disableBulkEdit: true,
    endpoints: [tellStaffTheirRights],
    hooks: {
      ...type.hooks,
      beforeOperation: [
        guardLiveWrites,
        refuseMisshapen,
        limitReads,
        ...(type.hooks?.beforeOperation ?? []),
      ],
      beforeValidate: [...(type.hooks?.beforeValidate ?? []), refuseMalformed, refuseTakenValues],
      afterChange: [requireDefaultLocale, ...(type.hooks?.afterChange ?? [])],
      beforeDelete: [refuseDeletionOfCited, ...(type.hooks?.beforeDelete ?? [])],
      afterRead: [...(type.hooks?.afterRead ?? []), hideUnreadableReferences],
    },
    indexes: [{ fields: ['_status', 'updatedAt'] }, ...(type.indexes ?? [])],
    versions: {
      // Approvals point at versions, so none is ever swept away.
      maxPerDoc: 0,
      drafts: { autosave: false, schedulePublish: false, validate: false },
    },
  }
}
