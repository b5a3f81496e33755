import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { Outcome } from '../outcome.ts'
import {
  isInventedPostcode,
  isInventedTelephone,
  isMobile,
  parseEmailAddress,
  parsePostcode,
  parseTelephone,
  telephoneWords,
} from './contact-details.ts'
import { isInventedUrn, parseOdsCode, parseUkprn, parseUrn } from './establishment-numbers.ts'
import { isInventedNhsNumber, nhsCheckDigit, nhsNumberWords, parseNhsNumber } from './nhs-number.ts'
import { isInventedUpn, isTemporaryUpn, parseUpn, upnCheckLetter } from './upn.ts'

function valueOf<T, R>(outcome: Outcome<T, R>): T {
  if (!outcome.ok) throw new Error(`refused: ${String(outcome.refusal)}`)
  return outcome.value
}
const refusalOf = <T, R>(outcome: Outcome<T, R>): R | undefined => (outcome.ok ? undefined : outcome.refusal)

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(''))

/** Every parser of text must answer, whatever is typed, and read back what it kept. */
const parsers: readonly (readonly [string, (text: string) => Outcome<string, string>])[] = [
  ['UPN', parseUpn],
  ['NHS number', parseNhsNumber],
  ['URN', parseUrn],
  ['UKPRN', parseUkprn],
  ['ODS code', parseOdsCode],
  ['postcode', parsePostcode],
  ['e-mail address', parseEmailAddress],
  ['telephone number', parseTelephone],
]

const typed = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  digits(13),
  digits(10),
  digits(6),
  fc.emailAddress(),
  fc.constantFrom('ZZ97 6HL', '01632 960 123', 'M001900121014', '999 041 2189', '900001', '10000001', 'QWO', '\u202e', '٠١'),
)

for (const [name, parse] of parsers) {
  describe(`${name}, whatever is typed`, () => {
    it('is answered, and what was kept reads back the same', () => {
      fc.assert(
        fc.property(typed, (text) => {
          const outcome = parse(text)
          if (outcome.ok) assert.deepEqual(parse(outcome.value), outcome)
          else assert.match(outcome.refusal, /^[a-z0-9-]+$/)
        }),
        { numRuns: 500 },
      )
    })
    it('is refused when blank', () => {
      for (const blank of ['', '   ', '\t\n']) assert.equal(refusalOf(parse(blank)), 'blank')
    })
  })
}

describe('UPN', () => {
  for (const upn of ['A950000178301', 'H243278544154', 'H801200001001', 'M001900121014', 'Y001900225031', 'J001900317052']) {
    it(`reads ${upn}`, () => assert.equal(valueOf(parseUpn(upn)), upn))
  }
  it('reads small letters and spaces', () => assert.equal(valueOf(parseUpn(' m001 9001 21014 ')), 'M001900121014'))

  const refusals: readonly (readonly [string, string])[] = [
    ['M00190012101', 'not-13-characters'],
    ['I001900121014', 'not-a-letter-and-twelve-digits'],
    ['M001900121O14', 'not-a-letter-and-twelve-digits'],
    ['A001900121014', 'check-letter-does-not-match'],
  ]
  for (const [text, why] of refusals) it(`refuses ${text}: ${why}`, () => assert.equal(refusalOf(parseUpn(text)), why))

  it('knows invented numbers', () => {
    assert.equal(isInventedUpn(valueOf(parseUpn('M001900121014'))), true)
    assert.equal(isInventedUpn(valueOf(parseUpn('H801200001001'))), false)
  })

  it('knows temporary numbers by their last letter', () => {
    const rest = '00190012101B'
    assert.equal(isTemporaryUpn(valueOf(parseUpn(upnCheckLetter(rest) + rest))), true)
    assert.equal(isTemporaryUpn(valueOf(parseUpn('M001900121014'))), false)
  })

  it('reads exactly one check letter for any twelve digits', () => {
    fc.assert(
      fc.property(digits(12), (rest) => {
        const read = [...'ABCDEFGHJKLMNPQRTUVWXYZ'].filter((letter) => parseUpn(letter + rest).ok)
        assert.deepEqual(read, [upnCheckLetter(rest)])
      }),
    )
  })

  it('notices any one digit mistyped, and two neighbours swapped', () => {
    fc.assert(
      fc.property(digits(12), fc.nat(11), fc.integer({ min: 1, max: 9 }), (rest, place, shift) => {
        const letter = upnCheckLetter(rest)
        const wrong = String((Number(rest[place]) + shift) % 10)
        assert.equal(parseUpn(letter + rest.slice(0, place) + wrong + rest.slice(place + 1)).ok, false)
        const left = rest.charAt(place)
        const right = rest.charAt(place + 1)
        if (right === '' || left === right) return
        const swapped = rest.slice(0, place) + right + left + rest.slice(place + 2)
        assert.equal(parseUpn(letter + swapped).ok, false)
      }),
    )
  })
})

describe('NHS number', () => {
  it('is kept as digits and written 3 3 4', () => {
    const number = valueOf(parseNhsNumber('999-041 2189'))
    assert.equal(number, '9990412189')
    assert.equal(nhsNumberWords(number), '999 041 2189')
    assert.equal(isInventedNhsNumber(number), true)
  })
  for (const known of ['9434765919', '9992209119', '9991301305']) {
    it(`reads ${known}`, () => assert.equal(valueOf(parseNhsNumber(known)), known))
  }
  const refusals: readonly (readonly [string, string])[] = [
    ['999 041 2188', 'check-digit-does-not-match'],
    ['999 041 218', 'not-10-digits'],
    ['999 041 218X', 'not-only-digits'],
    ['0000000000', 'check-digit-does-not-match'],
    ['1111111111', 'check-digit-does-not-match'],
  ]
  for (const [text, why] of refusals) {
    it(`refuses ${text}: ${why}`, () => assert.equal(refusalOf(parseNhsNumber(text)), why))
  }
  it('reads at most one last digit for any nine', () => {
    fc.assert(
      fc.property(digits(9), (nine) => {
        const read = [...'0123456789'].filter((last) => parseNhsNumber(nine + last).ok)
        const check = nhsCheckDigit(nine)
        assert.deepEqual(read, check === undefined || new Set(nine + check).size === 1 ? [] : [check])
      }),
    )
  })
})

describe('numbers of places', () => {
  it('reads them', () => {
    assert.equal(valueOf(parseUrn(' 900001 ')), '900001')
    assert.equal(isInventedUrn(valueOf(parseUrn('900001'))), true)
    assert.equal(isInventedUrn(valueOf(parseUrn('100001'))), false)
    assert.equal(valueOf(parseUkprn('1000 0001')), '10000001')
    assert.equal(valueOf(parseOdsCode('qwo')), 'QWO')
    assert.equal(valueOf(parseOdsCode('A81001')), 'A81001')
  })
  it('refuses others, saying why', () => {
    assert.equal(refusalOf(parseUrn('90001')), 'not-6-digits')
    assert.equal(refusalOf(parseUrn('012345')), 'not-6-digits')
    assert.equal(refusalOf(parseUrn('9000O1')), 'not-only-digits')
    assert.equal(refusalOf(parseUkprn('1000001')), 'not-8-digits')
    assert.equal(refusalOf(parseOdsCode('Q!O')), 'not-letters-and-digits')
    assert.equal(refusalOf(parseOdsCode('QW')), 'not-3-to-10-characters')
  })
})

describe('postcode', () => {
  const read: readonly (readonly [string, string])[] = [
    ['zz976hl', 'ZZ97 6HL'], ['ZZ9  7 6hl', 'ZZ97 6HL'], ['w1a 1aa', 'W1A 1AA'], ['M1 1AE', 'M1 1AE'], ['EC1A1BB', 'EC1A 1BB'],
  ]
  for (const [text, kept] of read) it(`reads ${text}`, () => assert.equal(valueOf(parsePostcode(text)), kept))
  for (const text of ['ZZ97 6H', '97ZZ 6HL', 'ZZ97 6CI', 'ABC1 1AA', 'London']) {
    it(`refuses ${text}`, () => assert.equal(refusalOf(parsePostcode(text)), 'not-the-shape-of-a-postcode'))
  }
  it('knows invented ones', () => assert.equal(isInventedPostcode(valueOf(parsePostcode('ZZ97 6HL'))), true))
})

describe('e-mail address', () => {
  const read: readonly (readonly [string, string])[] = [
    [' k.skerrow@example.org ', 'k.skerrow@example.org'],
    ['K.Skerrow+send@Example.ORG', 'K.Skerrow+send@example.org'],
    ["o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"],
  ]
  for (const [text, kept] of read) it(`reads ${text}`, () => assert.equal(valueOf(parseEmailAddress(text)), kept))

  const refusals: readonly (readonly [string, string])[] = [
    ['k skerrow@example.org', 'has-a-space'],
    ['k@example.org\nBcc: all@example.org', 'has-a-space'],
    ['example.org', 'no-single-at-sign'],
    ['a@b@example.org', 'no-single-at-sign'],
    ['a@example', 'not-the-shape-of-an-address'],
    ['a..b@example.org', 'not-the-shape-of-an-address'],
    ['.a@example.org', 'not-the-shape-of-an-address'],
    ['@example.org', 'not-the-shape-of-an-address'],
    ['a@-example.org', 'not-the-shape-of-an-address'],
    ['a@192.0.2.1', 'not-the-shape-of-an-address'],
    [`${'a'.repeat(65)}@example.org`, 'too-long'],
  ]
  for (const [text, why] of refusals) {
    it(`refuses ${JSON.stringify(text).slice(0, 40)}: ${why}`, () => assert.equal(refusalOf(parseEmailAddress(text)), why))
  }
})

describe('telephone number', () => {
  const read: readonly (readonly [string, string, string])[] = [
    ['01632 960 123', '+441632960123', '01632 960123'],
    ['+44 (0)1632 960123', '+441632960123', '01632 960123'],
    ['0044 1632 960123', '+441632960123', '01632 960123'],
    ['+44 0 1632 960123', '+441632960123', '01632 960123'],
    ['(020) 7946-0123', '+442079460123', '020 7946 0123'],
    ['0161 496 0123', '+441614960123', '0161 496 0123'],
    ['07700 900123', '+447700900123', '07700 900123'],
    ['0300 123 4567', '+443001234567', '0300 123 4567'],
    ['+353 1 234 5678', '+35312345678', '+35312345678'],
  ]
  for (const [text, kept, words] of read) {
    it(`reads ${text}`, () => {
      const number = valueOf(parseTelephone(text))
      assert.equal(number, kept)
      assert.equal(telephoneWords(number), words)
      assert.equal(valueOf(parseTelephone(telephoneWords(number))), number)
    })
  }
  const answers: readonly (readonly [string, string])[] = [
    ['960123', 'too-short'],
    ['01632 96012', 'read'],
    ['01632 9601', 'too-short'],
    ['07700 90012', 'too-short'],
    ['01632 960 1234', 'too-long'],
    ['ask for Ann', 'has-letters'],
    ['1632 960123', 'not-a-number-that-can-be-called'],
    ['04632 960123', 'not-a-number-that-can-be-called'],
    ['+1', 'too-short'],
  ]
  for (const [text, why] of answers) {
    it(`${text}: ${why}`, () => assert.equal(refusalOf(parseTelephone(text)) ?? 'read', why))
  }
  it('knows mobiles and invented numbers', () => {
    assert.equal(isMobile(valueOf(parseTelephone('07700 900123'))), true)
    assert.equal(isMobile(valueOf(parseTelephone('07000 900123'))), false)
    assert.equal(isMobile(valueOf(parseTelephone('07600 900123'))), false)
    assert.equal(isMobile(valueOf(parseTelephone('01632 960123'))), false)
    assert.equal(isInventedTelephone(valueOf(parseTelephone('01632 960123'))), true)
    assert.equal(isInventedTelephone(valueOf(parseTelephone('0300 123 4567'))), false)
  })
})
