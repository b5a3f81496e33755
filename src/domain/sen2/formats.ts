// The formats that a value of the return may have. A pattern is written once, in what JavaScript and XML Schema both read.

import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'

export type Codes = Readonly<Record<string, string>>

export type Format =
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'codes'; readonly codes: Codes; readonly set: ReadonlySet<string> }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly shape: RegExp; readonly words: string }

export const text: Format = { kind: 'text' }
/** CCYY-MM-DD, a day that there is. */
export const date: Format = { kind: 'date' }
/** 1 is yes, 0 is no. */
export const flag: Format = { kind: 'flag' }
export const oneOf = (codes: Codes): Format => ({ kind: 'codes', codes, set: new Set(Object.keys(codes)) })
const shaped = (pattern: string, words: string): Format => ({ kind: 'pattern', pattern, shape: new RegExp(`^(?:${pattern})$`), words })

export const year = shaped('2[0-9]{3}', 'a year, like 2026')
export const moment = shaped(
  '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?(Z|[+\\-][0-9]{2}:[0-9]{2})?',
  'a date and time, like 2026-02-03T14:30:00',
)
export const serial = shaped('[0-9]{3}', 'three digits, like 001')
export const authority = shaped('[0-9]{3}', 'the three digits of a local authority')
/** Where somebody came from or went to; one source gives XXX for "unknown, or outside the United Kingdom". */
export const otherAuthority = shaped('[0-9]{3}|XXX', 'the three digits of a local authority')
/** Item 1.7a. */
export const upn = shaped('[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]', 'a letter, eleven digits, and a digit or (in a temporary UPN) a letter')
/** Item 1.7b. */
export const uln = shaped('[1-9][0-9]{9}', 'ten digits, the first not 0')
export const urn = shaped('[0-9]{1,6}', 'up to six digits')
export const ukprn = shaped('[0-9]{8}', 'eight digits')

/** What is kept of a value; undefined when it is not of the format. The text comes without white space around it. */
export function valueOf(format: Format, given: string): string | boolean | PlainDate | undefined {
  switch (format.kind) {
    case 'text': return given === '' ? undefined : given
    case 'date': return parsePlainDate(given)
    case 'flag': return given === '1' ? true : given === '0' ? false : undefined
    case 'codes': return format.set.has(given) ? given : undefined
    case 'pattern': return format.shape.test(given) ? given : undefined
  }
}

/** "a date, like 2026-01-15": after "must be". */
export function formatWords(format: Format): string {
  switch (format.kind) {
    case 'text': return 'some words'
    case 'date': return 'a date of the calendar, like 2026-01-15'
    case 'flag': return '1 for yes or 0 for no'
    case 'codes': {
      const codes = Object.keys(format.codes)
      return codes.length > 16 ? 'one of the codes of the return' : codes.length === 1 ? String(codes[0]) : `one of ${codes.join(', ')}`
    }
    case 'pattern': return format.words
  }
}
