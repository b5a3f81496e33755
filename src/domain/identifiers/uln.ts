// Unique learner number: ten digits, the first not 0. The digits times 10, 9 … 1, added up, leave 10 when divided by 11 (Learning Records
// Service, "Unique learner number").

import { ok, refused, type Outcome } from '../outcome.ts'

declare const uln: unique symbol
export type Uln = string & { readonly [uln]: true }

export type UlnRefusal = 'blank' | 'not-10-digits' | 'check-digit-does-not-match'

/** Reads a ULN, spaces allowed. */
export function parseUln(text: string): Outcome<Uln, UlnRefusal> {
  const value = text.replaceAll(/\s/g, '')
  if (value === '') return refused('blank')
  if (!/^[1-9]\d{9}$/.test(value)) return refused('not-10-digits')
  return isUlnCheckDigit(value) ? ok(value as Uln) : refused('check-digit-does-not-match')
}

/** Whether the last of ten digits belongs to the others. */
export function isUlnCheckDigit(ten: string): boolean {
  let sum = 0
  for (let place = 0; place < 10; place += 1) sum += (ten.charCodeAt(place) - 48) * (10 - place)
  return sum % 11 === 10
}
