import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, revise, text } from '../../../support/content.ts'
import { startReader, wordsOf, type ReaderSite } from '../../../support/reader.ts'

interface Case {
  deadline: Record<string, unknown>
  en: string
  es: string
}

const noticeDate = { startsFrom: 'noticeDate' }
const only = { printedDateWins: false }

/** What a deadline is in the content model, and how the page says it. */
const cases: Case[] = [
  {
    deadline: { count: 30, unit: 'calendarDays', ...noticeDate, printedDateWins: true },
    en: 'Within 30 days of the date printed on the notice. If the letter prints a date, that date counts.',
    es: 'En un plazo de 30 días desde la fecha impresa en el aviso. Si la carta lleva impresa una fecha, vale esa fecha.',
  },
  {
    deadline: { count: 1, unit: 'calendarDays', startsFrom: 'receipt', ...only },
    en: 'Within 1 day of the day you got the notice.',
    es: 'En un plazo de 1 día desde el día en que recibió el aviso.',
  },
  {
    deadline: { count: 10, unit: 'businessDays', ...noticeDate, ...only },
    en: 'Within 10 business days of the date printed on the notice.',
    es: 'En un plazo de 10 días hábiles desde la fecha impresa en el aviso.',
  },
  {
    deadline: { count: 1, unit: 'businessDays', ...only },
    en: 'Within 1 business day.',
    es: 'En un plazo de 1 día hábil.',
  },
  {
    deadline: {
      count: 30,
      unit: 'calendarDays',
      startsFrom: 'fifthBusinessDayAfterFiling',
      ...only,
    },
    en: 'Within 30 days, counted from the fifth business day after the lien was filed.',
    es: 'En un plazo de 30 días, contados desde el quinto día hábil después de registrarse el gravamen.',
  },
  {
    deadline: { count: 2, unit: 'years', startsFrom: 'determination', ...only, extendable: 'no' },
    en: 'Within 2 years of the date of the determination. More time Nobody can give you more time.',
    es: 'En un plazo de 2 años desde la fecha de la determinación. Más tiempo Nadie puede darle más tiempo.',
  },
  {
    deadline: { count: 1, unit: 'months', ...noticeDate, ...only, extendable: 'yes' },
    en: 'Within 1 month of the date printed on the notice. More time You can ask for more time before this date.',
    es: 'En un plazo de 1 mes desde la fecha impresa en el aviso. Más tiempo Puede pedir más tiempo antes de esa fecha.',
  },
  {
    deadline: { count: 3, unit: 'months', ...only, extendable: 'unknown' },
    en: 'Within 3 months. More time We do not know whether you can get more time. Ask before the date has passed.',
    es: 'En un plazo de 3 meses. Más tiempo No sabemos si puede obtener más tiempo. Pregunte antes de que pase la fecha.',
  },
  {
    deadline: { count: 3660, unit: 'calendarDays', ...noticeDate, ...only },
    en: 'Within 3,660 days of the date printed on the notice.',
    es: 'En un plazo de 3,660 días desde la fecha impresa en el aviso.',
  },
  {
    deadline: { count: 1, unit: 'years', ...only },
    en: 'Within 1 year.',
    es: 'En un plazo de 1 año.',
  },
  {
    deadline: { printedDateWins: true, extendable: 'yes' },
    en: 'Look for a date on the letter. If there is one, act before it.',
    es: 'Busque una fecha en la carta. Si la hay, actúe antes de ella.',
  },
  {
    deadline: {},
    en: 'Look for a date on the letter. If there is one, act before it.',
    es: 'Busque una fecha en la carta. Si la hay, actúe antes de ella.',
  },
]

let site: ReaderSite

beforeAll(async () => {
  site = await startReader()
  for (const [index, { deadline }] of cases.entries()) await notice(`CP${100 + index}`, deadline)
})
afterAll(() => site.close())

describe('a deadline', () => {
  it.each(cases.map((one, index) => ({ ...one, path: `/notices/cp${100 + index}` })))(
    'is said as a sentence: $en',
    async ({ en, es, path }) => {
      expect(await deadlineAt(path)).toBe(`By when ${en}`)
      expect(await deadlineAt(`/es${path}`)).toBe(`Hasta cuándo ${es}`)
    },
  )

  it('stands before everything else the page says of the letter', async () => {
    const { document } = await site.page('/notices/cp100')
    const headings = [...document.querySelectorAll('main h2')].map(({ textContent }) => textContent)
    expect(headings[0]).toBe('What to do, and by when')
  })

  it('says for whom it is another, what follows, and by which law, in both languages', async () => {
    const id = await notice('CP200', {
      count: 90,
      unit: 'calendarDays',
      startsFrom: 'noticeDate',
      printedDateWins: false,
      alternatives: [
        { count: 150, unit: 'calendarDays', when: 'you are outside of the United States' },
        { when: 'you are in a combat zone: ask us' },
      ],
      consequence: 'We may assess the tax.',
      authority: '26 U.S.C. 6213(a)',
    })
    const { payload } = site
    const { deadline } = await payload.findByID({ collection: 'notices', id, depth: 0 })
    const [abroad, combat] = deadline!.alternatives!
    await revise(site, {
      collection: 'notices',
      id,
      locale: 'es',
      deadline: {
        ...deadline,
        alternatives: [
          { ...abroad, when: 'usted está fuera de los Estados Unidos' },
          { ...combat, when: 'usted está en una zona de combate: pregúntenos' },
        ],
        consequence: 'Podemos determinar el impuesto.',
      },
      state: 'published',
    })
    expect(await deadlineAt('/notices/cp200')).toBe(
      'By when Within 90 days of the date printed on the notice. 150 days: you are outside of the United States you are in a combat zone: ask us If you do nothing We may assess the tax. The law behind it 26 U.S.C. 6213(a)',
    )
    expect(await deadlineAt('/es/notices/cp200')).toBe(
      'Hasta cuándo En un plazo de 90 días desde la fecha impresa en el aviso. 150 días: usted está fuera de los Estados Unidos usted está en una zona de combate: pregúntenos Si no hace nada Podemos determinar el impuesto. La ley en que se basa 26 U.S.C. 6213(a)',
    )
  })
})

async function notice(code: string, deadline: object): Promise<string> {
  const { id } = await build(site, {
    collection: 'notices',
    state: 'published',
    data: { code, kind: 'notice', title: code, summary: 'S.', overview: text('O.'), deadline },
  })
  return id
}

async function deadlineAt(path: string): Promise<string> {
  const { document } = await site.page(path)
  return wordsOf(document.querySelector('.sm-deadline dl'))
}
