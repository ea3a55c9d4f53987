import type { Field } from 'payload'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { words } from '../../src/locales.ts'
import { wellFormed } from '../well-formed.ts'

/**
 * Phone numbers, each with what it is for. Numbers are stored in one form, E.164 (`+18777774778`),
 * however they were typed; front ends format them.
 */
export function phonesField(): Field {
  return {
    name: 'phones',
    type: 'array',
    label: words('Phone numbers', 'Números de teléfono'),
    labels: {
      singular: words('Phone number', 'Número de teléfono'),
      plural: words('Phone numbers', 'Números de teléfono'),
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'label',
            type: 'text',
            label: words('What for', 'Para qué'),
            localized: true,
            required: true,
          },
          {
            name: 'number',
            type: 'text',
            label: words('Number', 'Número'),
            required: true,
            custom: wellFormed(isPhoneNumber),
            hooks: { beforeValidate: [({ value }) => normalPhoneNumber(value)] },
            admin: {
              description: words(
                'Any spelling, such as 877-777-4778. It is stored in one form (E.164): +18777774778.',
                'En cualquier formato, como 877-777-4778. Se guarda en uno solo (E.164): +18777774778.',
              ),
            },
          },
          {
            name: 'tty',
            type: 'checkbox',
            label: words('TTY line', 'Línea TTY'),
            defaultValue: false,
          },
        ],
      },
    ],
  }
}

/** E.164 form of a number written in any way usual in the United States; what cannot be read is left as it is. */
export function normalPhoneNumber<Value>(value: Value): Value | string {
  if (typeof value !== 'string' || !/^(tel:)?[+\d\s().\-\u2010-\u2013]+$/.test(value)) return value
  const parsed = parsePhoneNumberFromString(value, 'US')
  return parsed?.isPossible() ? parsed.number : value.trim()
}

function isPhoneNumber(value: unknown): true | string {
  const isNormal = typeof value === 'string' && /^\+[1-9]\d{6,14}$/.test(value)
  if (isNormal && parsePhoneNumberFromString(value)?.isPossible()) return true
  return `“${String(value).slice(0, 40)}” is not a phone number. Write ten digits, such as 877-777-4778, or a foreign number with + and the country code.`
}
