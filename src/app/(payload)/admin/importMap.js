import { StateCell as StateCell_8d6a25d18d5ea10cb89e51759d694b04 } from '../../admin/workflow/state-cell.tsx'
import { WorkflowPanel as WorkflowPanel_4db2bfd2860f544a7c99dd91477654b3 } from '../../admin/workflow/panel.tsx'
import { OpenThreadsCell as OpenThreadsCell_b0a63d55dd87fcd230a377242ae71606 } from '../../admin/comments/open-threads-cell.tsx'
import { DiscussionPanel as DiscussionPanel_a9f0d1f49d6c006d378017fb57ad7dd6 } from '../../admin/comments/discussion-panel.tsx'
import { UsedIn as UsedIn_9fb9fc81d924fdec5e287df3bdfc84f0 } from '../../admin/uses/used-in.tsx'
import { HereInForm as HereInForm_415624b484fdad04be3439ce1a25f54f } from '../../admin/presence/here-in-form.tsx'
import { UnsavedWords as UnsavedWords_69b047f88f66d0693cbc36033d5a5660 } from '../../admin/unsaved/unsaved-words.tsx'
import { SourceBeside as SourceBeside_c6d58acf27f80ea180c6d35809a6c634 } from '../../admin/translation/source-beside.tsx'
import { ReferenceCell as ReferenceCell_e5ccf94bf3b1dad6a2e76b8546096150 } from '../../admin/references/reference-cell.tsx'
import { ReferenceField as ReferenceField_0edec954edaa542107955e12758bc07c } from '../../admin/references/reference-field.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { PasteFromElsewhereClient as PasteFromElsewhereClient_1b73c44dd0d94081cfaa07273a62fe5b } from '../../admin/rich-text/paste-from-elsewhere.tsx'
import { KeepTypedTextClient as KeepTypedTextClient_23f16fe49c3241114487194832c4b4e6 } from '../../admin/rich-text/keep-typed-text.tsx'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkTarget as LinkTarget_a6a7acc49e6c6bfcdd34081d908cb160 } from '../../admin/rich-text/link-target.tsx'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ContributorsDiff as ContributorsDiff_a40cf66541a59739010c52c9ccdfa0d5 } from '../../admin/workflow/contributors-diff.tsx'
import { WhatTheMapLacks as WhatTheMapLacks_1f000e04eac1985d5a0e5709f7ec083e } from '../../admin/roadmap/what-the-map-lacks.tsx'
import { StateFilter as StateFilter_85ce42101180c46f24d4d413d73d0384 } from '../../admin/workflow/state-filter.tsx'
import { SavedFilters as SavedFilters_88b95413a6b4371172b4a83b50fb247b } from '../../admin/filters/saved-filters.tsx'
import { Selected as Selected_980b3e809d094a067a1a3d5f6f3fc995 } from '../../admin/workflow/selected.tsx'
import { PageOfNew as PageOfNew_bafa489f16741ecf75781bd41b2065fc } from '../../admin/preview/page-of-new.tsx'
import { FormKeys as FormKeys_477591b1fe925a2dd7e631e987738055 } from '../../admin/form-keys/form-keys.tsx'
import { NextStepButton as NextStepButton_389158998f64139163cac0de946c42e6 } from '../../admin/workflow/next-step-button.tsx'
import { SaveDraft as SaveDraft_51ebf794ca7ffe09d875dd122309ae1d } from '../../admin/saves/save-draft.tsx'
import { WorkflowStatus as WorkflowStatus_a29ec76c0f9aed175452d1b102f09f71 } from '../../admin/workflow/status.tsx'
import { NoUnpublishButton as NoUnpublishButton_223cf830a86f475f5e5286508ca961a5 } from '../../admin/workflow/no-unpublish-button.tsx'
import { TranslationView as TranslationView_97d8410073c0fa53ab37be7f199299ca } from '../../admin/translation/translation-view.tsx'
import { RestoreAsDraft as RestoreAsDraft_20b48abe99438d6bbc30b1eb154370cb } from '../../admin/workflow/restore-as-draft.tsx'
import { HistoryView as HistoryView_65de8a7f1428cea2c8628b4442be2fda } from '../../admin/history/history-view.tsx'
import { DocumentCell as DocumentCell_c4329a14614f9225e18c9d1cf2946f0f } from '../../admin/workflow/document-cell.tsx'
import { TypeCell as TypeCell_0d1f0bfa075522636850a3fa52a5c68c } from '../../admin/workflow/type-cell.tsx'
import { YesNoCell as YesNoCell_4e687e4dd8a693b4275767d7f803ee02 } from '../../admin/workflow/yes-no-cell.tsx'
import { QueueFilters as QueueFilters_f8bd6e50a8e661d077d0f38952399024 } from '../../admin/workflow/queue-filters.tsx'
import { MomentCell as MomentCell_8aaee4286ba1707b78558619275ea5a3 } from '../../admin/ledger/list-cells.tsx'
import { ToldCell as ToldCell_8aaee4286ba1707b78558619275ea5a3 } from '../../admin/ledger/list-cells.tsx'
import { NoField as NoField_8aaee4286ba1707b78558619275ea5a3 } from '../../admin/ledger/list-cells.tsx'
import { EntryTypeCell as EntryTypeCell_e075652ac5c052e1842685c72ce4bce4 } from '../../admin/workflow/entry-cells.tsx'
import { EntryDocumentCell as EntryDocumentCell_e075652ac5c052e1842685c72ce4bce4 } from '../../admin/workflow/entry-cells.tsx'
import { LedgerFilters as LedgerFilters_f8bd6e50a8e661d077d0f38952399024 } from '../../admin/workflow/queue-filters.tsx'
import { ToEntry as ToEntry_41b9da7d09f92a1296d83a6232502c7a } from '../../admin/ledger/to-entry.tsx'
import { EnvironmentBanner as EnvironmentBanner_6b9e879d0da7e649c2154428656c50ca } from '../../admin/environment-banner.tsx'
import { SignOut as SignOut_039fe74d01fa53fb0df412ca68de4b04 } from '../../admin/unsaved/sign-out.tsx'
import { Icon as Icon_d96fc24fb9a1573bc5f4c1625f98ba75 } from '../../admin/brand.tsx'
import { Logo as Logo_d96fc24fb9a1573bc5f4c1625f98ba75 } from '../../admin/brand.tsx'
import { Bell as Bell_46d5de9e9c4408849bc14e5c616b7dc5 } from '../../admin/notifications/bell.tsx'
import { Desk as Desk_f264c8a3c1a023f9ffc2f40e33befd75 } from '../../admin/desk/desk.tsx'
import { NavLinks as NavLinks_9ec273795858687023bf0f62686d12ec } from '../../admin/desk/nav-links.tsx'
import { Mends as Mends_0edc39ea484c5805f3e02edbee9a0e5c } from '../../admin/mends/mends.tsx'
import { CalendarView as CalendarView_461d11a94abc60c7df8122e7fa3987e5 } from '../../admin/desk/calendar/calendar-view.tsx'
import { MapView as MapView_09317587a0544dd24fdd5860eb07791c } from '../../admin/map/map-view.tsx'
import { ReviewView as ReviewView_306d8862ac417340df91757da2a38664 } from '../../admin/review/review-view.tsx'
import { EntryView as EntryView_a00e6743dd6fd34d9b2ea6453579fc27 } from '../../admin/ledger/entry-view.tsx'
import { NotificationsView as NotificationsView_27e89ed378cfdea9fefa6b432049c233 } from '../../admin/notifications/notifications-view.tsx'
import { NotificationSettingsView as NotificationSettingsView_cc3a086c0bb043690ea86f0679906cc1 } from '../../admin/notifications/settings-view.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "./admin/workflow/state-cell.tsx#StateCell": StateCell_8d6a25d18d5ea10cb89e51759d694b04,
  "./admin/workflow/panel.tsx#WorkflowPanel": WorkflowPanel_4db2bfd2860f544a7c99dd91477654b3,
  "./admin/comments/open-threads-cell.tsx#OpenThreadsCell": OpenThreadsCell_b0a63d55dd87fcd230a377242ae71606,
  "./admin/comments/discussion-panel.tsx#DiscussionPanel": DiscussionPanel_a9f0d1f49d6c006d378017fb57ad7dd6,
  "./admin/uses/used-in.tsx#UsedIn": UsedIn_9fb9fc81d924fdec5e287df3bdfc84f0,
  "./admin/presence/here-in-form.tsx#HereInForm": HereInForm_415624b484fdad04be3439ce1a25f54f,
  "./admin/unsaved/unsaved-words.tsx#UnsavedWords": UnsavedWords_69b047f88f66d0693cbc36033d5a5660,
  "./admin/translation/source-beside.tsx#SourceBeside": SourceBeside_c6d58acf27f80ea180c6d35809a6c634,
  "./admin/references/reference-cell.tsx#ReferenceCell": ReferenceCell_e5ccf94bf3b1dad6a2e76b8546096150,
  "./admin/references/reference-field.tsx#ReferenceField": ReferenceField_0edec954edaa542107955e12758bc07c,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "./admin/rich-text/paste-from-elsewhere.tsx#PasteFromElsewhereClient": PasteFromElsewhereClient_1b73c44dd0d94081cfaa07273a62fe5b,
  "./admin/rich-text/keep-typed-text.tsx#KeepTypedTextClient": KeepTypedTextClient_23f16fe49c3241114487194832c4b4e6,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "./admin/rich-text/link-target.tsx#LinkTarget": LinkTarget_a6a7acc49e6c6bfcdd34081d908cb160,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "./admin/workflow/contributors-diff.tsx#ContributorsDiff": ContributorsDiff_a40cf66541a59739010c52c9ccdfa0d5,
  "./admin/roadmap/what-the-map-lacks.tsx#WhatTheMapLacks": WhatTheMapLacks_1f000e04eac1985d5a0e5709f7ec083e,
  "./admin/workflow/state-filter.tsx#StateFilter": StateFilter_85ce42101180c46f24d4d413d73d0384,
  "./admin/filters/saved-filters.tsx#SavedFilters": SavedFilters_88b95413a6b4371172b4a83b50fb247b,
  "./admin/workflow/selected.tsx#Selected": Selected_980b3e809d094a067a1a3d5f6f3fc995,
  "./admin/preview/page-of-new.tsx#PageOfNew": PageOfNew_bafa489f16741ecf75781bd41b2065fc,
  "./admin/form-keys/form-keys.tsx#FormKeys": FormKeys_477591b1fe925a2dd7e631e987738055,
  "./admin/workflow/next-step-button.tsx#NextStepButton": NextStepButton_389158998f64139163cac0de946c42e6,
  "./admin/saves/save-draft.tsx#SaveDraft": SaveDraft_51ebf794ca7ffe09d875dd122309ae1d,
  "./admin/workflow/status.tsx#WorkflowStatus": WorkflowStatus_a29ec76c0f9aed175452d1b102f09f71,
  "./admin/workflow/no-unpublish-button.tsx#NoUnpublishButton": NoUnpublishButton_223cf830a86f475f5e5286508ca961a5,
  "./admin/translation/translation-view.tsx#TranslationView": TranslationView_97d8410073c0fa53ab37be7f199299ca,
  "./admin/workflow/restore-as-draft.tsx#RestoreAsDraft": RestoreAsDraft_20b48abe99438d6bbc30b1eb154370cb,
  "./admin/history/history-view.tsx#HistoryView": HistoryView_65de8a7f1428cea2c8628b4442be2fda,
  "./admin/workflow/document-cell.tsx#DocumentCell": DocumentCell_c4329a14614f9225e18c9d1cf2946f0f,
  "./admin/workflow/type-cell.tsx#TypeCell": TypeCell_0d1f0bfa075522636850a3fa52a5c68c,
  "./admin/workflow/yes-no-cell.tsx#YesNoCell": YesNoCell_4e687e4dd8a693b4275767d7f803ee02,
  "./admin/workflow/queue-filters.tsx#QueueFilters": QueueFilters_f8bd6e50a8e661d077d0f38952399024,
  "./admin/ledger/list-cells.tsx#MomentCell": MomentCell_8aaee4286ba1707b78558619275ea5a3,
  "./admin/ledger/list-cells.tsx#ToldCell": ToldCell_8aaee4286ba1707b78558619275ea5a3,
  "./admin/ledger/list-cells.tsx#NoField": NoField_8aaee4286ba1707b78558619275ea5a3,
  "./admin/workflow/entry-cells.tsx#EntryTypeCell": EntryTypeCell_e075652ac5c052e1842685c72ce4bce4,
  "./admin/workflow/entry-cells.tsx#EntryDocumentCell": EntryDocumentCell_e075652ac5c052e1842685c72ce4bce4,
  "./admin/workflow/queue-filters.tsx#LedgerFilters": LedgerFilters_f8bd6e50a8e661d077d0f38952399024,
  "./admin/ledger/to-entry.tsx#ToEntry": ToEntry_41b9da7d09f92a1296d83a6232502c7a,
  "./admin/environment-banner.tsx#EnvironmentBanner": EnvironmentBanner_6b9e879d0da7e649c2154428656c50ca,
  "./admin/unsaved/sign-out.tsx#SignOut": SignOut_039fe74d01fa53fb0df412ca68de4b04,
  "./admin/brand.tsx#Icon": Icon_d96fc24fb9a1573bc5f4c1625f98ba75,
  "./admin/brand.tsx#Logo": Logo_d96fc24fb9a1573bc5f4c1625f98ba75,
  "./admin/notifications/bell.tsx#Bell": Bell_46d5de9e9c4408849bc14e5c616b7dc5,
  "./admin/desk/desk.tsx#Desk": Desk_f264c8a3c1a023f9ffc2f40e33befd75,
  "./admin/desk/nav-links.tsx#NavLinks": NavLinks_9ec273795858687023bf0f62686d12ec,
  "./admin/mends/mends.tsx#Mends": Mends_0edc39ea484c5805f3e02edbee9a0e5c,
  "./admin/desk/calendar/calendar-view.tsx#CalendarView": CalendarView_461d11a94abc60c7df8122e7fa3987e5,
  "./admin/map/map-view.tsx#MapView": MapView_09317587a0544dd24fdd5860eb07791c,
  "./admin/review/review-view.tsx#ReviewView": ReviewView_306d8862ac417340df91757da2a38664,
  "./admin/ledger/entry-view.tsx#EntryView": EntryView_a00e6743dd6fd34d9b2ea6453579fc27,
  "./admin/notifications/notifications-view.tsx#NotificationsView": NotificationsView_27e89ed378cfdea9fefa6b432049c233,
  "./admin/notifications/settings-view.tsx#NotificationSettingsView": NotificationSettingsView_cc3a086c0bb043690ea86f0679906cc1,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
