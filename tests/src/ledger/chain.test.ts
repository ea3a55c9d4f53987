import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash } from '../../../src/content/content-hash.ts'
import { ChainCheck, sealEntry, type ChainBreak } from '../../../src/ledger/chain.ts'
import { entryTypes, type EntryDetails, type LedgerEntry } from '../../../src/ledger/entry.ts'
import {
  balanceDue,
  balancePaid,
  ledgerOf,
  resealed,
  type Told,
  unsealed,
} from '../../support/ledger.ts'

const contributors = [{ id: 'ed', name: 'Ed' }]
const restingOn = (restsOn: number) => ({ contributors, restsOn })

/** Written, approved and published as it should be. */
const usual: Told[] = [
  { by: 'ed', type: 'submitted' },
  { by: 'rita', type: 'approved' },
  { by: 'paul', type: 'published', details: restingOn(2) },
]

/** Published at the time a publisher set. */
const onTime: Told[] = [
  { by: 'ed', type: 'submitted' },
  { by: 'rita', type: 'approved' },
  { by: 'paul', type: 'scheduled', details: { publishAt: '2026-12-01T00:00:00.000Z' } },
  { by: null, type: 'published', details: { ...restingOn(2), schedule: 3 } },
]

/** Published by an administrator without an approval, and looked at afterwards. */
const overridden: Told[] = [
  { by: 'adam', type: 'overridden', comment: 'The phone number was wrong.' },
  { by: 'adam', type: 'published', details: restingOn(1) },
  { by: 'rita', type: 'confirmed', details: restingOn(1) },
]

/** Everything that may happen to two documents, one after the other. */
const eventful: Told[] = [
  ...usual,
  { by: 'paul', type: 'withdrawn', comment: 'Out of date.', details: { addresses: ['paid'] } },
  { by: 'ed', type: 'submitted' },
  { by: 'rita', type: 'approved' },
  { by: 'ed', type: 'recalled' },
  { by: 'ed', type: 'submitted' },
  { by: 'rita', type: 'returned', comment: 'See line 3.' },
  { by: 'ed', type: 'submitted' },
  { by: 'rita', type: 'approved' },
  { by: 'paul', type: 'scheduled', details: { publishAt: '2026-12-01T00:00:00.000Z' } },
  { by: 'paul', type: 'unscheduled', details: { schedule: 12 } },
  { by: 'paul', type: 'scheduled', details: { publishAt: '2026-12-02T00:00:00.000Z' } },
  {
    by: null,
    type: 'scheduleFailed',
    details: { schedule: 14, reasons: [{ code: 'REQUIREMENTS_NOT_MET', message: 'No phase.' }] },
  },
  { by: null, type: 'published', details: { ...restingOn(11), schedule: 14 } },
  { by: 'ed', type: 'refused', contentHash: '', details: { action: 'publish', reasons: [] } },
  { by: 'adam', type: 'overridden', comment: 'Wrong number.', documentId: 'station-2' },
  { by: 'adam', type: 'published', documentId: 'station-2', details: restingOn(18) },
  { by: 'rita', type: 'confirmed', documentId: 'station-2', details: restingOn(18) },
]

/** Breaks of a ledger that tells this. */
function breaksOf(entries: unknown[]): ChainBreak[] {
  const check = new ChainCheck()
  for (const entry of entries) check.add(entry)
  return check.breaks
}

/** The entries with one of them changed and, unless told otherwise, everything sealed anew. */
function withChange(
  told: Told[],
  sequence: number,
  change: Partial<Record<keyof LedgerEntry, unknown>>,
): LedgerEntry[] {
  return resealed(ledgerOf(told).map((entry) => changed(entry, sequence, change)))
}

function changed(
  entry: LedgerEntry,
  sequence: number,
  change: Partial<Record<keyof LedgerEntry, unknown>>,
): LedgerEntry {
  return entry.sequence === sequence ? ({ ...entry, ...change } as LedgerEntry) : entry
}

/** Expects exactly these problems, by number of the entry. */
function expectBreaks(entries: unknown[], problems: [number, RegExp][]): void {
  expect(breaksOf(entries)).toEqual(
    problems.map(([sequence, problem]) => ({
      sequence,
      collection: 'stations',
      id: 'station-1',
      problem: expect.stringMatching(problem),
    })),
  )
}

describe('A sealed entry', () => {
  const [first] = ledgerOf(usual)

  it('has the hash of its canonical JSON behind a prefix of its own', () => {
    const { hash, ...rest } = first!
    const text = `{"actorId":"ed","actorName":"ed","actorRoles":["editor"],"at":"2026-11-22T09:00:00.000Z","comment":null,"contentHash":"${rest.contentHash}","details":{"contributors":[{"id":"ed","name":"Ed"}]},"documentCollection":"stations","documentId":"station-1","format":1,"previousHash":null,"sequence":1,"snapshot":null,"type":"submitted","versionId":"version-1"}`
    expect(hash).toBe(
      createHash('sha256').update(`stationmaster-ledger-entry-1\n${text}`, 'utf8').digest('hex'),
    )
  })

  it('has the hash that was stored once', () => {
    expect(first!.hash).toBe('88dadbdca2f202fcb67ce7ad86a4cd40788b2881afa292b427042873e4d8e006')
    expect(ledgerOf(usual).at(-1)!.hash).toBe(
      '05695b44537037070fdf4790bd3f0a580e49696518afe66be3979d274d8a176a',
    )
  })

  it('says nothing of details that are not given', () => {
    const details = { contributors, setId: undefined } as unknown as EntryDetails
    expect(sealEntry({ ...unsealed(first!), details })).toStrictEqual(first)
  })

  it('cannot be made of what is not JSON', () => {
    expect(() => sealEntry({ ...unsealed(first!), sequence: Number.NaN })).toThrow(
      /found NaN at \/sequence/,
    )
  })
})

describe('A ledger', () => {
  it.each([
    ['nothing', []],
    ['an approved publication', usual],
    ['a publication on time', onTime],
    ['an override that was confirmed', overridden],
    ['everything that may happen', eventful],
  ])('of %s has no breaks', (_name, told) => {
    expect(breaksOf(ledgerOf(told))).toEqual([])
  })

  it('of everything that may happen holds every type of entry', () => {
    expect(new Set(eventful.map(({ type }) => type))).toEqual(new Set(entryTypes))
  })

  it('has the last entry as its head', () => {
    const entries = ledgerOf(usual)
    const check = new ChainCheck()
    expect([check.head, check.entries]).toEqual([null, 0])
    entries.forEach((entry) => check.add(entry))
    expect([check.head, check.entries]).toEqual([{ sequence: 3, hash: entries[2]!.hash }, 3])
  })

  it('tells what of each document was last published', () => {
    const check = new ChainCheck()
    ledgerOf(eventful).forEach((entry) => check.add(entry))
    const hash = contentHash(balanceDue)
    expect(check.lastPublications()).toEqual(
      new Map([
        ['stations/station-1', { sequence: 16, contentHash: hash, live: true }],
        ['stations/station-2', { sequence: 19, contentHash: hash, live: true }],
      ]),
    )
  })

  it('tells that a document was withdrawn, and not of documents that were never public', () => {
    const withdrawn: Told[] = [
      ...usual,
      { by: 'paul', type: 'withdrawn' },
      { by: 'ed', type: 'submitted', documentId: 'station-2' },
    ]
    const check = new ChainCheck()
    ledgerOf(withdrawn).forEach((entry) => check.add(entry))
    expect([...check.lastPublications()]).toEqual([
      ['stations/station-1', { sequence: 3, contentHash: contentHash(balanceDue), live: false }],
    ])
  })

  it('tells of each entry what is wrong with it, and goes on', () => {
    const [first, second, third] = ledgerOf(usual)
    const check = new ChainCheck()
    expect(check.add(first)).toEqual([])
    expect(check.add({ ...second, comment: 'Fine.' })).toHaveLength(1)
    expect(check.add(third)).toEqual([])
    expect(check.breaks).toHaveLength(1)
  })
})

describe('The chain breaks when', () => {
  const entries = ledgerOf(eventful)

  it('the first entry is missing', () => {
    expectBreaks(ledgerOf(usual).slice(1), [
      [2, /^Entry 1 is missing before it\.$/],
      [2, /^The first entry names an entry before it, which is missing\.$/],
    ])
  })

  it('an entry is missing', () => {
    expectBreaks(
      ledgerOf([{ by: 'ed', type: 'submitted' }, ...usual.slice(0, 2)]).filter((_, at) => at !== 1),
      [
        [3, /^Entry 2 is missing before it\.$/],
        [3, /^It does not name the hash of the entry before it/],
      ],
    )
  })

  it('several entries are missing', () => {
    expect(breaksOf([...entries.slice(0, 3), ...entries.slice(16)])[0]).toMatchObject({
      sequence: 17,
      problem: 'Entries 4 to 16 are missing before it.',
    })
  })

  it('a number comes twice', () => {
    const [first, second] = ledgerOf(usual)
    expectBreaks(resealed([first!, { ...second!, sequence: 1 }]), [
      [1, /^Its number comes a second time: expected 2\.$/],
    ])
  })

  it('an entry comes twice', () => {
    const [first, second] = ledgerOf(usual)
    expectBreaks(
      [first, second, second],
      [
        [2, /^Its number comes a second time: expected 3\.$/],
        [2, /^It does not name the hash of the entry before it/],
      ],
    )
  })

  it('two entries changed places', () => {
    const [first, second, third] = ledgerOf([usual[0]!, usual[0]!, usual[0]!])
    expectBreaks(
      [first, third, second],
      [
        [3, /^Entry 2 is missing before it\.$/],
        [3, /^It does not name the hash of the entry before it/],
        [2, /^Its number comes a second time: expected 4\.$/],
        [2, /^It does not name the hash of the entry before it/],
        [2, /^It is dated .*, earlier than the entry before it/],
      ],
    )
  })

  it('a word of an entry was changed afterwards', () => {
    expectBreaks(
      ledgerOf(usual).map((entry) => changed(entry, 2, { comment: 'Fine.' })),
      [[2, /^It does not have the hash it was written with: it was changed afterwards\.$/]],
    )
  })

  it('an entry was changed and sealed anew, but those after it were not', () => {
    const [first, second, third] = ledgerOf(usual)
    const [, forged] = resealed([first!, { ...second!, comment: 'Fine.' }])
    expectBreaks([first, forged, third], [[3, /^It does not name the hash of the entry before it/]])
  })

  it('an entry is older than the one before it', () => {
    expectBreaks(withChange(usual.slice(0, 2), 2, { at: '2026-11-22T08:59:59.999Z' }), [
      [2, /^It is dated 2026-11-22T08:59:59\.999Z, earlier than the entry before it/],
    ])
  })

  it('not when two entries are of the same moment', () => {
    expectBreaks(withChange(usual.slice(0, 2), 2, { at: '2026-11-22T09:00:00.000Z' }), [])
  })

  it('an entry is of an unknown type', () => {
    expectBreaks(withChange(usual.slice(0, 1), 1, { type: 'blessed' }), [
      [1, /^The entry is of an unknown type: “blessed”\.$/],
    ])
  })

  it.each([2, '1', null])('an entry is of an unknown format: %s', (format) => {
    expectBreaks(withChange(usual.slice(0, 1), 1, { format }), [
      [1, /^The entry is of an unknown format: expected 1, found/],
    ])
  })

  it('anything at all in any entry was changed', () => {
    const anyChange = fc.record({
      at: fc.nat({ max: entries.length - 1 }),
      name: fc.constantFrom(...(Object.keys(entries[0]!) as (keyof LedgerEntry)[])),
      value: fc.jsonValue(),
    })
    fc.assert(
      fc.property(anyChange, ({ at, name, value }) => {
        fc.pre(JSON.stringify(value) !== JSON.stringify(entries[at]![name]))
        const tampered = entries.map((entry, index) =>
          index === at ? { ...entry, [name]: value } : entry,
        )
        expect(breaksOf(tampered)).not.toEqual([])
      }),
    )
  })
})

describe('A publication breaks the ledger when', () => {
  const publication = (change: Partial<Record<keyof LedgerEntry, unknown>>) =>
    withChange(usual, 3, change)
  const otherHash = contentHash(balancePaid)

  it('it carries no snapshot', () => {
    expectBreaks(publication({ snapshot: null }), [
      [3, /^It was published without a snapshot of what became public\.$/],
    ])
  })

  it('its snapshot is other content', () => {
    expectBreaks(publication({ snapshot: balancePaid }), [
      [3, new RegExp(`^Its snapshot is not what was published: .* found ${otherHash}\\.$`)],
    ])
  })

  it('its snapshot is of another content type', () => {
    const snapshot = { ...balanceDue, collection: 'notices' }
    const contentHashOfOther = contentHash(snapshot)
    const told = usual.map((one) => ({ ...one, contentHash: contentHashOfOther }))
    expectBreaks(withChange(told, 3, { snapshot }), [
      [3, /^Its snapshot is of “notices”, not of stations\.$/],
    ])
  })

  it('its snapshot is of an unknown format', () => {
    expectBreaks(publication({ snapshot: { ...balanceDue, format: 'other' } }), [
      [3, /^Its snapshot is of an unknown format: “other”\.$/],
    ])
  })

  it('its snapshot is an object of another kind', () => {
    expectBreaks(publication({ snapshot: {} }), [
      [3, /^Its snapshot is of an unknown format: something unnamed\.$/],
    ])
  })

  it('it says on nothing that it rests', () => {
    expectBreaks(publication({ details: { contributors } }), [
      [3, /^It does not say on which approval or override it rests\.$/],
    ])
  })

  it.each([
    ['an entry that is no approval', 1],
    ['itself', 3],
    ['an entry that does not exist', 9],
  ])('it rests on %s', (_name, restsOn) => {
    expectBreaks(publication({ details: restingOn(restsOn) }), [
      [3, /^It rests on entry \d, which is no earlier approval or override of this document/],
    ])
  })

  it.each([{ documentId: 'station-2' }, { documentCollection: 'notices' }])(
    'the approval is of another document: %o',
    (change) => {
      expectBreaks(withChange(usual, 2, change), [
        [3, /^It rests on entry 2, which is no earlier approval or override of this document/],
      ])
    },
  )

  it('the approval is of other content', () => {
    expectBreaks(withChange(usual, 2, { contentHash: otherHash }), [
      [3, new RegExp(`^It rests on the approval in entry 2, .* has the hash ${otherHash}\\.$`)],
    ])
  })

  it('the approval is by somebody who contributed', () => {
    expectBreaks(withChange(usual, 2, { actorId: 'ed' }), [
      [2, /^It was approved by somebody who contributed to the text\.$/],
      [3, /^It rests on the approval in entry 2, by somebody who contributed to the text\.$/],
    ])
  })

  it('the approval is by somebody who contributed, though the approval does not say so', () => {
    const details = { ...restingOn(2), contributors: [...contributors, { id: 'rita', name: 'R' }] }
    expectBreaks(publication({ details }), [
      [3, /^It rests on the approval in entry 2, by somebody who contributed to the text\.$/],
    ])
  })

  it('the approval is by nobody', () => {
    expectBreaks(withChange(usual, 2, { actorId: null }), [
      [2, /^Nobody is named who approved it\.$/],
    ])
  })

  it('the approval is by somebody who is no reviewer', () => {
    expectBreaks(withChange(usual, 2, { actorRoles: ['editor', 'publisher'] }), [
      [2, /^Whoever approved it was not a reviewer\.$/],
    ])
  })

  it.each([
    ['approved', 2, {}],
    ['published', 3, { restsOn: 2 }],
  ])('nobody can tell who contributed when it was %s', (_name, sequence, details) => {
    expectBreaks(withChange(usual, sequence, { details }), [
      [sequence, /^It does not say who contributed, so nobody can tell/],
    ])
  })

  it.each(['returned', 'recalled'] as const)('the approval was %s before', (type) => {
    const told: Told[] = [
      ...usual.slice(0, 2),
      { by: 'rita', type },
      { by: 'paul', type: 'published', details: restingOn(2) },
    ]
    expectBreaks(ledgerOf(told), [
      [
        4,
        new RegExp(`^It rests on the approval in entry 2, which had ended: .* ${type} in entry 3`),
      ],
    ])
  })

  it('not when another document was returned before', () => {
    const told: Told[] = [
      ...usual.slice(0, 2),
      { by: 'rita', type: 'returned', documentId: 'station-2' },
      { by: 'paul', type: 'published', details: restingOn(2) },
    ]
    expectBreaks(ledgerOf(told), [])
  })

  it('the approval was used before', () => {
    expectBreaks(ledgerOf([...usual, usual[2]!]), [
      [4, /^It rests on the approval in entry 2, which had ended: .* published in entry 3\.$/],
    ])
  })

  it('the approval ended long before', () => {
    const again: Told[] = [
      { by: 'rita', type: 'approved' },
      { by: 'paul', type: 'published', details: restingOn(4) },
      { by: 'paul', type: 'published', details: restingOn(2) },
    ]
    expectBreaks(ledgerOf([...usual, ...again]), [
      [6, /^It rests on entry 2, which is no earlier approval .* that it could rest on\.$/],
    ])
  })

  it('it is by somebody who is no publisher', () => {
    expectBreaks(publication({ actorRoles: ['editor', 'reviewer'] }), [
      [3, /^Whoever published it was not a publisher, and had not overridden the approval\.$/],
    ])
  })
})

describe('A publication on time breaks the ledger when', () => {
  it('it names no schedule', () => {
    expectBreaks(withChange(onTime, 4, { details: restingOn(2) }), [
      [4, /^The platform published it by itself, and names no schedule that asked for it\.$/],
    ])
  })

  it.each([2, 4, 9])('it names entry %i, which is no schedule', (schedule) => {
    expectBreaks(withChange(onTime, 4, { details: { ...restingOn(2), schedule } }), [
      [4, /^The platform published it by itself on entry \d, which is no schedule/],
    ])
  })

  it('the schedule is of another document', () => {
    expectBreaks(withChange(onTime, 3, { documentId: 'station-2' }), [
      [4, /^The platform published it by itself on entry 3, which is no schedule/],
    ])
  })

  it('the schedule is of other content', () => {
    expectBreaks(withChange(onTime, 3, { contentHash: contentHash(balancePaid) }), [
      [4, /^The platform published it by itself on the schedule in entry 3, .* other content/],
    ])
  })

  it.each<[string, EntryDetails]>([
    ['by its number', { schedule: 3 }],
    ['without a number', {}],
  ])('the schedule was taken back, %s', (_name, details) => {
    const told: Told[] = [
      ...onTime.slice(0, 3),
      { by: 'paul', type: 'unscheduled', details },
      onTime[3]!,
    ]
    expectBreaks(ledgerOf(told), [
      [5, /^The platform published it by itself on entry 3, .* taken back or used\.$/],
    ])
  })

  it('not when the schedule failed before', () => {
    const failed: Told = { by: null, type: 'scheduleFailed', details: { schedule: 3 } }
    expectBreaks(ledgerOf([...onTime.slice(0, 3), failed, onTime[3]!]), [])
  })

  it('the schedule was used before', () => {
    const again: Told[] = [
      { by: 'rita', type: 'approved' },
      { by: null, type: 'published', details: { ...restingOn(5), schedule: 3 } },
    ]
    expectBreaks(ledgerOf([...onTime, ...again]), [
      [6, /^The platform published it by itself on entry 3, .* taken back or used\.$/],
    ])
  })

  it('whoever set the time is no publisher', () => {
    expectBreaks(withChange(onTime, 3, { actorRoles: ['reviewer'] }), [
      [3, /^Whoever scheduled it was not a publisher\.$/],
    ])
  })

  it('nobody set the time', () => {
    expectBreaks(withChange(onTime, 3, { actorId: null }), [
      [3, /^Nobody is named who scheduled it\.$/],
    ])
  })
})

describe('An override breaks the ledger when', () => {
  it.each([null, '', '  \n'])('it gives no reason: %o', (comment) => {
    expectBreaks(withChange(overridden, 1, { comment }), [
      [1, /^It was overridden without a reason\.$/],
    ])
  })

  it('it is by somebody who is no administrator', () => {
    expectBreaks(withChange(overridden, 1, { actorRoles: ['editor', 'reviewer', 'publisher'] }), [
      [1, /^Whoever overrode it was not an administrator\.$/],
    ])
  })

  it('it is by nobody', () => {
    expectBreaks(withChange(overridden.slice(0, 1), 1, { actorId: null }), [
      [1, /^Nobody is named who overrode it\.$/],
    ])
  })

  it('somebody else published on it who is no publisher', () => {
    expectBreaks(withChange(overridden, 2, { actorId: 'ada' }), [
      [2, /^Whoever published it was not a publisher, and had not overridden the approval\.$/],
    ])
  })

  it('not when a publisher published on it', () => {
    expectBreaks(withChange(overridden, 2, { actorId: 'paul', actorRoles: ['publisher'] }), [])
  })

  it('not when its administrator contributed: that is what it is for', () => {
    const details = { contributors: [{ id: 'adam', name: 'Adam' }] }
    const told = overridden.map((one) => ({ ...one, details: { ...one.details, ...details } }))
    expectBreaks(ledgerOf(told), [])
  })

  it('it was used before', () => {
    expectBreaks(ledgerOf([...overridden, overridden[1]!]), [
      [4, /^It rests on the override in entry 1, which had ended: .* published in entry 2\.$/],
    ])
  })
})

describe('A confirmation breaks the ledger when', () => {
  const confirmation = (change: Partial<Record<keyof LedgerEntry, unknown>>) =>
    withChange(overridden, 3, change)

  it('it is by the person who overrode', () => {
    expectBreaks(confirmation({ actorId: 'adam' }), [
      [3, /^It was confirmed by the person who had overridden the approval\.$/],
    ])
  })

  it.each<[string, number]>([
    ['override', 1],
    ['confirmation', 3],
  ])('it is by somebody who contributed, says the %s', (_name, sequence) => {
    const rita = { contributors: [{ id: 'rita', name: 'Rita' }] }
    const details = sequence === 3 ? { ...rita, restsOn: 1 } : rita
    expectBreaks(withChange(overridden, sequence, { details }), [
      [3, /^It was confirmed by somebody who contributed to the text\.$/],
    ])
  })

  it('it is by somebody who is no reviewer', () => {
    expectBreaks(confirmation({ actorRoles: ['administrator'] }), [
      [3, /^Whoever confirmed it was not a reviewer\.$/],
    ])
  })

  it('it is by nobody', () => {
    expectBreaks(confirmation({ actorId: null }), [[3, /^Nobody is named who confirmed it\.$/]])
  })

  it('it is of other content', () => {
    expectBreaks(confirmation({ contentHash: contentHash(balancePaid) }), [
      [3, /^Other content was confirmed than was published/],
    ])
  })

  it.each([{ contributors }, restingOn(2), restingOn(9)])(
    'it rests on no override: %o',
    (details) => {
      expectBreaks(confirmation({ details }), [
        [3, /^It confirms an override that is not what the live content of this document rests on/],
      ])
    },
  )

  it.each<[string, Told[]]>([
    ['withdrawn', [{ by: 'paul', type: 'withdrawn' }]],
    [
      'published with an approval',
      [
        { by: 'rita', type: 'approved' },
        { by: 'paul', type: 'published', details: restingOn(3) },
      ],
    ],
  ])('the document was %s meanwhile', (_name, meanwhile) => {
    const told = [...overridden.slice(0, 2), ...meanwhile, overridden[2]!]
    expectBreaks(ledgerOf(told), [
      [told.length, /^It confirms an override that is not what the live content/],
    ])
  })
})

describe('A withdrawal breaks the ledger when', () => {
  const withdrawal: Told = { by: 'paul', type: 'withdrawn' }

  it.each<[string, Told[]]>([
    ['never published', usual.slice(0, 2)],
    ['withdrawn before', [...usual, withdrawal]],
  ])('the document was %s', (_name, before) => {
    expectBreaks(ledgerOf([...before, withdrawal]), [
      [before.length + 1, /^It was withdrawn although it was not published\.$/],
    ])
  })

  it('it is another document that was published', () => {
    expectBreaks(
      ledgerOf([...usual.map((one) => ({ ...one, documentId: 'station-2' })), withdrawal]),
      [[4, /^It was withdrawn although it was not published\.$/]],
    )
  })
})

describe('A damaged entry', () => {
  const entries = ledgerOf(usual)

  it.each([
    ['a word', 'entry', '“entry”'],
    ['a number', 7, '“7”'],
    ['nothing', undefined, 'nothing'],
    ['null', null, 'nothing'],
    ['a list', [], 'a list'],
  ])('is reported when it is %s', (_name, entry, found) => {
    expect(breaksOf([entry])).toEqual([{ problem: `Expected an entry, found ${found}.` }])
  })

  it('takes up one place, and the next one cannot rest on it', () => {
    const [first, , third] = entries
    expect(breaksOf([first, 'entry', third]).map(({ sequence }) => sequence)).toEqual([
      undefined,
      3,
      3,
    ])
    const forgetful = resealed([first!, { ...first!, sequence: 3 }])[1]!
    const withoutPrevious = resealed([{ ...forgetful, previousHash: null }])[0]!
    expect(breaksOf([first, 'entry', withoutPrevious])[1]).toMatchObject({
      sequence: 3,
      problem: expect.stringMatching(/^It does not name the hash of the entry before it/),
    })
  })

  it('is the head no more', () => {
    const check = new ChainCheck()
    entries.slice(0, 2).forEach((entry) => check.add(entry))
    check.add('entry')
    expect([check.head, check.entries]).toEqual([null, 3])
  })

  const names = Object.keys(entries[0]!).filter((name) => name !== 'format' && name !== 'type')

  it.each(names)('is reported when it lacks %s', (name) => {
    const rest = Object.entries(entries[0]!).filter(([one]) => one !== name)
    expect(breaksOf([Object.fromEntries(rest)]).map(({ problem }) => problem)).toContain(
      `The entry is damaged: ${name} missing, or not what belongs there.`,
    )
  })

  it.each<[string, Partial<Record<keyof LedgerEntry, unknown>>]>([
    ['sequence', { sequence: 1.5 }],
    ['at', { at: 'yesterday' }],
    ['at', { at: '2026-11-22' }],
    ['at', { at: '2026-13-22T09:00:00.000Z' }],
    ['actorRoles', { actorRoles: 'reviewer' }],
    ['contentHash', { contentHash: 'ABC' }],
    ['details', { details: 'none' }],
    ['details.contributors', { details: { contributors: ['ed'] } }],
    ['details.contributors', { details: { contributors: [null] } }],
    ['details.restsOn', { details: { restsOn: '2' } }],
    ['details.schedule', { details: { schedule: 0 } }],
    ['snapshot', { snapshot: 'content' }],
  ])('is reported when its %s is of the wrong kind: %o', (name, change) => {
    expect(breaksOf([{ ...entries[0], ...change }]).map(({ problem }) => problem)).toContain(
      `The entry is damaged: ${name} missing, or not what belongs there.`,
    )
  })

  it('is reported when its hash cannot be worked out', () => {
    expectBreaks(
      [{ ...entries[0], comment: 'half a character: \ud83d' }],
      [[1, /^Its hash cannot be worked out: Expected JSON, found text with half a character/]],
    )
  })

  it('of whatever kind never stops the walk', () => {
    const anyEntry = fc.oneof(
      fc.anything(),
      fc
        .tuple(
          fc.nat({ max: 2 }),
          fc.dictionary(fc.constantFrom(...Object.keys(entries[0]!)), fc.anything()),
        )
        .map(([at, change]) => ({ ...entries[at], ...change })),
    )
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 6 }), (given) => {
        const check = new ChainCheck()
        given.forEach((entry) => check.add(entry))
        expect(check.entries).toBe(given.length)
      }),
    )
  })
})

describe('An approval of a draft', () => {
  it('still counts when the live text before it was withdrawn meanwhile', () => {
    const told: Told[] = [
      ...usual,
      { by: 'ruth', type: 'approved' },
      { by: 'paul', type: 'withdrawn' },
      { by: 'paul', type: 'published', details: restingOn(4) },
    ]
    expectBreaks(ledgerOf(told), [])
  })
})
