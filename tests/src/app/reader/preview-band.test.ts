import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moment } from '../../../../src/app/(reader)/words.ts'
import { build, buildPhase, buildStation, revise } from '../../../support/content.ts'
import { listen } from '../../../support/http.ts'
import { startReader, wordsOf, type ReaderSite } from '../../../support/reader.ts'
import { bringTo } from '../../../support/review.ts'

let site: ReaderSite
let phase: { id: string }
/** Live, with a draft in English by two people. */
let audit: { id: string }
/** Never published. */
let unborn: { id: string }

interface Made {
  token: string
  expiresAt: string
}

beforeAll(async () => {
  site = await startReader()
  phase = await buildPhase(site, { slug: 'exam', name: 'Examination' })
  audit = await station({ slug: 'audit', title: 'The audit', state: 'published' })
  unborn = await station({ slug: 'unborn', title: 'The newcomer' })
  await revise(site, { ...auditPlace(), title: 'The audit, drafted', as: 'editor2' })
  await revise(site, { ...auditPlace(), summary: 'Anew.', as: 'reviewer' })
})
afterAll(() => site.close())

const station = (data: object) => buildStation(site, { phase: phase.id, ...data })
const auditPlace = () => ({ collection: 'stations', id: audit.id }) as const

async function make(...ids: string[]): Promise<Made> {
  return makeOf(ids.map((id) => ({ collection: 'stations', id })))
}

async function makeOf(documents: { collection: string; id: string }[]): Promise<Made> {
  const { body } = await site
    .anonymous()
    .post('/api/previews')
    .set('Authorization', await site.authorization('editor'))
    .send({ documents })
    .expect(201)
  return body as Made
}

const read = (path: string, { token }: Made) =>
  site.page(path, { cookie: `stationmaster-preview=${token}` })

/** The band of a page: its words, and where its links lead. */
async function bandOn(path: string, made: Made) {
  const { document } = await read(path, made)
  const band = document.querySelector('.sm-preview')!
  const links = [...band.querySelectorAll('a')].map((link) => [
    link.textContent,
    link.getAttribute('href'),
  ])
  return { band, links, words: wordsOf(band) }
}

async function lastChange(id: string): Promise<string> {
  const { updatedAt } = await site.payload.findByID({ collection: 'stations', id, draft: true })
  return updatedAt
}

describe('the band of a preview', () => {
  it('says of a page that is a draft in whose words it is, since when, and until when', async () => {
    const made = await make(audit.id)
    const { band, links, words } = await bandOn('/stations/audit', made)
    const changed = moment(await lastChange(audit.id), 'en')
    expect(words).toBe(
      'Preview: not public yet. ' +
        `This page is a draft in the words of Edward Editor and Rosa Reviewer, last changed on ${changed}. ` +
        'It changes what is public. ' +
        `This preview ends on ${moment(made.expiresAt, 'en')}. Leave the preview`,
    )
    expect(links).toEqual([['Leave the preview', '/preview/leave']])
    expect([band.tagName, band.getAttribute('aria-label')]).toEqual(['SECTION', 'Preview'])
  })

  it('says so in Spanish on a Spanish page', async () => {
    const made = await make(audit.id, unborn.id)
    const { band, words } = await bandOn('/es/stations/audit', made)
    const changed = moment(await lastChange(audit.id), 'es')
    expect(words).toBe(
      'Vista previa: todavía no es público. ' +
        `Esta página es un borrador con palabras de Edward Editor y Rosa Reviewer; su último cambio es del ${changed}. ` +
        'Cambia lo que es público. ' +
        'También en borrador: The newcomer (todavía no es público) ' +
        `Esta vista previa termina el ${moment(made.expiresAt, 'es')}. Salir de la vista previa`,
    )
    expect(band.getAttribute('aria-label')).toBe('Vista previa')
    const title = band.querySelector('a')!
    expect([title.getAttribute('href'), title.getAttribute('lang')]).toEqual([
      '/es/stations/unborn',
      'en',
    ])
  })

  it('names the other drafts, and whether they change what is public', async () => {
    const made = await make(audit.id, unborn.id)
    const there = await bandOn('/stations/audit', made)
    expect(there.words).toContain('Also drafted: The newcomer (not public yet)')
    expect(there.links[0]).toEqual(['The newcomer', '/stations/unborn'])
    const here = await bandOn('/stations/unborn', made)
    const changed = moment(await lastChange(unborn.id), 'en')
    expect(here.words).toContain(
      `This page is a draft in the words of Elena Editor, last changed on ${changed}. ` +
        'Also drafted: The audit, drafted (changes what is public)',
    )
  })

  it('says of every other page that it is no draft, and names all drafts', async () => {
    const made = await make(audit.id, unborn.id)
    for (const path of ['/', '/map', '/notices']) {
      const { words } = await bandOn(path, made)
      expect(words).toContain('This page is no draft itself, but may show parts of drafts.')
      expect(words).toContain(
        'Drafted: The audit, drafted (changes what is public); The newcomer (not public yet)',
      )
    }
  })

  it('names more than three others in a list that opens', async () => {
    const many = [unborn.id]
    for (let number = 1; number <= 3; number += 1)
      many.push((await station({ title: `Further ${number}` })).id)
    const { band } = await bandOn('/stations/audit', await make(audit.id, ...many))
    const list = band.querySelector('details')!
    expect(list.hasAttribute('open')).toBe(false)
    expect(list.querySelector('summary')!.textContent).toBe('Also drafted: 4 texts')
    expect([...list.querySelectorAll('li')].map((one) => one.textContent)).toEqual([
      'The newcomer (not public yet)',
      'Further 1 (not public yet)',
      'Further 2 (not public yet)',
      'Further 3 (not public yet)',
    ])
  })

  it('leads to the map for a line, and nowhere for what has no name yet', async () => {
    const line = await buildPhase(site, { slug: 'court', name: 'Court', state: 'draft' })
    const nameless = await build(site, { collection: 'stations', data: { summary: 'S.' } })
    const made = await makeOf([
      { collection: 'phases', id: line.id },
      { collection: 'stations', id: nameless.id },
    ])
    const { links, words } = await bandOn('/', made)
    expect(links[0]).toEqual(['Court', '/map?line=court'])
    expect(links).toHaveLength(2)
    expect(words).toContain('Court (not public yet); Stop on the map (not public yet)')
  })

  it('says when a draft was published meanwhile, and when there is none any more', async () => {
    const { id } = await station({ slug: 'soon', title: 'Soon public' })
    const both = await make(id, unborn.id)
    const alone = await make(id)
    await bringTo(site, { collection: 'stations', id, state: 'published' })
    const { words } = await bandOn('/stations/soon', both)
    expect(words).toContain('Preview: not public yet. This page is public as you read it.')
    expect(words).toContain('Drafted: The newcomer (not public yet)')
    expect((await bandOn('/stations/soon', alone)).words).toMatch(
      /^Preview: there are no drafts in it any more\. This preview ends on/,
    )
  })

  it('says nothing of a page that is not there', async () => {
    const { words } = await bandOn('/nothing/here', await make(audit.id))
    expect(words).toMatch(/^Preview: not public yet\. Drafted: The audit, drafted/)
    expect(words).not.toContain('This page')
  })

  it('shows names as the words that they are', async () => {
    const { id } = await site.person('publisher')
    await site.payload.update({
      collection: 'users',
      id,
      data: { name: '<b>Paul</b> & "Co"' },
      overrideAccess: false,
      user: await site.person('administrator'),
    })
    const draft = await station({ slug: 'by-paul', as: 'publisher' })
    const { band, words } = await bandOn('/stations/by-paul', await make(draft.id))
    expect(words).toContain('in the words of <b>Paul</b> & "Co",')
    expect(band.querySelector('b')).toBeNull()
  })
})

describe('a page without a preview', () => {
  it('costs one question, and asks for no drafts', async () => {
    const questions: string[] = []
    const through = await listen((req, res) => {
      const parts: Buffer[] = []
      req.on('data', (part: Buffer) => parts.push(part))
      req.on('end', () => {
        const body = Buffer.concat(parts)
        questions.push(String(body))
        const headers = { 'Content-Type': 'application/json', ...previewIn(req.headers) }
        void fetch(site.origin + req.url, { method: 'POST', headers, body }).then(
          async (answer) => {
            res.writeHead(answer.status, { 'Content-Type': 'application/json' })
            res.end(Buffer.from(await answer.arrayBuffer()))
          },
        )
      })
    })
    site.askApiAt(through.origin)
    const before = await site.page('/stations/audit')
    const asked = questions.splice(0)
    await read('/stations/audit', await make(audit.id))
    site.askApiAt()
    await through.close()
    expect(before.document.querySelector('.sm-preview')).toBeNull()
    expect([asked.length, asked.filter((one) => one.includes('preview(')).length]).toEqual([1, 0])
    expect(questions.filter((one) => one.includes('preview('))).toHaveLength(1)
  })
})

function previewIn({
  preview,
}: Record<string, string | string[] | undefined>): Record<string, string> {
  return preview === undefined ? {} : { Preview: String(preview) }
}
