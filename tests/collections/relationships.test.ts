import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { build, buildPhase, buildStation, text } from '../support/content.ts'
import { draftOf } from '../support/editing.ts'

/** The documents of one small live roadmap, in which everything points at something. */
type Name =
  'phase' | 'station' | 'next' | 'notice' | 'reminder' | 'step' | 'form' | 'oldForm' | 'clinic'

let testApp: TestApp
const ids = {} as Record<Name, string>

beforeAll(async () => {
  testApp = await startApp()
  const live = async (
    collection: 'notices' | 'steps' | 'forms' | 'help-organizations',
    data: Record<string, unknown>,
  ) => (await build(testApp, { collection, state: 'published', data })).id

  ids.phase = (await buildPhase(testApp, { name: 'Collection' })).id
  ids.clinic = await live('help-organizations', {
    name: 'Clinic',
    slug: 'clinic',
    whatTheyDo: text('Help.'),
  })
  ids.form = await live('forms', { number: 'Form 2', title: 'New', kind: 'form', purpose: 'Ask.' })
  ids.oldForm = await live('forms', {
    number: 'Form 1',
    title: 'Old',
    kind: 'form',
    purpose: 'Ask.',
    supersededBy: ids.form,
  })
  ids.step = await live('steps', {
    title: 'Reply',
    slug: 'reply',
    follows: 'then',
    body: text('Write.'),
    forms: [ids.form],
    helpOrganizations: [ids.clinic],
    alternatives: [
      {
        situation: 'disagree',
        heading: 'If you disagree',
        body: text('Say so.'),
        forms: [ids.oldForm],
        helpOrganizations: [ids.clinic],
      },
    ],
  })
  ids.next = (await buildStation(testApp, { state: 'published', title: 'Next' })).id
  const page = { kind: 'notice', summary: 'A bill.', overview: text('What it is.') }
  ids.reminder = await live('notices', { ...page, code: 'CP501', title: 'Reminder' })
  ids.station = (
    await buildStation(testApp, {
      state: 'published',
      title: 'Bill',
      phase: ids.phase,
      steps: [ids.step],
      helpOrganizations: [ids.clinic],
      connections: [{ to: ids.next }],
      relatedNotices: [ids.reminder],
      examples: [{ text: text('A person.'), notices: [ids.reminder] }],
    })
  ).id
  ids.notice = await live('notices', {
    ...page,
    code: 'CP14',
    title: 'Bill',
    phase: ids.phase,
    stations: [ids.station],
    steps: [ids.step],
    forms: [ids.form],
    helpOrganizations: [ids.clinic],
    relatedNotices: [ids.reminder],
  })
  // Drafts point at the same documents; readers do not see them from the other side.
  await draftOf(testApp, 'stations', {
    title: 'Draft station',
    phase: ids.phase,
    steps: [ids.step],
    helpOrganizations: [ids.clinic],
    connections: [{ to: ids.next }],
    relatedNotices: [ids.reminder],
    examples: [{ text: text('A person.'), notices: [ids.reminder] }],
  })
  await draftOf(testApp, 'notices', {
    code: 'CP99',
    phase: ids.phase,
    stations: [ids.station],
    steps: [ids.step],
    forms: [ids.form],
    helpOrganizations: [ids.clinic],
    relatedNotices: [ids.reminder],
  })
  await draftOf(testApp, 'steps', {
    title: 'Draft step',
    forms: [ids.form],
    helpOrganizations: [ids.clinic],
    alternatives: [{ situation: 'other', heading: 'x', forms: [ids.oldForm] }],
  })
  await draftOf(testApp, 'forms', { number: 'Form 0', supersededBy: ids.form })
})

afterAll(() => testApp.close())

interface Place {
  collection: string
  /** The type's name in GraphQL. */
  type: string
}

const stations: Place = { collection: 'stations', type: 'Station' }
const notices: Place = { collection: 'notices', type: 'Notice' }
const steps: Place = { collection: 'steps', type: 'Step' }
const forms: Place = { collection: 'forms', type: 'Form' }
const organizations: Place = { collection: 'help-organizations', type: 'HelpOrganization' }
const phases: Place = { collection: 'phases', type: 'Phase' }

/** What a document points at: the field, and the document it leads to. */
const forward: [string, Place, Name, string, Name][] = [
  ['a station knows its phase', stations, 'station', 'phase', 'phase'],
  ['a station knows its steps', stations, 'station', 'steps', 'step'],
  ['a station knows who helps', stations, 'station', 'helpOrganizations', 'clinic'],
  ['a station knows where it leads', stations, 'station', 'connections.to', 'next'],
  ['a station knows its related notices', stations, 'station', 'relatedNotices', 'reminder'],
  ['a station knows what its examples name', stations, 'station', 'examples.notices', 'reminder'],
  ['a notice knows its phase', notices, 'notice', 'phase', 'phase'],
  ['a notice knows its stations', notices, 'notice', 'stations', 'station'],
  ['a notice knows its steps', notices, 'notice', 'steps', 'step'],
  ['a notice knows its forms', notices, 'notice', 'forms', 'form'],
  ['a notice knows who helps', notices, 'notice', 'helpOrganizations', 'clinic'],
  ['a notice knows its related notices', notices, 'notice', 'relatedNotices', 'reminder'],
  ['a step knows its forms', steps, 'step', 'forms', 'form'],
  ['a step knows the forms of a situation', steps, 'step', 'alternatives.forms', 'oldForm'],
  ['a step knows who helps', steps, 'step', 'helpOrganizations', 'clinic'],
  ['a form knows what supersedes it', forms, 'oldForm', 'supersededBy', 'form'],
]

/** The same from the other side: the field worked out from those that point here. */
const reverse: [string, Place, Name, string, Name][] = [
  ['a phase knows its stations', phases, 'phase', 'stations', 'station'],
  ['a phase knows its notices', phases, 'phase', 'notices', 'notice'],
  ['a station knows where people come from', stations, 'next', 'arrivals', 'station'],
  ['a station knows the notices received there', stations, 'station', 'notices', 'notice'],
  ['a notice knows the notices related to it', notices, 'reminder', 'relatedFrom', 'notice'],
  ['a notice knows the stations that name it', notices, 'reminder', 'relatedStations', 'station'],
  ['a notice knows the examples that name it', notices, 'reminder', 'exampleStations', 'station'],
  ['a step knows the stations that use it', steps, 'step', 'stations', 'station'],
  ['a step knows the notices that use it', steps, 'step', 'notices', 'notice'],
  ['a form knows the steps that need it', forms, 'form', 'steps', 'step'],
  ['a form knows the situations that need it', forms, 'oldForm', 'stepAlternatives', 'step'],
  ['a form knows the notices that need it', forms, 'form', 'notices', 'notice'],
  ['a form knows what it supersedes', forms, 'form', 'supersedes', 'oldForm'],
  ['an organization knows its stations', organizations, 'clinic', 'stations', 'station'],
  ['an organization knows its notices', organizations, 'clinic', 'notices', 'notice'],
  ['an organization knows its steps', organizations, 'clinic', 'steps', 'step'],
  [
    'an organization knows the situations that name it',
    organizations,
    'clinic',
    'stepAlternatives',
    'step',
  ],
]

const rest = async ({ collection }: Place, id: string) =>
  (await testApp.anonymous().get(`/api/${collection}/${id}?depth=1`)).body as unknown

const graphql = async ({ type }: Place, id: string, selection: string) => {
  const { body } = await testApp.graphql(
    `query ($id: String!) { ${type}(id: $id) { ${selection} } }`,
    { variables: { id } },
  )
  expect(body.errors).toBeUndefined()
  return body.data?.[type] as unknown
}

/** Every `id` that is found by going down a path of fields, through lists. */
function idsAt(value: unknown, [field, ...rest]: string[]): unknown[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  const inside = values.map((one) => (one as Record<string, unknown>)[field ?? 'id'])
  return field === undefined ? inside : inside.flatMap((one) => idsAt(one, rest))
}

describe('Over REST', () => {
  it.each(forward)('%s', async (_title, place, from, path, to) => {
    expect(idsAt(await rest(place, ids[from]), path.split('.'))).toEqual([ids[to]])
  })

  it.each(reverse)('%s', async (_title, place, from, field, to) => {
    expect(idsAt(await rest(place, ids[from]), [field, 'docs'])).toEqual([ids[to]])
  })
})

describe('Over GraphQL', () => {
  it.each(forward)('%s', async (_title, place, from, path, to) => {
    const fields = path.split('.')
    const selection = fields.reduceRight((inner, field) => `${field} { ${inner} }`, 'id')
    expect(idsAt(await graphql(place, ids[from], selection), fields)).toEqual([ids[to]])
  })

  it.each(reverse)('%s', async (_title, place, from, field, to) => {
    const found = await graphql(
      place,
      ids[from],
      `
        ${field}
        {
          docs {
            id
          }
        }
      `,
    )
    expect(idsAt(found, [field, 'docs'])).toEqual([ids[to]])
  })

  it('the roadmap can be walked from a form to the stations where people need it', async () => {
    const found = await graphql(
      forms,
      ids.form,
      'steps { docs { stations { docs { phase { id } } } } }',
    )
    expect(idsAt(found, 'steps.docs.stations.docs.phase'.split('.'))).toEqual([ids.phase])
  })
})

describe('The other side of a relationship', () => {
  it('shows the team drafts, too', async () => {
    const { body } = await testApp
      .anonymous()
      .get(`/api/phases/${ids.phase}?depth=1`)
      .set('Authorization', await testApp.authorization('editor'))
    const titles = (body.stations.docs as { title: string }[]).map(({ title }) => title)
    expect(titles.sort()).toEqual(['Bill', 'Draft station'])
  })

  it('is not written by a client', async () => {
    await testApp
      .anonymous()
      .patch(`/api/phases/${ids.phase}?draft=true`)
      .set('Authorization', await testApp.authorization('editor'))
      .send({ stations: { docs: [] } })
    expect(idsAt(await rest(phases, ids.phase), ['stations', 'docs'])).toEqual([ids.station])
  })
})
