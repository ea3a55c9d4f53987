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
import { askForIds, giveMadeDocuments } from '../src/delivery/made-documents/give.ts'
import { keepLanguage } from '../src/delivery/keep-language.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { applyGrantedStatus } from '../src/workflow/apply-grant.ts'
import { carryContributors, recordContributors } from '../src/workflow/contributors.ts'
import { forgetCommentsOnDelete } from '../src/comments/forget-comments.ts'
import { filterByState } from '../src/workflow/filter-by-state.ts'
import { findByWords, wordsCondition } from '../src/workflow/find-by-words.ts'
import { giveRequiredWords } from '../src/content/required-words.ts'
import { checkRichTextForm, giveRichTextForm } from '../src/delivery/rich-text/over-rest.ts'
import { guardLiveWrites } from '../src/workflow/guard.ts'
import { answerNamedDeletion, keepWhatWasPublic } from '../src/workflow/keep-what-was-public.ts'
import { forgetStateOnDelete, recordStateOnSave } from '../src/workflow/record-state.ts'
import { tellStaffTheirRights } from '../src/http/document-rights.ts'
import { hasPage, isNamed } from '../src/addresses/names.ts'
import { byNameEndpoints } from '../src/http/by-name-endpoints.ts'
import { documentCommentEndpoints } from '../src/http/comment-endpoints.ts'
import { documentPresenceEndpoint } from '../src/http/presence-endpoints.ts'
import { savesEndpoints } from '../src/http/saves-endpoints.ts'
import { usesEndpoint } from '../src/http/naming-endpoints.ts'
import { reviewEndpoints } from '../src/http/review-endpoints.ts'
import { translationEndpoints } from '../src/http/translation-endpoints.ts'
import { timelineEndpoints } from '../src/http/timeline-endpoints.ts'
import { documentWorkflowEndpoints } from '../src/http/workflow-endpoints.ts'
import { words } from '../src/locales.ts'
import { refuseStaleSaves, refuseUnseenOverwrites } from '../src/saves/refuse-stale-saves.ts'
import { noteVersionRead, tellVersion } from '../src/saves/tell-base.ts'
import { contributorsField } from './fields/contributors.ts'
import { withSourceBeside } from './fields/source-beside.ts'
import { savedByField } from './fields/saved-by.ts'
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
  SaveDraftButton: './admin/saves/save-draft.tsx#SaveDraft',
  Status: './admin/workflow/status.tsx#WorkflowStatus',
  UnpublishButton: './admin/workflow/no-unpublish-button.tsx#NoUnpublishButton',
}

/** Shows the page of what was never saved, where documents have pages. */
const pageOfNew = './admin/preview/page-of-new.tsx#PageOfNew'

/** The keys of the form, and the button that lists them. */
const formKeys = './admin/form-keys/form-keys.tsx#FormKeys'

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

/** Each text beside its source, as a tab of the document. */
const translationView = {
  Component: './admin/translation/translation-view.tsx#TranslationView',
  path: '/translation' as const,
  tab: {
    href: '/translation' as const,
    label: ({ t }: { t: (key: string) => string }) => t('tabs:translation'),
  },
}

/** Who else is in the document. */
const hereNow: Field = {
  name: 'hereNow',
  type: 'ui',
  admin: {
    disableListColumn: true,
    components: { Field: './admin/presence/here-in-form.tsx#HereInForm' },
  },
}

/** Keeps what is written until it is saved, and offers it when somebody comes back. */
const unsavedWords: Field = {
  name: 'unsavedWords',
  type: 'ui',
  admin: {
    disableListColumn: true,
    components: { Field: './admin/unsaved/unsaved-words.tsx#UnsavedWords' },
  },
}

/** What the team said about the document, beside its text; in lists, how many threads are open. */
const discussionPanel: Field = {
  name: 'discussion',
  type: 'ui',
  label: words('Open comments', 'Comentarios abiertos'),
  admin: {
    position: 'sidebar',
    components: {
      Cell: './admin/comments/open-threads-cell.tsx#OpenThreadsCell',
      Field: './admin/comments/discussion-panel.tsx#DiscussionPanel',
    },
  },
}

/** The documents that point at this one, beside the text. */
const usedIn: Field = {
  name: 'usedIn',
  type: 'ui',
  label: words('Used in', 'Se usa en'),
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: './admin/uses/used-in.tsx#UsedIn' },
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
      listSearchableFields: [
        ...(type.admin?.listSearchableFields ?? [type.admin?.useAsTitle ?? 'id']),
        wordsCondition,
      ],
      components: {
        ...type.admin?.components,
        beforeListTable: [
          ...(type.admin?.components?.beforeListTable ?? []),
          './admin/workflow/state-filter.tsx#StateFilter',
          './admin/filters/saved-filters.tsx#SavedFilters',
          './admin/workflow/selected.tsx#Selected',
        ],
        edit: {
          ...reviewInPlaceOfPublishing,
          beforeDocumentControls: [...(hasPage(type.slug) ? [pageOfNew] : []), formKeys],
        },
        views: {
          edit: {
            translation: translationView,
            version: { actions: ['./admin/workflow/restore-as-draft.tsx#RestoreAsDraft'] },
            versions: { Component: './admin/history/history-view.tsx#HistoryView' },
          },
        },
      },
    },
    disableBulkEdit: true,
    endpoints: [
      ...byNameEndpoints(type.slug),
      ...documentWorkflowEndpoints,
      ...reviewEndpoints,
      ...translationEndpoints,
      ...timelineEndpoints,
      ...documentCommentEndpoints,
      ...savesEndpoints,
      documentPresenceEndpoint,
      usesEndpoint,
      tellStaffTheirRights,
    ],
    fields: [
      workflowPanel,
      discussionPanel,
      usedIn,
      hereNow,
      unsavedWords,
      ...withSourceBeside(type.fields),
      ...(isNamed(type.slug) ? [takesNameField()] : []),
      contributorsField(),
      savedByField(),
      noStatusInLists,
    ],
    hooks: {
      ...type.hooks,
      beforeOperation: [
        keepLanguage,
        guardLiveWrites,
        answerNamedDeletion,
        refuseStaleSaves,
        refuseMisshapen,
        checkRichTextForm,
        keepTextComposed,
        limitReads,
        filterByState,
        findByWords,
        carryContributors,
        noteVersionRead,
        ...(type.hooks?.beforeOperation ?? []),
        askForIds,
      ],
      beforeValidate: [
        ...(type.hooks?.beforeValidate ?? []),
        refuseMalformed,
        refuseTakenValues,
        refuseNamesElsewhere,
      ],
      beforeRead: [giveRequiredWords, ...(type.hooks?.beforeRead ?? [])],
      beforeChange: [...(type.hooks?.beforeChange ?? []), recordContributors, applyGrantedStatus],
      afterChange: [...(type.hooks?.afterChange ?? []), refuseUnseenOverwrites, recordStateOnSave],
      afterOperation: [giveMadeDocuments, ...(type.hooks?.afterOperation ?? []), tellVersion],
      beforeDelete: [keepWhatWasPublic, refuseDeletionOfCited, ...(type.hooks?.beforeDelete ?? [])],
      afterDelete: [
        ...(type.hooks?.afterDelete ?? []),
        forgetStateOnDelete,
        forgetCommentsOnDelete,
      ],
      afterRead: [...(type.hooks?.afterRead ?? []), hideUnreadableReferences, giveRichTextForm],
    },
    indexes: [{ fields: ['_status', 'updatedAt'] }, ...(type.indexes ?? [])],
    versions: {
      // Approvals point at versions, so none is ever swept away.
      maxPerDoc: 0,
      drafts: { autosave: false, schedulePublish: false, validate: false },
    },
  }
}
