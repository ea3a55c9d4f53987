import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { root } from '../support/build.ts'

const { origin, sessions } = inject('panel')
const editor = sessions['editor@stationmaster.test']!

let action: string
let station: { id: string }

beforeAll(async () => {
  action = actionOfPanel()
  const response = await fetch(`${origin}/api/stations?limit=1&depth=0`)
  station = ((await response.json()) as { docs: (typeof station)[] }).docs[0]!
})

/** What whoever forges a call would like the platform to believe. */
const forged = {
  _status: 'published',
  data: { _status: 'published', title: 'Forged' },
  docPermissions: { fields: true, update: true },
  docPreferences: { fields: {} },
  draft: false,
  formState: { title: { value: 'Forged', initialValue: '' }, _status: { value: 'published' } },
  initialData: { _status: 'published', title: 'Forged' },
  overrideAccess: true,
  req: { user: { id: '1', kind: 'person', roles: ['administrator', 'publisher'] } },
  user: { id: '1', kind: 'person', roles: ['administrator', 'publisher'] },
}

describe('a function of the panel that is called by hand', () => {
  it.each([
    'constructor',
    'toString',
    '__proto__',
    'schedule-publish',
    'get-upcoming-scheduled-publish',
    'get-folder-results-component-and-data',
    'nonsense',
  ])('is not there by the name of %s', async (name) => {
    for (const session of [undefined, editor]) {
      const { body, status } = await call({ name, args: { deleteID: station.id }, session })
      expect(status).toBe(500)
      expect(body).not.toMatch(/permissions|importMap|cookies|Success/)
    }
  })

  it.each([
    ['copy-data-from-locale', { fromLocale: 'en', toLocale: 'es', overrideData: true }],
    ['form-state', { operation: 'update', schemaPath: 'stations', updateLastEdited: true }],
    ['render-document', { drawerSlug: 'forged' }],
  ])('changes nothing that readers get: %s', async (name, args) => {
    const before = await live()
    for (const session of [undefined, editor])
      await call({
        name,
        args: { ...forged, ...args, collectionSlug: 'stations', docID: station.id, id: station.id },
        session,
      })
    expect(await live()).toBe(before)
    const { breaks } = (await ask('/api/ledger/verify')) as { breaks: unknown[] }
    expect(breaks).toEqual([])
  })

  it('is not answered to a page elsewhere', async () => {
    const { body, status } = await call({
      name: 'form-state',
      args: {},
      session: editor,
      from: 'https://elsewhere.example',
    })
    expect([status, body.includes('state')]).toEqual([500, false])
  })
})

async function live(): Promise<string> {
  const response = await fetch(`${origin}/api/stations/${station.id}?depth=0&locale=all`)
  expect(response.status).toBe(200)
  return response.text()
}

async function ask(address: string): Promise<unknown> {
  const response = await fetch(`${origin}${address}`, {
    headers: { authorization: `JWT ${editor}` },
  })
  return response.json()
}

/** Calls a function as the panel's pages do, with whatever arguments. */
async function call({
  name,
  args,
  session,
  from = origin,
}: {
  name: string
  args: object
  session: string | undefined
  from?: string
}): Promise<{ status: number; body: string }> {
  const response = await fetch(`${origin}/admin`, {
    method: 'POST',
    headers: {
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      'next-action': action,
      origin: from,
      ...(session ? { authorization: `JWT ${session}` } : {}),
    },
    body: JSON.stringify([{ name, args }]),
  })
  return { status: response.status, body: await response.text() }
}

/** The number under which Next takes calls of the panel's functions. */
function actionOfPanel(): string {
  const file = path.join(root, '.next/server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as {
    node: Record<string, { filename: string }>
  }
  const [found] = Object.entries(node).find(([, { filename }]) => filename.includes('(payload)'))!
  return found
}
