import type { Field } from 'payload'
import { words } from '../../src/locales.ts'
import { wellFormed } from '../well-formed.ts'
import { certaintyField } from './certainty.ts'
import { webAddress } from './web-address.ts'

const units = [
  { value: 'calendarDays', label: words('calendar days', 'días corridos') },
  { value: 'businessDays', label: words('business days', 'días hábiles') },
  { value: 'months', label: words('months', 'meses') },
  { value: 'years', label: words('years', 'años') },
]

/** Longest period a notice may give, in whichever unit: the ten years of a collection period in days. */
const longestCount = 3660

/**
 * How long a person has to answer. A wrong deadline costs a family its house: every part is said on its
 * own, with the law it rests on and how sure the team is of it.
 */
export function deadlineField(): Field {
  return {
    name: 'deadline',
    type: 'group',
    label: words('Response deadline', 'Plazo para responder'),
    admin: {
      description: words(
        'Leave the count empty when no source states it: readers are then told to use the date printed on the notice.',
        'Deje vacía la cantidad si ninguna fuente la indica: se dirá a los lectores que usen la fecha impresa en el aviso.',
      ),
    },
    fields: [
      { type: 'row', fields: periodFields() },
      {
        name: 'startsFrom',
        type: 'select',
        label: words('Starts from', 'Se cuenta desde'),
        options: [
          {
            value: 'noticeDate',
            label: words('The date on the notice', 'La fecha del aviso'),
          },
          { value: 'receipt', label: words('The day it was received', 'El día en que se recibió') },
          {
            value: 'fifthBusinessDayAfterFiling',
            label: words(
              'The fifth business day after the lien was filed',
              'El quinto día hábil después de registrar el gravamen',
            ),
          },
          {
            value: 'determination',
            label: words('The date of the determination', 'La fecha de la determinación'),
          },
        ],
      },
      {
        name: 'printedDateWins',
        type: 'checkbox',
        defaultValue: true,
        label: words('The date printed on the notice wins', 'Vale la fecha impresa en el aviso'),
      },
      {
        name: 'extendable',
        type: 'select',
        label: words('Can be extended', 'Se puede prorrogar'),
        options: [
          { value: 'yes', label: words('Yes, on request', 'Sí, si se solicita') },
          { value: 'no', label: words('No, never', 'No, nunca') },
          { value: 'unknown', label: words('Not known', 'No se sabe') },
        ],
      },
      {
        name: 'alternatives',
        type: 'array',
        label: words('Different for some people', 'Distinto para algunas personas'),
        labels: {
          singular: words('Other deadline', 'Otro plazo'),
          plural: words('Other deadlines', 'Otros plazos'),
        },
        fields: [
          { type: 'row', fields: periodFields() },
          {
            name: 'when',
            type: 'text',
            localized: true,
            required: true,
            label: words('For whom', 'Para quién'),
          },
        ],
      },
      {
        name: 'consequence',
        type: 'textarea',
        localized: true,
        label: words('What happens when it passes', 'Qué pasa si se vence'),
      },
      {
        name: 'authority',
        type: 'text',
        label: words('Law it rests on', 'Ley en que se basa'),
        admin: {
          description: words('Such as 26 U.S.C. 6213(a).', 'Por ejemplo, 26 U.S.C. 6213(a).'),
        },
      },
      {
        name: 'source',
        type: 'text',
        label: words('Where the count was read', 'Dónde se leyó la cantidad'),
        ...webAddress,
      },
      certaintyField(),
    ],
  }
}

function periodFields(): Field[] {
  return [
    {
      name: 'count',
      type: 'number',
      min: 1,
      max: longestCount,
      label: words('How many', 'Cuántos'),
      custom: wellFormed(isPeriod),
    },
    { name: 'unit', type: 'select', options: units, label: words('Unit', 'Unidad') },
  ]
}

function isPeriod(
  value: unknown,
  { siblings }: { siblings: Record<string, unknown> },
): true | string {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > longestCount)
    return `A deadline is a whole number from 1 to ${longestCount}, not “${String(value).slice(0, 20)}”. Leave it empty if it is not known.`
  if (!siblings['unit'])
    return `Say what the ${String(value)} counts: calendar days, business days, months or years (“unit” is one of: ${units.map(({ value: unit }) => unit).join(', ')}).`
  return true
}
