import type { Payload } from 'payload'
import { mayShowDrafts } from '../../access/previews.ts'
import { EditorialError } from '../errors.ts'
import { findMaker, findPreview, type PreviewRow } from './rows.ts'
import { expired, readPreviewToken } from './token.ts'

/**
 * The preview that a token is of, if it holds at this moment: signed here, neither expired nor revoked, and
 * made by somebody who may read drafts still. Everything is looked up anew for each request.
 *
 * @throws EditorialError PREVIEW_INVALID, PREVIEW_EXPIRED, PREVIEW_REVOKED or PREVIEW_MAKER_LEFT
 */
export async function admittedPreview(payload: Payload, token: string): Promise<PreviewRow> {
  const { previewId } = await readPreviewToken(token, payload.config.secret)
  const preview = await findPreview(payload, previewId)
  if (!preview || preview.revokedAt) throw revoked()
  if (Date.parse(preview.expiresAt) <= Date.now()) throw expired()
  if (!mayShowDrafts(await findMaker(payload, preview.makerId))) throw makerLeft()
  return preview
}

function revoked(): EditorialError {
  return new EditorialError({
    code: 'PREVIEW_REVOKED',
    message:
      'This preview was ended by the team. Ask whoever sent you the link for a new one, or read without the token what is published.',
  })
}

function makerLeft(): EditorialError {
  return new EditorialError({
    code: 'PREVIEW_MAKER_LEFT',
    message:
      'Whoever made this preview may not read drafts any more. Ask somebody else on the team for a new one.',
  })
}
