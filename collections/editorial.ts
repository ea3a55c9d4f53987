import type { CollectionConfig, Field } from 'payload'
import {
  draftsOnly,
  liveOrStaff,
  nobody,
  people,
  staffOnly,
  theTeamsDrafts,
} from '../access/content.ts'
import { hideUnreadableReferences } from '../src/delivery/hide-unreadable-references.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { applyGrantedStatus } from '../src/workflow/apply-grant.ts'
import { carryContributors, recordContributors } from '../src/workflow/contributors.ts'
import { dependsOnDocument } from '../src/delivery/cache/surrogate-keys.ts'
import { filterByState } from '../src/workflow/filter-by-state.ts'
import { giveRequiredWords } from '../src/content/required-words.ts'
import { checkRichTextForm, giveRichTextForm } from '../src/delivery/rich-text/over-rest.ts'
import { guardLiveWrites } from '../src/workflow/guard.ts'
import { answerNamedDeletion, keepWhatWasPublic } from '../src/workflow/keep-what-was-public.ts'
import { forgetStateOnDelete, recordStateOnSave } from '../src/workflow/record-state.ts'
import { tellStaffTheirRights } from '../src/http/document-rights.ts'
import { hasPage, isNamed } from '../src/addresses/names.ts'
import { byNameEndpoints } from '../src/http/by-name-endpoints.ts'
import { reviewEndpoints } from '../src/http/review-endpoints.ts'
import { documentWorkflowEndpoints } from '../src/http/workflow-endpoints.ts'
import { words } from '../src/locales.ts'
import { contributorsField } from './fields/contributors.ts'
import { takesNameField } from './fields/takes-name.ts'
import { keepTextComposed } from './hooks/keep-text-composed.ts'
import { refuseDeletionOfCited } from './hooks/refuse-deletion-of-cited.ts'
import { refuseMalformed } from './hooks/refuse-malformed.ts'
import { refuseMisshapen } from './hooks/refuse-misshapen.ts'
import { refuseNamesElsewhere } from './hooks/refuse-names-elsewhere.ts'
import { refuseTakenValues } from './hooks/refuse-taken-values.ts'

/** Where the panel says how far a document is, and takes it further. */
const reviewInPlaceOfPublishing = {
  PublishButton: './admin/workflow/next-step-button.tsx#NextStepButton',
  Status: './admin/workflow/status.tsx#WorkflowStatus',
  UnpublishButton: './admin/workflow/no-unpublish-button.tsx#NoUnpublishButton',
}

/** Shows the page of what was never saved, where documents have pages. */
const pageOfNew = './admin/preview/page-of-new.tsx#PageOfNew'

/** Everything about the review, beside the text; in lists, the state and what the public has. */
const workflowPanel: Field = {
  name: 'workflow',
  type: 'ui',
  label: words('State', 'Estado'),
  admin: {
    position: 'sidebar',
    components: {
      Cell: './admin/workflow/state-cell.tsx#StateCell',
      Field: './admin/workflow/panel.tsx#WorkflowPanel',
    },
  },
}

/** Payload's own status says neither of that, so nobody is offered it. Its options are Payload's. */
const noStatusInLists: Field = {
  name: '_status',
  type: 'select',
  options: [],
  admin: { disableListColumn: true, disableListFilter: true },
}

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
      update: theTeamsDrafts,
      delete: draftsOnly,
      unlock: nobody,
      ...type.access,
    },
    admin: {
      ...type.admin,
      components: {
        ...type.admin?.components,
        beforeListTable: [
          ...(type.admin?.components?.beforeListTable ?? []),
          './admin/workflow/state-filter.tsx#StateFilter',
          './admin/workflow/selected.tsx#Selected',
        ],
        edit: {
          ...reviewInPlaceOfPublishing,
          ...(hasPage(type.slug) ? { beforeDocumentControls: [pageOfNew] } : {}),
        },
        views: {
          edit: {
            version: { actions: ['./admin/workflow/restore-as-draft.tsx#RestoreAsDraft'] },
          },
        },
      },
    },
    disableBulkEdit: true,
    endpoints: [
      ...byNameEndpoints(type.slug),
      ...documentWorkflowEndpoints,
      ...reviewEndpoints,
      tellStaffTheirRights,
    ],
    fields: [
      workflowPanel,
      ...type.fields,
      ...(isNamed(type.slug) ? [takesNameField()] : []),
      contributorsField(),
      noStatusInLists,
    ],
    hooks: {
      ...type.hooks,
      beforeOperation: [
        guardLiveWrites,
        answerNamedDeletion,
        refuseMisshapen,
        checkRichTextForm,
        keepTextComposed,
        limitReads,
        filterByState,
        carryContributors,
        ...(type.hooks?.beforeOperation ?? []),
      ],
      beforeValidate: [
        ...(type.hooks?.beforeValidate ?? []),
        refuseMalformed,
        refuseTakenValues,
        refuseNamesElsewhere,
      ],
      beforeRead: [giveRequiredWords, ...(type.hooks?.beforeRead ?? [])],
      beforeChange: [...(type.hooks?.beforeChange ?? []), recordContributors, applyGrantedStatus],
      afterChange: [...(type.hooks?.afterChange ?? []), recordStateOnSave],
      beforeDelete: [keepWhatWasPublic, refuseDeletionOfCited, ...(type.hooks?.beforeDelete ?? [])],
      afterDelete: [...(type.hooks?.afterDelete ?? []), forgetStateOnDelete],
      afterRead: [
        ...(type.hooks?.afterRead ?? []),
        hideUnreadableReferences,
        dependsOnDocument,
        giveRichTextForm,
      ],
    },
    indexes: [{ fields: ['_status', 'updatedAt'] }, ...(type.indexes ?? [])],
    versions: {
      // Approvals point at versions, so none is ever swept away.
      maxPerDoc: 0,
      drafts: { autosave: false, schedulePublish: false, validate: false },
    },
  }
}
