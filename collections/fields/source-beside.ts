import type { Field } from 'payload'

/** Kinds of fields whose words somebody translates. */
const translated = ['text', 'textarea', 'richText']

const sourceBeside = './admin/translation/source-beside.tsx#SourceBeside'

/** The fields, where each that is translated shows its source beside it. */
export function withSourceBeside(fields: readonly Field[]): Field[] {
  return fields.map((field): Field => {
    if (field.type === 'tabs')
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({ ...tab, fields: withSourceBeside(tab.fields) })),
      }
    if ('fields' in field && !('localized' in field && field.localized))
      return { ...field, fields: withSourceBeside(field.fields) } as Field
    if (!translated.includes(field.type) || !('localized' in field && field.localized)) return field
    if ('hasMany' in field && field.hasMany) return field
    const { admin } = field as { admin?: { components?: { beforeInput?: string[] } } }
    return {
      ...field,
      admin: {
        ...admin,
        components: {
          ...admin?.components,
          beforeInput: [...(admin?.components?.beforeInput ?? []), sourceBeside],
        },
      },
    } as Field
  })
}
