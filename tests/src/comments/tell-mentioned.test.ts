import { describe, expect, it } from 'vitest'
import type { CommentRow } from '../../../src/comments/rows.ts'
import { mentionedPeople } from '../../../src/comments/tell-mentioned.ts'

const comment = {
  id: 'reply',
  threadId: 'root',
  documentCollection: 'stations',
  documentId: 'balance-due',
  authorId: 'rosa',
  authorName: 'Rosa',
  mentions: ['rosa', 'pat', 'pat', 'kim'],
} as CommentRow

describe('Those who are mentioned', () => {
  it('are told once each, and their author is not', () => {
    expect(mentionedPeople(comment)).toEqual(
      ['pat', 'kim'].map((personId) => ({
        kind: 'mentioned',
        personId,
        commentId: 'reply',
        threadId: 'root',
        collection: 'stations',
        documentId: 'balance-due',
        byId: 'rosa',
        byName: 'Rosa',
      })),
    )
  })

  it('are told again of an edited comment only where it mentions them anew', () => {
    const mentioned = mentionedPeople(comment, { ...comment, mentions: ['pat'] })
    expect(mentioned.map(({ personId }) => personId)).toEqual(['kim'])
  })

  it('are told of the first comment of a thread as that thread', () => {
    expect(mentionedPeople({ ...comment, threadId: null })[0]).toMatchObject({ threadId: 'reply' })
  })
})
