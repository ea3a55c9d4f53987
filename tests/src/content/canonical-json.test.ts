import { isDeepStrictEqual } from 'node:util'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type JsonValue } from '../../../src/content/canonical-json.ts'

/** Samples of RFC 8785, appendix B: the bits of a number, and how it is written. */
const numbers = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const

const numberOf = (bits: string) => Buffer.from(bits, 'hex').readDoubleBE()

describe('Canonical JSON, by the samples of RFC 8785', () => {
  it.each(numbers)('writes the number %s as %s', (bits, text) => {
    expect(canonicalJson(numberOf(bits))).toBe(text)
  })

  it.each(['7fffffffffffffff', '7ff0000000000000'])('refuses %s, which is no number', (bits) => {
    expect(() => canonicalJson(numberOf(bits))).toThrow(/found (NaN|Infinity) at the top/)
  })

  const sample = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`) as JsonValue

  it('writes numbers, text and literals in one spelling (section 3.2.2)', () => {
    expect(canonicalJson(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('is these bytes in UTF-8 (section 3.2.4)', () => {
    expect(Buffer.from(canonicalJson(sample), 'utf8').toString('hex')).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b' +
        '3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c' +
        '22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d',
    )
  })

  it('sorts names by their UTF-16 code units (section 3.2.3)', () => {
    const sample = String.raw`{
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`
    const canonical = canonicalJson(JSON.parse(sample) as JsonValue)
    expect(canonical.match(/(?<=:")[^"]+/g)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it('sorts inside objects inside lists, and leaves lists in their order (section 3.2.3)', () => {
    const sample = { b: [{ d: 1, c: [3, 2, 1] }, 'x'], a: {}, '': [] }
    expect(canonicalJson(sample)).toBe('{"":[],"a":{},"b":[{"c":[3,2,1],"d":1},"x"]}')
  })
})

const anyValue = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<JsonValue>

/** The value without what JSON cannot say, which is the sign of zero. */
const asJson = (value: JsonValue) => JSON.parse(JSON.stringify(value)) as JsonValue

describe('Canonical JSON of any value', () => {
  it('is JSON that says the same', () => {
    fc.assert(
      fc.property(anyValue, (value) =>
        isDeepStrictEqual(JSON.parse(canonicalJson(value)), asJson(value)),
      ),
    )
  })

  it('does not depend on the order in which names were given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), anyValue), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(record))
      }),
    )
  })

  it('differs when the value differs', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (one, other) => {
        fc.pre(!isDeepStrictEqual(asJson(one), asJson(other)))
        expect(canonicalJson(one)).not.toBe(canonicalJson(other))
      }),
    )
  })

  it('keeps a property named __proto__', () => {
    const value = JSON.parse('{"__proto__": {"a": 1}}') as JsonValue
    expect(canonicalJson(value)).toBe('{"__proto__":{"a":1}}')
  })
})

class Phone {
  number = '+18777774778'
}

describe('Canonical JSON refuses', () => {
  const own: Record<string, unknown> = {}
  own['self'] = own

  it.each<[string, unknown, string]>([
    ['undefined', { a: undefined }, 'a value of type undefined at /a'],
    ['undefined in a list', { a: [1, undefined] }, 'a value of type undefined at /a/1'],
    ['a gap in a list', { a: new Array(1) }, 'a value of type undefined at /a/0'],
    ['NaN', { a: [{ b: NaN }] }, 'NaN at /a/0/b'],
    ['infinity', [-Infinity], '-Infinity at /0'],
    ['a bigint', { a: 1n }, 'a value of type bigint at /a'],
    ['a function', { a: () => 1 }, 'a value of type function at /a'],
    ['a symbol', { a: Symbol('s') }, 'a value of type symbol at /a'],
    ['a date', { a: new Date(0) }, 'an instance of Date at /a'],
    ['a map', { a: new Map() }, 'an instance of Map at /a'],
    ['an instance of a class', { a: new Phone() }, 'an instance of Phone at /a'],
    ['an object that writes itself', { a: { toJSON: () => 1 } }, 'function at /a/toJSON'],
    ['text with half a character', { a: '\ud83d' }, 'lone surrogate) at /a'],
    ['text with the other half', { a: 'x\ude00' }, 'lone surrogate) at /a'],
    ['a name with half a character', { a: { '\ud83d': 1 } }, 'lone surrogate) at /a'],
    ['a value that contains itself', own, 'a value that contains itself at /self'],
  ])('%s, and says where it is', (_name, value, found) => {
    const write = () => canonicalJson(value as JsonValue)
    expect(write).toThrow(TypeError)
    expect(write).toThrow(found)
  })

  it('no value for standing in two places', () => {
    const shared = { a: 1 }
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]')
  })

  it('no object for coming from another realm, or from none', () => {
    const foreign = runInNewContext('({ a: [1] })') as JsonValue
    expect(canonicalJson([foreign, Object.create(null)])).toBe('[{"a":[1]},{}]')
  })
})
