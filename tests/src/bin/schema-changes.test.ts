import { describe, expect, it } from 'vitest'
import { unsaidBreakingChanges } from '../../../src/bin/schema-changes.ts'

const before = `
  type Query { station(slug: String!): Station }
  type Station { title: String! summary: String kind: Kind! }
  enum Kind { hub stop }
`

describe('a change of the schema', () => {
  it.each([
    ['a field more', before.replace('summary', 'order: Int summary')],
    ['a promise more', before.replace('summary: String', 'summary: String!')],
    [
      'an argument more that may be left out',
      before.replace('slug: String!', 'slug: String!, locale: String'),
    ],
  ])('passes in silence: %s', (_, after) => {
    expect(unsaidBreakingChanges(before, after, '')).toEqual([])
  })

  it.each([
    ['a field less', before.replace('summary: String', ''), 'Station.summary was removed.'],
    [
      'a promise less',
      before.replace('title: String!', 'title: String'),
      'Station.title changed type from String! to String.',
    ],
    ['a value less', before.replace('hub ', ''), 'hub was removed from enum type Kind.'],
    [
      'an argument more that must be given',
      before.replace('slug: String!', 'slug: String!, locale: String!'),
      'A required arg locale on Query.station was added.',
    ],
  ])('has to be said where clients may break by it: %s', (_, after, words) => {
    expect(unsaidBreakingChanges(before, after, 'Other words.')).toEqual([words])
    const said = `- For front ends: \`${words.split(' ')[0]}\` ${words.split(' ').slice(1).join('\n  ')}`
    expect(unsaidBreakingChanges(before, after, said)).toEqual([])
  })
})
