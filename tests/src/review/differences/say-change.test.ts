import { beforeAll, describe, expect, it } from 'vitest'
import type { VisibleContent } from '../../../../src/content/visible-content.ts'
import { changesBetween } from '../../../../src/review/differences/changes-between.ts'
import { sayChange } from '../../../../src/review/differences/say-change.ts'
import { contentOf, contentTypes, type ContentType } from '../../../support/content-types.ts'
import { block, paragraph, run, textOf } from '../../../support/lexical.ts'

let typeOf: (slug: string) => ContentType

beforeAll(async () => {
  typeOf = await contentTypes()
})

type Values = Record<string, unknown>

const names: Record<string, string> = { s1: 'Balance Paid', s2: 'Audit', n1: 'CP14', p1: 'Exam' }

/** What is said of the change from one document to another, in both languages. */
function said(collection: string, before: Values, after: Values): { en: string[]; es: string[] } {
  const content = (values: Values): VisibleContent =>
    contentOf(typeOf(collection), collection, values)
  const changes = changesBetween({
    before: content(before),
    after: content(after),
    fields: typeOf(collection).fields,
  })
  const inLanguage = (language: 'en' | 'es') =>
    changes.map((change) => sayChange(change, { language, nameOf: ({ id }) => names[id] ?? id }))
  return { en: inLanguage('en'), es: inLanguage('es') }
}

describe('A change is said as what it means:', () => {
  it.each<
    [what: string, collection: string, before: Values, after: Values, en: string, es: string]
  >([
    [
      'an address',
      'stations',
      { slug: 'a' },
      { slug: 'b' },
      'The address changes from /stations/a to /stations/b; readers are led from the old one.',
      'La dirección cambia de /stations/a a /stations/b; a los lectores se les lleva desde la forma anterior.',
    ],
    [
      'a name without a page',
      'phases',
      { slug: 'exam' },
      { slug: 'audit' },
      'The address changes from “exam” to “audit”; readers are led from the old one.',
      'La dirección cambia de «exam» a «audit»; a los lectores se les lleva desde la forma anterior.',
    ],
    [
      'a code with the search key that follows from it',
      'notices',
      { code: 'CP14', searchKey: 'cp14' },
      { code: 'CP15', searchKey: 'cp15' },
      'The code changes from “CP14” to “CP15”; readers are led from the old one.',
      'El código cambia de «CP14» a «CP15»; a los lectores se les lleva desde la forma anterior.',
    ],
    [
      'a search key that is not the one of its code',
      'notices',
      { code: 'CP14', searchKey: 'cp14' },
      { code: 'CP14', searchKey: 'cp99' },
      '“Search key” changes from “cp14” to “cp99”.',
      '«Clave de búsqueda» cambia de «cp14» a «cp99».',
    ],
    [
      'another code of the same letter',
      'notices',
      { aliases: ['Letter 1058'] },
      { aliases: ['Letter 1058', 'LT11'] },
      'It is also found as “LT11” now.',
      'Ahora también se encuentra como «LT11».',
    ],
    [
      'a title',
      'stations',
      { title: { en: 'Balance', es: 'Saldo' } },
      { title: { en: 'Balance', es: 'Saldo pagado' } },
      'In Spanish, the title changes from “Saldo” to “Saldo pagado”.',
      'En español, el título cambia de «Saldo» a «Saldo pagado».',
    ],
    [
      'a choice',
      'stations',
      { kind: 'stop' },
      { kind: 'hub' },
      '“Kind” changes from “Stop” to “Hub, where lines branch”.',
      '«Tipo» cambia de «Parada» a «Central, donde se bifurcan».',
    ],
    [
      'a number',
      'stations',
      { order: 3 },
      { order: 1200 },
      '“Place on the line” changes from 3 to 1,200.',
      '«Lugar en la línea» cambia de 3 a 1,200.',
    ],
    [
      'a tick',
      'stations',
      {},
      { isEnd: true },
      'The way now ends here.',
      'El camino ahora termina aquí.',
    ],
    [
      'a document in place of another',
      'stations',
      { phase: 'p1' },
      { phase: 'p2' },
      'The phase changes from Exam to p2.',
      'La fase cambia de Exam a p2.',
    ],
    [
      'a place on the map',
      'stations',
      { position: { x: 1, y: 2 } },
      { position: { x: 1, y: 3 } },
      'The place on the map changes.',
      'El lugar en el mapa cambia.',
    ],
    [
      'a place on the map that is given up',
      'stations',
      { position: { x: 1, y: 2 } },
      { position: {} },
      'The place on the map is left to the layout again.',
      'El lugar en el mapa lo decide otra vez el diseño automático.',
    ],
    [
      'a connection that changes lines',
      'stations',
      { connections: [{ to: 's1', transfer: false }] },
      { connections: [{ to: 's1', transfer: true }] },
      'The way to Balance Paid now changes to another line.',
      'El camino a Balance Paid ahora cambia de línea.',
    ],
    [
      'a new connection without a condition',
      'stations',
      {},
      { connections: [{ to: 's2' }] },
      'It now leads to Audit.',
      'Ahora lleva a Audit.',
    ],
    [
      'a source',
      'stations',
      { sourcing: { source: 'https://a.gov/1' } },
      { sourcing: { source: 'https://a.gov/2' } },
      'The source that readers are shown changes from “https://a.gov/1” to “https://a.gov/2”.',
      'La fuente que ven los lectores cambia de «https://a.gov/1» a «https://a.gov/2».',
    ],
    [
      'the day a source was checked',
      'stations',
      {},
      { sourcing: { checkedOn: '2026-11-22T00:00:00.000Z' } },
      'The day the source was last checked is now November 22, 2026; there was nothing before.',
      'El día en que se verificó la fuente es ahora 22 de noviembre de 2026; antes no había nada.',
    ],
    [
      'a new deadline',
      'notices',
      {},
      { deadline: { count: 1, unit: 'months' } },
      'The deadline is now 1 month; there was none.',
      'El plazo es ahora de 1 mes; antes no había.',
    ],
    [
      'a deadline that is different for some people',
      'notices',
      {
        deadline: {
          alternatives: [{ when: { en: 'abroad', es: 'afuera' }, count: 90, unit: 'calendarDays' }],
        },
      },
      {
        deadline: {
          alternatives: [
            { when: { en: 'abroad', es: 'afuera' }, count: 150, unit: 'calendarDays' },
          ],
        },
      },
      'Other deadline 1 goes from 90 days to 150 days.',
      'El otro plazo 1 pasa de 90 días a 150 días.',
    ],
    [
      'a phone number, known by what it is for',
      'help-organizations',
      { phones: [{ number: '+18005550100', label: { en: 'Toll free', es: 'Gratis' } }] },
      { phones: [{ number: '+18005550199', label: { en: 'Toll free', es: 'Gratis' } }] },
      'The phone number changes from “+18005550100” to “+18005550199”.',
      'El número de teléfono cambia de «+18005550100» a «+18005550199».',
    ],
    [
      'a language',
      'help-organizations',
      { languages: ['en'] },
      { languages: ['en', 'es'] },
      '“Spanish” is added to “Languages they help in”, in place 2.',
      '«Español» se añade a «Idiomas en que atienden», en el lugar 2.',
    ],
    [
      'an address of a form in a language',
      'forms',
      { urls: [{ language: 'en', url: 'https://a.gov/1' }] },
      { urls: [{ language: 'en', url: 'https://a.gov/2' }] },
      '“Address” of the address in English changes from “https://a.gov/1” to “https://a.gov/2”.',
      '«Dirección» de la dirección en Inglés cambia de «https://a.gov/1» a «https://a.gov/2».',
    ],
    [
      'an advice for a situation that is moved',
      'steps',
      { alternatives: [{ situation: 'agree' }, { situation: 'disagree' }] },
      { alternatives: [{ situation: 'disagree' }, { situation: 'agree' }] },
      'The advice for “Disagrees” moves from place 2 to 1.',
      'El consejo para «No está de acuerdo» pasa del lugar 2 al 1.',
    ],
    [
      'the bytes of a file',
      'media',
      { filename: 'map.png', sha256: 'a' },
      { filename: 'map.png', sha256: 'b' },
      'What is in the file “map.png” changes.',
      'Lo que hay en el archivo «map.png» cambia.',
    ],
    [
      'a value of a field that is there no more',
      'phases',
      { colour: '#000000' },
      { colour: 7 },
      '“Line colour” changes from “#000000” to “7”.',
      '«Color de la línea» cambia de «#000000» a «7».',
    ],
  ])('%s', (_what, collection, before, after, en, es) => {
    expect(said(collection, before, after)).toEqual({ en: [en], es: [es] })
  })

  it.each(['toString', 'constructor', '__proto__'])(
    'a block whose type is a name that every object has: %s',
    (type) => {
      const text = (...blocks: unknown[]) => ({
        en: textOf(paragraph(run('You got a bill.')), ...blocks),
      })
      const added = said(
        'notices',
        { whereToGetHelp: text() },
        { whereToGetHelp: text(block(type, [run('It is paid.')])) },
      )
      expect(added.en).toHaveLength(1)
      expect(added.en[0]).toMatch(/^In English, .*\.$/)
    },
  )

  it('a list whose kind is a name that every object has', () => {
    const list = (listType: string) => ({
      en: textOf(block('list', [block('listitem', [run('Pay.')])], { listType })),
    })
    const { en, es } = said(
      'notices',
      { whereToGetHelp: list('number') },
      { whereToGetHelp: list('toString') },
    )
    expect(en[0]).toContain('a list becomes one of another kind')
    expect(es[0]).toContain('una lista pasa a ser de otro tipo')
  })

  it('all that changes about one row, one sentence after the other', () => {
    const text = (words: string) => ({ en: textOf(paragraph(run(words))) })
    const { en } = said(
      'stations',
      { examples: [{ text: text('You got a bill and paid it online.') }] },
      { examples: [{ text: text('You got a letter and paid it online.'), notices: ['n1'] }] },
    )
    expect(en).toEqual([
      'In English, 1 word changes in “Example” of example 1. The notice CP14 is added to “Notices it names” of example 1, in place 1.',
    ])
  })
})
