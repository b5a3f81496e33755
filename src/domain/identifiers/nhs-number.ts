// NHS number: nine digits and a check digit by modulus 11 (NHS Data Dictionary, NHS NUMBER). Written 3 3 4 for people.

import { ok, refused, type Outcome } from '../outcome.ts'

declare const nhsNumber: unique symbol
export type NhsNumber = string & { readonly [nhsNumber]: true }

export type NhsNumberRefusal = 'blank' | 'not-only-digits' | 'not-10-digits' | 'check-digit-does-not-match'

/** Reads an NHS number, spaces and hyphens allowed; keeps the ten digits. */
export function parseNhsNumber(text: string): Outcome<NhsNumber, NhsNumberRefusal> {
  const value = text.replaceAll(/[\s-]/g, '')
  if (value === '') return refused('blank')
  if (!/^\d+$/.test(value)) return refused('not-only-digits')
  if (value.length !== 10) return refused('not-10-digits')
  // Ten times the same digit passes the sum and is never a person: it is what people type to get past a box.
  const isOneDigit = new Set(value).size === 1
  if (isOneDigit || nhsCheckDigit(value.slice(0, 9)) !== value[9]) return refused('check-digit-does-not-match')
  return ok(value as NhsNumber)
}

/** The tenth digit for these nine, or undefined for nine digits that no number has (remainder 10). */
export function nhsCheckDigit(nine: string): string | undefined {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? undefined : String(check)
}

/** "999 041 2189" */
export const nhsNumberWords = (value: NhsNumber): string => `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`

/** The 999 range is kept for tests. */
export const isInventedNhsNumber = (value: NhsNumber): boolean => value.startsWith('999')
