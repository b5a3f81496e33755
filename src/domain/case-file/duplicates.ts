// Whether two children on file may be one child. A score and what is alike, for a person to decide on: nothing is ever
// merged by itself (UK GDPR Art 5(1)(d), accuracy). Nicknames are not guessed: "Beth" and "Bethan" are two names here.

import type { PlainDate } from '../calendar/plain-date.ts'
import { dateFromParts, partsOf } from '../calendar/plain-date.ts'

export interface Likeness {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate
  readonly postcode?: string | undefined
  readonly upn?: string | undefined
  readonly nhsNumber?: string | undefined
}

export const likenesses = ['upn', 'nhs-number', 'name', 'name-in-part', 'born-on', 'born-on-swapped', 'postcode'] as const
export type LikenessKind = (typeof likenesses)[number]

/** In words for staff, after "alike:". */
export const likenessWords: Readonly<Record<LikenessKind, string>> = {
  upn: 'the same unique pupil number', 'nhs-number': 'the same NHS number', name: 'the same name', 'name-in-part': 'part of the name',
  'born-on': 'the same date of birth', 'born-on-swapped': 'the date of birth with day and month the other way round', postcode: 'the same postcode',
}

export interface DuplicateScore {
  /** 0 to 100. */
  readonly score: number
  readonly alike: readonly LikenessKind[]
}

const weights: Record<LikenessKind, number> = {
  upn: 90, 'nhs-number': 90, name: 45, 'name-in-part': 20, 'born-on': 40, 'born-on-swapped': 30, postcode: 15,
}

/** From this score on a person is asked to look: the same number, or the same name and day of birth, or nearly. */
export const worthALook = 60

/** Letters that do not take apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }

/** The parts of a name, each once, small, without marks, in alphabetical order: "O’Neill, Zoë-Ann" is ann, oneill, zoe. */
export function namePartsOf(...names: readonly string[]): string[] {
  const small = names.join(' ').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const plain = [...small].map((letter) => plainLetters[letter] ?? letter).join('')
  // An apostrophe joins, everything else that is no letter parts.
  return [...new Set(plain.replaceAll(/['’ʼ`]/g, '').split(/[^\p{L}\p{N}]+/u).filter((part) => part !== ''))].toSorted()
}

/** The same date with day and month the other way round, where that is another date. */
export function swappedDayAndMonth(date: PlainDate): PlainDate | undefined {
  const { year, month, day } = partsOf(date)
  const swapped = dateFromParts(year, day, month)
  return swapped === date ? undefined : swapped
}

const bare = (text: string | undefined): string => (text ?? '').replaceAll(/\s/g, '').toUpperCase()
const isSame = (a: string | undefined, b: string | undefined): boolean => bare(a) !== '' && bare(a) === bare(b)

/** How alike two children are. The same whichever comes first; a child is wholly like itself. */
export function duplicateScore(a: Likeness, b: Likeness): DuplicateScore {
  const alike: LikenessKind[] = []
  if (isSame(a.upn, b.upn)) alike.push('upn')
  if (isSame(a.nhsNumber, b.nhsNumber)) alike.push('nhs-number')
  const name = nameLikeness(namePartsOf(a.givenName, a.familyName), namePartsOf(b.givenName, b.familyName))
  if (name !== undefined) alike.push(name)
  if (a.bornOn === b.bornOn) alike.push('born-on')
  else if (swappedDayAndMonth(a.bornOn) === b.bornOn) alike.push('born-on-swapped')
  if (isSame(a.postcode, b.postcode)) alike.push('postcode')
  return { score: Math.min(100, alike.reduce((sum, kind) => sum + weights[kind], 0)), alike }
}

/** All parts the same in any order; or at least two in common (a middle name, a double surname of which one is used). */
function nameLikeness(a: readonly string[], b: readonly string[]): 'name' | 'name-in-part' | undefined {
  if (a.length === 0 || b.length === 0) return undefined
  if (a.join(' ') === b.join(' ')) return 'name'
  const common = a.filter((part) => b.includes(part)).length
  return common >= 2 || (common === 1 && common === Math.min(a.length, b.length)) ? 'name-in-part' : undefined
}
