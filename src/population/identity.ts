// Who a child is: names that nobody bears, and numbers from ranges that cannot be real. Each child of an area has a number of their own; no
// two areas of one population share any.

import type { NhsNumber } from '../domain/identifiers/nhs-number.ts'
import { parseUpn, upnCheckLetter, type Upn } from '../domain/identifiers/upn.ts'
import type { Random } from './random.ts'

// Family names are put together of three pieces that make no surname of these islands; first names are any child's.
const firsts = ['Abber', 'Brack', 'Corran', 'Dunner', 'Eller', 'Fosk', 'Garrow', 'Hesker', 'Inver', 'Jarrow', 'Keld', 'Lorrin', 'Marl', 'Nether', 'Osker', 'Perrin', 'Quill', 'Rusk', 'Skerr', 'Tarn', 'Ulver', 'Venn', 'Wether', 'Yarrow'] as const
const middles = ['a', 'en', 'er', 'i', 'o', 'ova', 'u', 'ya'] as const
const lasts = ['beck', 'combe', 'dale', 'fell', 'garth', 'holm', 'keld', 'lund', 'mere', 'nab', 'rigg', 'scar', 'sike', 'thwaite', 'wath', 'wick'] as const
const givenNames = {
  male: ['Adam', 'Aidan', 'Amir', 'Arjun', 'Ben', 'Caleb', 'Daniel', 'Elijah', 'Finn', 'George', 'Haris', 'Isaac', 'Jacob', 'Kofi', 'Leo', 'Mateusz', 'Noah', 'Oscar', 'Rayan', 'Samuel', 'Tariq', 'Theo', 'Yusuf', 'Zac'],
  female: ['Aisha', 'Alice', 'Amara', 'Bella', 'Chloe', 'Daisy', 'Ella', 'Fatima', 'Grace', 'Hana', 'Isla', 'Jasmine', 'Khadija', 'Layla', 'Maya', 'Nadia', 'Olivia', 'Poppy', 'Ruby', 'Sofia', 'Tia', 'Wiktoria', 'Zara', 'Zoe'],
} as const

export interface Named { readonly givenName: string; readonly familyName: string }

export const nameOf = (random: Random, sex: 'male' | 'female'): Named => ({ givenName: random.pick(givenNames[sex]), familyName: inventedFamilyName(random) })
export const inventedFamilyName = (random: Random): string => `${random.pick(firsts)}${random.pick(middles)}${random.pick(lasts)}`
export const isInventedFamilyName = (name: string): boolean => invented.test(name)
const invented = new RegExp(`^(?:${firsts.join('|')})(?:${middles.join('|')})(?:${lasts.join('|')})$`)

/** Of area 001, which allots none: the nine digits that are left carry the child's number, stirred so that neighbours look unlike. */
export function upnOf(number: number): Upn {
  const rest = `001${String(Number((BigInt(number) * 387_420_489n + 271_828_183n) % 1_000_000_000n)).padStart(9, '0')}`
  const upn = parseUpn(upnCheckLetter(rest) + rest)
  if (!upn.ok) throw new Error('an invented UPN that the product does not read')
  return upn.value
}

let sixes: Int32Array | undefined

/** Of the range 999, kept for tests. It holds 909,090 numbers, so that in England only who has a plan can have one. */
export function nhsNumberOf(number: number): NhsNumber {
  sixes ??= sixesWithCheckDigit()
  const six = sixes[(number * 387_421 + 314_159) % sixes.length] ?? 0
  return `999${String(six).padStart(6, '0')}${checkDigit(six)}` as NhsNumber
}

/** As in domain/identifiers/nhs-number.ts, for the nine digits that begin with 999: 10 where there is no number. */
function checkDigit(six: number): number {
  let sum = 9 * 27
  for (let weight = 2, left = six; weight <= 7; weight += 1, left = Math.floor(left / 10)) sum += (left % 10) * weight
  return (11 - (sum % 11)) % 11
}

function sixesWithCheckDigit(): Int32Array {
  const found: number[] = []
  // 999 999 9999 is one digit ten times, which the product refuses.
  for (let six = 0; six < 999_999; six += 1) if (checkDigit(six) !== 10) found.push(six)
  return Int32Array.from(found)
}
