import type { Access, PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import {
  draftsOnly,
  liveOrStaff,
  nobody,
  people,
  staffOnly,
  theTeamsDrafts,
} from '../../access/content.ts'
import {
  isAdministrator,
  isEditor,
  isPerson,
  isPublisher,
  isReviewer,
  isStaff,
  roles,
  type Actor,
  type Role,
} from '../../access/roles.ts'

const live = { _status: { equals: 'published' } }
const notLive = { _status: { not_equals: 'published' } }

const reader: Actor = null
const editor = actor('person', 'editor')
const reviewer = actor('person', 'reviewer')
const publisher = actor('person', 'publisher')
const administrator = actor('person', 'administrator')
const newcomer = actor('person')
const machine = actor('machine', 'editor', 'reviewer', 'publisher', 'administrator')
const guestMachine = actor('machine')

describe('the roles', () => {
  it('are editor, reviewer, publisher and administrator', () => {
    expect(roles).toEqual(['editor', 'reviewer', 'publisher', 'administrator'])
  })

  it.each([
    ['editor', editor, isEditor],
    ['reviewer', reviewer, isReviewer],
    ['publisher', publisher, isPublisher],
    ['administrator', administrator, isAdministrator],
  ] as const)('are held one by one: %s includes no other', (_role, holder, holds) => {
    const held = [isEditor, isReviewer, isPublisher, isAdministrator].filter((is) => is(holder))
    expect(held).toEqual([holds])
  })

  it('add up in a person who holds several', () => {
    const both = actor('person', 'editor', 'publisher')
    expect([isEditor(both), isReviewer(both), isPublisher(both), isAdministrator(both)]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('are never held by a machine, whichever it was given', () => {
    for (const is of [isEditor, isReviewer, isPublisher, isAdministrator])
      expect(is(machine)).toBe(false)
  })

  it('are never held by a reader', () => {
    for (const is of [isEditor, isReviewer, isPublisher, isAdministrator]) {
      expect(is(null)).toBe(false)
      expect(is(undefined)).toBe(false)
    }
  })
})

describe('staff', () => {
  it.each([
    ['an editor', editor],
    ['a reviewer', reviewer],
    ['a publisher', publisher],
    ['an administrator', administrator],
  ] as [string, Actor][])('includes %s, who also writes', (_who, whom) => {
    expect({ staff: isStaff(whom), person: isPerson(whom) }).toEqual({ staff: true, person: true })
  })

  it('includes a machine with a role, which only reads', () => {
    expect(isStaff(machine)).toBe(true)
    expect(isPerson(machine)).toBe(false)
  })

  it.each([
    ['a person without a role', newcomer],
    ['a machine without a role', guestMachine],
    ['a reader', reader],
  ] as [string, Actor][])('leaves out %s', (_who, whom) => {
    expect({ staff: isStaff(whom), person: isPerson(whom) }).toEqual({
      staff: false,
      person: false,
    })
  })

  it('leaves out an account whose roles were taken away', () => {
    expect(isStaff({ id: '1', kind: 'person', roles: null })).toBe(false)
    expect(isStaff({ id: '1', kind: 'person' })).toBe(false)
  })
})

describe.each([
  ['an editor', editor],
  ['a reviewer', reviewer],
  ['a publisher', publisher],
  ['an administrator', administrator],
  ['a person who is editor and publisher', actor('person', 'editor', 'publisher')],
  ['a person who holds every role', actor('person', ...roles)],
] as [string, Actor][])('%s', (_who, whom) => {
  it('reads drafts and live documents', () => {
    expect(may(whom, liveOrStaff)).toBe(true)
  })

  it('sees earlier versions', () => {
    expect(may(whom, staffOnly)).toBe(true)
  })

  it('creates documents', () => {
    expect(may(whom, people)).toBe(true)
  })

  it('saves drafts', () => {
    expect(may(whom, theTeamsDrafts, { title: 'Balance Paid' })).toBe(true)
    expect(may(whom, theTeamsDrafts, { _status: 'draft' })).toBe(true)
    expect(may(whom, theTeamsDrafts)).toBe(true)
  })

  it('does not publish by saving', () => {
    expect(may(whom, theTeamsDrafts, { _status: 'published' })).toBe(false)
  })

  it('deletes drafts, not what is live', () => {
    expect(may(whom, draftsOnly)).toEqual(notLive)
  })
})

describe('a machine with every role', () => {
  it('reads drafts and earlier versions', () => {
    expect(may(machine, liveOrStaff)).toBe(true)
    expect(may(machine, staffOnly)).toBe(true)
  })

  it('writes nothing', () => {
    expect(may(machine, people)).toBe(false)
    expect(may(machine, theTeamsDrafts, { title: 'Balance Paid' })).toBe(false)
    expect(may(machine, theTeamsDrafts, { _status: 'published' })).toBe(false)
    expect(may(machine, draftsOnly)).toBe(false)
  })
})

describe.each([
  ['a reader', reader],
  ['a person without a role', newcomer],
  ['a machine without a role', guestMachine],
] as [string, Actor][])('%s', (_who, whom) => {
  it('reads what is live and nothing else', () => {
    expect(may(whom, liveOrStaff)).toEqual(live)
  })

  it('sees no earlier versions', () => {
    expect(may(whom, staffOnly)).toBe(false)
  })

  it('writes nothing', () => {
    expect(may(whom, people)).toBe(false)
    expect(may(whom, theTeamsDrafts, { title: 'Balance Paid' })).toBe(false)
    expect(may(whom, theTeamsDrafts, { _status: 'published' })).toBe(false)
    expect(may(whom, draftsOnly)).toBe(false)
  })
})

describe('what nobody may do', () => {
  it('is closed to every role and all of them together', () => {
    for (const whom of [reader, machine, actor('person', ...roles)])
      expect(may(whom, nobody)).toBe(false)
  })
})

function actor(kind: 'person' | 'machine', ...held: Role[]): NonNullable<Actor> {
  return { id: '4b6a1f0e-2f0c-4c7d-9d6c-0d6f6c1f7e11', kind, roles: held }
}

function may(whom: Actor, rule: Access, data?: Record<string, unknown>) {
  return rule({ req: { user: whom } as PayloadRequest, ...(data ? { data } : {}) })
}
