import {
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  isObjectType,
  type GraphQLFieldConfigMap,
  type GraphQLSchema,
} from 'graphql'
import type { PayloadRequest, SanitizedConfig } from 'payload'
import { fieldName } from '../content/field-words.ts'
import { memoize } from '../memoize.ts'
import { originsIn, richTextOfKey } from './reader-schema/origins.ts'
import { asHtml, asText, usualHeadingLevel, type HtmlForm } from '../delivery/rich-text/form.ts'

type Source = Record<string, unknown>

/**
 * Puts two fields beside each rich text of the schema: `overviewHtml` and `overviewText` beside `overview`.
 * Changes the schema that is given.
 */
export function addRichTextForms(schema: GraphQLSchema, config: SanitizedConfig): void {
  for (const [place, { field }] of originsIn(schema, config).fields) {
    if (field?.type !== 'richText') continue
    const [typeName] = place.split('.') as [string]
    const type = schema.getType(typeName)
    if (!isObjectType(type)) continue
    fillInCopies(type, field.name)
    const forms = formsOf({
      name: field.name,
      label: fieldName(field.name, field),
      required: field.required === true,
    })
    Object.assign(
      type.getFields(),
      new GraphQLObjectType({ name: 'Forms', fields: forms }).getFields(),
    )
  }
}

/**
 * Payload fills the documents a text links to into the text itself. The document may be in other answers too, so it is
 * a copy of the text that is filled. Most texts link to none, and stay as they are.
 */
function fillInCopies(type: GraphQLObjectType, name: string): void {
  const field = type.getFields()[name]
  const fill = field?.resolve
  if (!fill) return
  field.resolve = (source: Source, ...rest) => {
    const text = source[name]
    if (!Object.isFrozen(text)) return fill(source, ...rest)
    if (typeof text === 'object' && text !== null && leadsNowhere(text)) return text
    return fill({ ...source, [name]: structuredClone(text) }, ...rest)
  }
}

/** Parts of a text that refer to no document. */
const plainParts = new Set([
  'heading',
  'horizontalrule',
  'linebreak',
  'list',
  'listitem',
  'paragraph',
  'quote',
  'root',
  'tab',
  'text',
])

/** Of texts that nobody changes any more: whether they are of plain parts alone. */
const leadsNowhere = memoize((text: object): boolean => isPlain((text as { root?: Part }).root))

interface Part {
  type?: string
  children?: Part[]
}

function isPlain(part: Part | undefined): boolean {
  return part !== undefined && plainParts.has(part.type!) && (part.children ?? []).every(isPlain)
}

function formsOf({
  label,
  name,
  required,
}: {
  label: string
  name: string
  required: boolean
}): GraphQLFieldConfigMap<Source, { req: PayloadRequest }> {
  const type = required ? new GraphQLNonNull(GraphQLString) : GraphQLString
  const missing = required ? '' : ' Null when not written.'
  const extensions = { [richTextOfKey]: name }
  return {
    [`${name}Html`]: {
      type,
      description: `${label} As safe HTML.${missing}`,
      args: {
        headingLevel: {
          type: GraphQLInt,
          defaultValue: usualHeadingLevel,
          description: 'Level of its top headings, 1 to 6.',
        },
        links: {
          type: GraphQLString,
          description: 'Pattern for internal links.',
        },
      },
      extensions,
      resolve: async (source, form: HtmlForm, { req }) => {
        const text = source[name]
        if (!text && !required) return null
        const [html] = await asHtml([text], form, req)
        return html
      },
    },
    [`${name}Text`]: {
      type,
      description: `${label} As plain text.${missing}`,
      extensions,
      resolve: (source) => {
        const text = source[name]
        return !text && !required ? null : asText(text)
      },
    },
  }
}
