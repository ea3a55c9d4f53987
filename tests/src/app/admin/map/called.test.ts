import { describe, expect, it } from 'vitest'
import { called } from '../../../../../src/app/admin/map/called.ts'

const choices = ['Balance Paid', 'Balance Due', 'Case Closed', 'Revisión de la paga'].map(
  (name) => ({ id: name, name, line: '' }),
)
const found = (typed: string) => called(typed, choices).map(({ name }) => name)

describe('a station that is looked for by its name', () => {
  it.each([
    ['some letters', 'bal', ['Balance Paid', 'Balance Due']],
    ['words in any order', 'paid bal', ['Balance Paid']],
    ['another case and without accents', 'REVISION', ['Revisión de la paga']],
    ['what is in the middle, after what begins so', 'pa', ['Balance Paid', 'Revisión de la paga']],
    ['nothing', '  ', []],
    ['what none is called', 'zebra', []],
  ])('is found by %s', (_title, typed, names) => {
    expect(found(typed)).toEqual(names)
  })

  it('is named first when it is called just that', () => {
    const more = [{ id: '1', name: 'Case Closed Again', line: '' }, ...choices]
    expect(called('case closed', more)[0]!.name).toBe('Case Closed')
  })
})
