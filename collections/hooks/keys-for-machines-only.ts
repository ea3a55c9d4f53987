import type { CollectionBeforeValidateHook } from 'payload'
import { ValidationError } from 'payload'

/** API keys belong to accounts of kind machine, so that no key can write, approve or publish for a person. */
export const keysForMachinesOnly: CollectionBeforeValidateHook = ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const account = { ...originalDoc, ...data } as Account
  if (hasKey(account) && account.kind !== 'machine')
    throw new ValidationError(
      {
        collection: collection.slug,
        errors: [
          {
            path: 'enableAPIKey',
            message:
              'Only a machine can have an API key, and this account is a person. Make an account of kind machine for it.',
          },
        ],
        req,
      },
      req.t,
    )
  return data
}

interface Account {
  apiKey?: string | null
  enableAPIKey?: boolean | null
  kind?: string
}

/** Payload takes a key also where nobody said that it is to be used, unless somebody said that it is not. */
function hasKey({ apiKey, enableAPIKey }: Account): boolean {
  return (
    Boolean(enableAPIKey) || (Boolean(apiKey) && enableAPIKey !== false && enableAPIKey !== null)
  )
}
