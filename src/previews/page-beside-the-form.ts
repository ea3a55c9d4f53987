import type { RootLivePreviewConfig } from 'payload'
import { pageCollections } from '../addresses/names.ts'

/**
 * Shows the page beside its form, as readers would see it, in the language of the form and at the width of a phone
 * or a desk. The reader's site makes it from what stands in the form; see `unsaved.ts`.
 */
export const pageBesideTheForm: RootLivePreviewConfig = {
  collections: [...pageCollections],
  breakpoints: [
    { name: 'phone', label: '360 × 740', width: 360, height: 740 },
    { name: 'desk', label: '1280 × 900', width: 1280, height: 900 },
  ],
  url: ({ locale }) => `/preview/live?locale=${locale.code}`,
}
