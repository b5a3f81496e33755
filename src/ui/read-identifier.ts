// Numbers of children as they are typed, wherever they are typed: UPN, ULN and NHS number, each with its check digit, and each held against whose
// children the hub keeps. One place, so that no form lets an invented number among real children, or a real child's number into a demonstration.

import { parseNhsNumber, type NhsNumber } from '../domain/identifiers/nhs-number.ts'
import { nhsNumberFor, upnFor, type KeepsChildren } from '../domain/identifiers/real-or-invented.ts'
import { parseUln, type Uln } from '../domain/identifiers/uln.ts'
import { parseUpn, type Upn } from '../domain/identifiers/upn.ts'

/** The number as kept, or the words beside the box. */
export type ReadIdentifier<T> = { readonly value: T } | { readonly message: string }

const notReal = (what: string): string => `This ${what} is one made up for demonstrations. Enter the child’s own, or leave it empty`
const notInvented = (what: string): string => `This ${what} could be a real child’s, and this hub keeps no real children. Enter a made-up one, or leave it empty`

/** Reads a UPN: thirteen characters, of which the first checks the others. */
export function readUpn(text: string, keeps: KeepsChildren): ReadIdentifier<Upn> {
  const read = parseUpn(text)
  if (!read.ok) return { message: read.refusal === 'check-letter-does-not-match' ? 'The first letter of this unique pupil number does not match the rest. Check each character' : 'Enter a unique pupil number of 13 characters, like A001900121014' }
  if (upnFor(keeps, read.value).ok) return { value: read.value }
  return { message: keeps === 'real' ? notReal('unique pupil number') : notInvented('unique pupil number') }
}

/** Reads an NHS number: ten digits, of which the last checks the others. */
export function readNhsNumber(text: string, keeps: KeepsChildren): ReadIdentifier<NhsNumber> {
  const read = parseNhsNumber(text)
  if (!read.ok) return { message: read.refusal === 'check-digit-does-not-match' ? 'This is not a possible NHS number. Check each digit' : 'Enter an NHS number of 10 digits, like 999 041 2189' }
  if (nhsNumberFor(keeps, read.value).ok) return { value: read.value }
  return { message: keeps === 'real' ? notReal('NHS number') : notInvented('NHS number') }
}

/** Reads a ULN: ten digits, of which the last checks the others. No range of them is kept for people who are made up, so that nothing tells them apart. */
export function readUln(text: string): ReadIdentifier<Uln> {
  const read = parseUln(text)
  if (read.ok) return { value: read.value }
  return { message: read.refusal === 'check-digit-does-not-match' ? 'This is not a possible unique learner number. Check each digit' : 'Enter a unique learner number of 10 digits' }
}
