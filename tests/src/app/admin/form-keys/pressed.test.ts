import { describe, expect, it } from 'vitest'
import { actOf } from '../../../../../src/app/admin/form-keys/pressed.ts'

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isTyped: false }

describe('A key in the form', () => {
  it.each([
    ['Ctrl and Enter', { key: 'Enter', ctrlKey: true }, 'next'],
    ['Cmd and Enter', { key: 'Enter', metaKey: true }, 'next'],
    ['Ctrl and Enter in a field', { key: 'Enter', ctrlKey: true, isTyped: true }, 'next'],
    ['Ctrl, Shift and Enter', { key: 'Enter', ctrlKey: true, shiftKey: true }, 'review'],
    ['Ctrl, Shift and L', { key: 'L', ctrlKey: true, shiftKey: true }, 'language'],
    ['? outside of fields', { key: '?', shiftKey: true }, 'list'],
    ['? on a keyboard without Shift for it', { key: '?' }, 'list'],
  ])('does something: %s', (_what, press, act) => {
    expect(actOf({ ...plain, ...press })).toBe(act)
  })

  it.each([
    ['? in a field', { key: '?', shiftKey: true, isTyped: true }],
    ['Enter', { key: 'Enter' }],
    ['Ctrl and L, which goes to the address', { key: 'l', ctrlKey: true }],
    ['Ctrl and S, which is Payload’s', { key: 's', ctrlKey: true }],
    ['AltGr, which types characters', { key: 'Enter', ctrlKey: true, altKey: true }],
    ...[...'abcdefghijklmnopqrstuvwxyz0123456789/.,'].map((key): [string, { key: string }] => [
      `${key} alone`,
      { key },
    ]),
  ])('does nothing: %s', (_what, press) => {
    expect(actOf({ ...plain, ...press })).toBeNull()
  })
})
