import {
  BoldFeature,
  createServerFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Field, FieldAffectingData, RichTextField } from 'payload'
import { offeredHeadings } from '../../src/rich-text/elements.ts'
import type { Words } from '../../src/locales.ts'
import { wellFormed } from '../well-formed.ts'
import { isPlainRichText, linkable, withBareLinks } from './rich-text-form.ts'

const KeepTypedTextFeature = createServerFeature({
  key: 'keepTypedText',
  feature: { ClientFeature: './admin/rich-text/keep-typed-text.tsx#KeepTypedTextClient' },
})

const PasteFromElsewhereFeature = createServerFeature({
  key: 'pasteFromElsewhere',
  feature: { ClientFeature: './admin/rich-text/paste-from-elsewhere.tsx#PasteFromElsewhereClient' },
})

/**
 * The one editor for long text: headings, lists, links, tables, bold and italic, nothing else.
 *
 * Links inside the roadmap point at documents, never at a host, so that no test server's name can
 * get into a page. There is no raw HTML and no embedded file.
 */
export const roadmapEditor = lexicalEditor({
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: [...offeredHeadings] }),
    BoldFeature(),
    ItalicFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    LinkFeature({ enabledCollections: [...linkable], fields: withTargetByName }),
    EXPERIMENTAL_TableFeature(),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
    KeepTypedTextFeature(),
    PasteFromElsewhereFeature(),
  ],
})

/** Has the document of a link chosen by typing what it is called, among all types at once. */
function withTargetByName({ defaultFields }: { defaultFields: FieldAffectingData[] }): Field[] {
  const components = { Field: './admin/rich-text/link-target.tsx#LinkTarget' }
  return defaultFields.map((field) =>
    field.name === 'doc' ? { ...field, admin: { ...field.admin, components } } : field,
  ) as Field[]
}

/** Long text in every language. */
export function richTextField({
  name,
  label,
  description,
  required,
}: {
  name: string
  label: Words
  description?: Words
  required?: boolean
}): RichTextField {
  return {
    name,
    type: 'richText',
    label,
    localized: true,
    required: required ?? false,
    custom: wellFormed(isPlainRichText),
    hooks: { beforeValidate: [({ value }) => withBareLinks(value)] },
    admin: { description },
  }
}
