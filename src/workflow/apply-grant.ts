import type { CollectionBeforeChangeHook } from 'payload'
import { grantInUse } from './grants.ts'

/**
 * A write under a grant leaves the document as the grant says: published, or a draft that is not live. With
 * the publication an editor's word that it may take over a name has done its work.
 */
export const applyGrantedStatus: CollectionBeforeChangeHook = ({ data, req }) => {
  const grant = grantInUse(req)
  if (!grant) return data
  const served = grant.makes === 'published' && 'takesName' in data ? { takesName: false } : {}
  return { ...data, _status: grant.makes, ...served }
}
