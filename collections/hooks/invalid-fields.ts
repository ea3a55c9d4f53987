import { ValidationError, type PayloadRequest } from 'payload'
import { problemInSpanish } from '../problems-in-spanish.ts'

/** One thing that is wrong with what somebody sent, and the path of the field that it is about. */
export interface Problem {
  path: string
  message: string
}

/** The refusal of a save, INVALID_FIELDS, in the language that the panel of whoever saves is in. */
export function invalidFields({
  collection,
  errors,
  req,
}: {
  collection: string
  errors: readonly Problem[]
  req: PayloadRequest
}): ValidationError {
  const isInSpanish = req.i18n.language === 'es'
  const told = errors.map(({ message, path }) => ({
    path,
    message: isInSpanish ? problemInSpanish(message) : message,
  }))
  return new ValidationError({ collection, errors: told, req }, req.t)
}
