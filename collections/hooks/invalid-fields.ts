import { ValidationError, type PayloadRequest } from 'payload'

/** One thing that is wrong with what somebody sent, and the path of the field that it is about. */
export interface Problem {
  path: string
  message: string
}

/** The refusal of a save, INVALID_FIELDS. */
export function invalidFields({
  collection,
  errors,
  req,
}: {
  collection: string
  errors: readonly Problem[]
  req: PayloadRequest
}): ValidationError {
  return new ValidationError({ collection, errors: [...errors], req }, req.t)
}
