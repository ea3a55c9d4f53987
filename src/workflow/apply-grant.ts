import type { CollectionBeforeChangeHook } from 'payload'
import { grantInUse } from './grants.ts'

/** A write under a grant leaves the document as the grant says: published, or a draft that is not live. */
export const applyGrantedStatus: CollectionBeforeChangeHook = ({ data, req }) => {
  const grant = grantInUse(req)
  return grant ? { ...data, _status: grant.makes } : data
}
