import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { build, buildStation, text } from '../../support/content.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  await buildStation(testApp, { slug: 'not-yet-open', title: 'Not yet open' })
  await build(testApp, {
    collection: 'notices',
    state: 'draft',
    data: {
      code: 'CP9999',
      title: 'Never sent',
      aliases: ['Letter 9999'],
      overview: text('Nobody has received this.'),
    },
  })
})

afterAll(() => testApp.close())

describe('stationBySlug', () => {
  it('gives the station with this address', async () => {
    expect(await stationBySlug('balance-paid')).toEqual({
      slug: 'balance-paid',
      title: 'Balance Paid',
    })
  })

  it('gives it in Spanish', async () => {
    expect(await stationBySlug('balance-paid', { locale: 'es' })).toEqual({
      slug: 'balance-paid',
      title: 'Saldo pagado',
    })
  })

  it('gives what belongs to it in Spanish too', async () => {
    const { body } = await testApp.graphql(
      '{ stationBySlug(slug: "balance-paid", locale: es) { phase { name } steps { title } } }',
    )
    const english = await testApp.graphql(
      '{ stationBySlug(slug: "balance-paid", locale: en) { phase { name } steps { title } } }',
    )
    const steps = (answer: typeof body) =>
      (answer.data as unknown as { stationBySlug: { steps: { title: string }[] } }).stationBySlug
        .steps
    expect(body.data).toMatchObject({ stationBySlug: { phase: { name: 'Cobro' } } })
    expect(steps(body)).toHaveLength(steps(english.body).length)
    expect(steps(body)).not.toEqual(steps(english.body))
  })

  for (const slug of ['nowhere', '', 'balance', 'balance-paid ', '%', 'not-yet-open'])
    it(`gives nothing for “${slug}”`, async () => {
      expect(await stationBySlug(slug)).toBeNull()
    })

  it('gives a draft to staff', async () => {
    expect(await stationBySlug('not-yet-open', { as: 'editor' })).toEqual({
      slug: 'not-yet-open',
      title: 'Not yet open',
    })
  })
})

describe('noticeByCode', () => {
  for (const spelling of [
    'CP14',
    'cp14',
    'cp-14',
    'CP 14',
    'Cp.14',
    ' CP  14 ',
    'C P 1 4',
    'notice cp14',
    'Notice CP14',
    'IRS Notice CP 14',
    'Aviso CP14',
    'ＣＰ１４',
  ])
    it(`finds CP14 as “${spelling}”`, async () => {
      expect(await noticeByCode(spelling)).toMatchObject({ code: 'CP14' })
    })

  for (const spelling of [
    'LT11',
    'lt-11',
    'Letter 1058',
    'LTR1058',
    'ltr 1058',
    'L-1058',
    'Carta 1058',
    'Letter 11',
    'LTR11',
    'ltr 11',
  ])
    it(`finds LT11 as “${spelling}”`, async () => {
      expect(await noticeByCode(spelling)).toMatchObject({ code: 'LT11' })
    })

  it('gives it in Spanish', async () => {
    const english = await noticeByCode('LT11')
    const spanish = await noticeByCode('LT11', { locale: 'es' })
    expect(spanish).toEqual({
      code: 'LT11',
      title:
        'Aviso de intención de embargo y de su derecho a una audiencia del debido proceso de cobro',
    })
    expect(english).not.toEqual(spanish)
  })

  for (const code of [
    '',
    '   ',
    '---',
    '%',
    'CP',
    'CP1',
    'CP140000',
    'notice',
    'letter',
    'nonsense',
    'CP9999',
    'Letter 9999',
  ])
    it(`gives nothing for “${code}”`, async () => {
      expect(await noticeByCode(code)).toBeNull()
    })

  it('gives a draft to staff, by its code and by its other codes', async () => {
    expect(await noticeByCode('cp 9999', { as: 'editor' })).toMatchObject({ code: 'CP9999' })
    expect(await noticeByCode('LTR9999', { as: 'editor' })).toMatchObject({ code: 'CP9999' })
  })

  it('prefers the notice that has the code to one that has it as another code', async () => {
    await build(testApp, {
      collection: 'notices',
      state: 'published',
      data: {
        code: 'CP9001',
        title: 'Has CP14 as another code',
        summary: 'A notice.',
        aliases: ['CP14'],
        overview: text('A notice.'),
      },
    })
    expect(await noticeByCode('cp14')).toMatchObject({ code: 'CP14' })
    expect(await noticeByCode('cp9001')).toMatchObject({ code: 'CP9001' })
  })
})

describe('searchKey over REST', () => {
  for (const spelling of ['CP 14', 'cp-14', 'Notice CP14'])
    it(`finds CP14 as “${spelling}”`, async () => {
      expect(await codesWhere({ searchKey: { equals: spelling } })).toEqual(['CP14'])
    })

  it('finds several at once', async () => {
    expect(await codesWhere({ searchKey: { in: 'CP 14,LT 11' } })).toEqual(['CP14', 'LT11'])
  })

  it('finds by other codes', async () => {
    expect(await codesWhere({ aliasKeys: { in: 'Letter 1058' } })).toEqual(['LT11'])
  })

  it('finds within conditions joined by or', async () => {
    expect(
      await codesWhere({
        or: [{ searchKey: { equals: 'LTR1058' } }, { aliasKeys: { in: 'LTR1058' } }],
      }),
    ).toEqual(['LT11'])
  })

  it('finds no draft', async () => {
    expect(await codesWhere({ searchKey: { equals: 'CP9999' } })).toEqual([])
  })

  it('finds no draft by its other codes', async () => {
    expect(await codesWhere({ aliasKeys: { in: 'Letter 9999' } })).toEqual([])
  })

  async function codesWhere(where: Record<string, unknown>): Promise<string[]> {
    const { status, body } = await testApp
      .anonymous()
      .get('/api/notices')
      .query({ where: JSON.stringify(where), sort: 'code', depth: 0 })
    expect(status).toBe(200)
    expect(body.totalDocs).toBe(body.docs.length)
    return (body.docs as { code: string }[]).map(({ code }) => code)
  }

  it('is written with brackets as well', async () => {
    const { body } = await testApp.anonymous().get('/api/notices?where[searchKey][equals]=CP 14')
    expect(body.docs).toMatchObject([{ code: 'CP14' }])
  })
})

interface Asked {
  as?: PersonName
  locale?: 'en' | 'es'
}

async function stationBySlug(slug: string, { as, locale }: Asked = {}): Promise<unknown> {
  const data = await answered(
    'query ($slug: String!, $locale: LocaleInputType) { found: stationBySlug(slug: $slug, locale: $locale) { slug title } }',
    { slug, locale },
    as,
  )
  return data.found
}

async function noticeByCode(code: string, { as, locale }: Asked = {}): Promise<unknown> {
  const data = await answered(
    'query ($code: String!, $locale: LocaleInputType) { found: noticeByCode(code: $code, locale: $locale) { code title } }',
    { code, locale },
    as,
  )
  return data.found
}

async function answered(
  question: string,
  variables: Record<string, unknown>,
  as: PersonName | undefined,
): Promise<{ found: unknown }> {
  const { status, body } = await testApp.graphql(question, { variables, ...(as ? { as } : {}) })
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
  return body.data as unknown as { found: unknown }
}
