import type { CollectionBeforeValidateHook } from 'payload'
import { peopleExist } from '../../src/database/people-exist.ts'

/** Whoever signs up on an empty installation becomes its administrator; nobody after them does so by signing up. */
export const firstUserAdministers: CollectionBeforeValidateHook = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || req.user || (await peopleExist(req.payload, req))) return data
  return { ...data, kind: 'person', roles: ['administrator'] }
}
