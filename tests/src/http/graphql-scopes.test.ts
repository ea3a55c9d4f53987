import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Phase, Station } from '../../../src/payload-types.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { build, buildPhase, buildStation, revise, text } from '../../support/content.ts'

let testApp: TestApp
let phase: Phase
let destination: Station
let station: Station

const spanishPage = { summary: 'Una parada.', overview: text('Lo que pasa aquí.') }

beforeAll(async () => {
  testApp = await startApp()
  phase = (await buildPhase(testApp, { name: 'Collection', slug: 'collection' })) as Phase
  const step = await build(testApp, {
    collection: 'steps',
    state: 'published',
    data: { title: 'Pay in full', slug: 'pay-in-full', follows: 'and', body: text('Pay.') },
  })
  destination = await live({ title: 'Balance Paid', slug: 'balance-paid' })
  station = await live({
    title: 'Tax Due',
    slug: 'tax-due',
    steps: [step.id],
    connections: [{ to: destination.id, condition: 'You pay', transfer: false }],
  })
  await translate('phases', phase.id, { name: 'Cobro', summary: 'Una línea.' })
  await translate('steps', step.id, { title: 'Pague todo', body: text('Pague.') })
  await translate('stations', destination.id, { title: 'Saldo pagado', ...spanishPage })
  await translate('stations', station.id, {
    title: 'Impuesto adeudado',
    ...spanishPage,
    connections: [{ ...station.connections![0]!, condition: 'Usted paga' }],
  })
  await draft('phases', phase.id, { name: 'Collection, reworded' })
  await draft('stations', destination.id, { title: 'Balance Paid, reworded' })
  await draft('stations', station.id, { title: 'Tax Due, reworded' })
})

afterAll(() => testApp.close())

const page = `{
  title
  phase { name stations(sort: "slug") { docs { title } } }
  steps { title }
  connections { condition to { title phase { name } } }
}`

const english = {
  title: 'Tax Due',
  phase: {
    name: 'Collection',
    stations: { docs: [{ title: 'Balance Paid' }, { title: 'Tax Due' }] },
  },
  steps: [{ title: 'Pay in full' }],
  connections: [
    { condition: 'You pay', to: { title: 'Balance Paid', phase: { name: 'Collection' } } },
  ],
}

const spanish = {
  title: 'Impuesto adeudado',
  phase: {
    name: 'Cobro',
    stations: { docs: [{ title: 'Saldo pagado' }, { title: 'Impuesto adeudado' }] },
  },
  steps: [{ title: 'Pague todo' }],
  connections: [
    { condition: 'Usted paga', to: { title: 'Saldo pagado', phase: { name: 'Cobro' } } },
  ],
}

describe('parts of one question in two languages', () => {
  it('keep their language in everything below, English first', async () => {
    const { data } = await ask(`{
      en: stationBySlug(slug: "tax-due", locale: en) ${page}
      es: stationBySlug(slug: "tax-due", locale: es) ${page}
    }`)
    expect(data).toEqual({ en: english, es: spanish })
  })

  it('keep their language in everything below, Spanish first', async () => {
    const { data } = await ask(`{
      es: stationBySlug(slug: "tax-due", locale: es) ${page}
      en: stationBySlug(slug: "tax-due", locale: en) ${page}
    }`)
    expect(data).toEqual({ en: english, es: spanish })
  })

  it('keep their language in the queries for one and for many documents', async () => {
    const { data } = await ask(
      `query ($id: String!) {
        es: Station(id: $id, locale: es) ${page}
        en: Stations(where: { slug: { equals: "tax-due" } }, locale: en) { docs ${page} }
      }`,
      { variables: { id: station.id } },
    )
    expect(data).toEqual({ en: { docs: [english] }, es: spanish })
  })

  it('leave a part that names none in English', async () => {
    const { data } = await ask(`{
      es: stationBySlug(slug: "tax-due", locale: es) ${page}
      unnamed: stationBySlug(slug: "tax-due") ${page}
    }`)
    expect(data).toEqual({ es: spanish, unnamed: english })
  })

  it('may change language further down, for all below that part', async () => {
    const { data } = await ask(`{
      stationBySlug(slug: "tax-due", locale: es) {
        title
        english: phase(locale: en) { name stations(sort: "slug") { docs { title } } }
        spanish: phase { name stations(sort: "slug") { docs { title } } }
      }
    }`)
    expect(data).toEqual({
      stationBySlug: { title: spanish.title, english: english.phase, spanish: spanish.phase },
    })
  })

  it('leave nothing behind for the next question', async () => {
    await ask(`{ stationBySlug(slug: "tax-due", locale: es) ${page} }`)
    const { data } = await ask(`{ stationBySlug(slug: "tax-due") ${page} }`)
    expect(data).toEqual({ stationBySlug: english })
  })
})

describe('parts of one question of which one asks for drafts', () => {
  const fields = '{ title phase { name } connections { to { title } } }'
  const live = {
    title: 'Tax Due',
    phase: { name: 'Collection' },
    connections: [{ to: { title: 'Balance Paid' } }],
  }
  const reworded = {
    title: 'Tax Due, reworded',
    phase: { name: 'Collection, reworded' },
    connections: [{ to: { title: 'Balance Paid, reworded' } }],
  }
  const draftFirst = `query ($id: String!) {
    draft: Station(id: $id, draft: true) ${fields}
    live: Station(id: $id, draft: false) ${fields}
    unsaid: Station(id: $id) ${fields}
  }`
  const draftLast = `query ($id: String!) {
    live: Station(id: $id, draft: false) ${fields}
    unsaid: Station(id: $id) ${fields}
    draft: Station(id: $id, draft: true) ${fields}
  }`

  it('show an editor drafts below that part alone when it comes first', async () => {
    const { data } = await ask(draftFirst, { as: 'editor', variables: { id: station.id } })
    expect(data).toEqual({ draft: reworded, live, unsaid: live })
  })

  it('show an editor drafts below that part alone when it comes last', async () => {
    const { data } = await ask(draftLast, { as: 'editor', variables: { id: station.id } })
    expect(data).toEqual({ draft: reworded, live, unsaid: live })
  })

  it('show an editor drafts of lists alone where they are asked for', async () => {
    const { data } = await ask(
      `{
        draft: Stations(where: { slug: { equals: "tax-due" } }, draft: true) { docs ${fields} }
        live: Stations(where: { slug: { equals: "tax-due" } }) { docs ${fields} }
        plain: stationBySlug(slug: "tax-due") ${fields}
      }`,
      { as: 'editor' },
    )
    expect(data).toEqual({ draft: { docs: [reworded] }, live: { docs: [live] }, plain: live })
  })

  it('show an editor drafts further down alone where they are asked for', async () => {
    const { data } = await ask(
      `query ($id: String!) {
        Station(id: $id) { title draft: phase(draft: true) { name } live: phase { name } }
      }`,
      { as: 'editor', variables: { id: station.id } },
    )
    expect(data).toEqual({
      Station: { title: live.title, draft: reworded.phase, live: live.phase },
    })
  })

  it('are refused to a reader, who has no drafts to ask for', async () => {
    const { body } = await testApp.graphql(draftFirst, { variables: { id: station.id } })
    expect(body.data).toBeNull()
    expect(body.errors).toMatchObject([{ extensions: { code: 'NOT_SIGNED_IN' } }])
  })
})

/** A station everybody can read, on the line of the test. */
function live(data: Record<string, unknown>): Promise<Station> {
  return buildStation(testApp, { state: 'published', phase: phase.id, ...data })
}

/** Makes the Spanish words of a document live. */
async function translate(
  collection: 'phases' | 'stations' | 'steps',
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  await revise(testApp, { collection, id, locale: 'es', state: 'published', ...data })
}

/** Saves a draft over a live document. */
async function draft(
  collection: 'phases' | 'stations',
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  await revise(testApp, { collection, id, ...data })
}

async function ask(
  question: string,
  options: { as?: PersonName; variables?: Record<string, unknown> } = {},
): Promise<{ data: unknown }> {
  const { status, body } = await testApp.graphql(question, options)
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
  return { data: body.data }
}
