import type { TextField, Validate } from 'payload'
import {
  acceptedAddresses,
  longestAddress,
  problemWithReceiver,
} from '../../src/delivery/webhooks/receiver-address.ts'
import { words } from '../../src/locales.ts'

interface Receiver {
  active?: boolean | null
}

/** What shows to be wrong when it is saved is refused then, and not only when something is published. */
const isReceiver: Validate<string, Receiver> = (value, { data, previousValue, req }) => {
  // What was stored before this was checked, or on an installation that allowed it, can be switched off.
  if (data.active === false && value === previousValue) return true
  const mayStayInside = req.payload.config.custom['webhooksMayStayInside'] === true
  const problem = problemWithReceiver(value, { mayStayInside })
  if (!problem) return true
  // The panel checks by itself while somebody writes. What the APIs refuse is put into a language on its way out.
  const isPanel = req.payloadAPI === 'local'
  const language = isPanel && req.i18n?.language === 'es' ? 'es' : 'en'
  return `“${String(value ?? '').slice(0, 80)}” ${problem[language]} ${acceptedAddresses[language]}`
}

/** Where a receiver of webhooks is called. */
export const receiverAddress: TextField = {
  name: 'url',
  type: 'text',
  required: true,
  maxLength: longestAddress,
  label: words('Address', 'Dirección'),
  admin: {
    description: words(
      `It gets a POST with JSON, signed as standardwebhooks.com describes. ${acceptedAddresses.en}`,
      `Recibe un POST con JSON, firmado como describe standardwebhooks.com. ${acceptedAddresses.es}`,
    ),
  },
  validate: isReceiver as never,
}
