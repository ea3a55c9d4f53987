import { richTextForms, usualHeadingLevel } from '../../delivery/rich-text/form.ts'
import { longestPattern, patternNames, usualLinks } from '../../rich-text/link-pattern.ts'
import { inQuery } from './parts.ts'

const names = Object.entries(patternNames).map(([name, stands]) => `\`{${name}}\` is ${stands}`)

/** In which form the texts of an answer come. */
export const richTextParameters = [
  inQuery(
    'richText',
    'The form of rich text: as the editor keeps it, or as HTML or plain text in a string.',
    { type: 'string', enum: [...richTextForms], default: 'json' },
  ),
  inQuery('headingLevel', 'With `richText=html`: level of the highest headings.', {
    type: 'integer',
    minimum: 1,
    maximum: 6,
    default: usualHeadingLevel,
  }),
  inQuery(
    'links',
    `With \`richText=html\`: pattern for links inside the roadmap. ${names.join(', ')}.`,
    { type: 'string', maxLength: longestPattern, default: usualLinks },
  ),
]
