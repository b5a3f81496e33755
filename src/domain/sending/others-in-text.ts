// Finds what is another child's, or another family's, in a text about one child. Pure: whoever could be meant is looked up before
// (casebook/sending/find-others.ts) and handed in. Names need a given and a family name side by side: one alone is half the class, and
// would stop every letter. Numbers prove themselves by their check characters.

import type { PlainDate } from '../calendar/plain-date.ts'
import { parseNhsNumber } from '../identifiers/nhs-number.ts'
import { parseUpn } from '../identifiers/upn.ts'
import { datesIn, postcodesIn, streetLinesIn } from './marks-in-text.ts'
import type { Finding } from './findings.ts'
import { findingAt, onceEach } from './findings.ts'
import type { Word } from './words-of-text.ts'
import { bareWords, wordsOf } from './words-of-text.ts'

export interface OtherChild {
  /** Given and preferred name. */
  readonly givenNames: readonly string[]
  readonly familyName: string
  /** Like the numbers, only where the text holds it: what is not compared is not looked up. */
  readonly bornOn?: PlainDate
  readonly upn?: string
  readonly nhsNumber?: string
  /** A brother or sister: their name belongs in advice about a family; their numbers do not. */
  readonly isOfThisFamily: boolean
}

export interface OtherAdult {
  readonly fullName: string
  /** More than one person in the hub is called that. */
  readonly isCommon: boolean
}

export interface OtherAddress {
  readonly firstLine: string
  readonly postcode?: string
  readonly familyName: string
}

export interface Others {
  readonly children: readonly OtherChild[]
  readonly adults: readonly OtherAdult[]
  readonly addresses: readonly OtherAddress[]
}

/** Whose case it is: what may stand in the text. */
export interface Own {
  readonly bornOn: PlainDate
  readonly upn?: string
  readonly nhsNumber?: string
  /** Full names of the child, the family and everybody else with a part in the case. */
  readonly names: readonly string[]
  /** First lines and postcodes of the child's own homes. */
  readonly addresses: readonly string[]
}

/** A child has no title: Dr Grace Palmer is not the Grace Palmer in year 4. */
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'doctor', 'prof', 'professor', 'sir', 'dame', 'rev', 'reverend', 'nurse', 'cllr', 'judge'])
/** Rose Hill Primary School is a place. */
const places = new Set([
  'school', 'primary', 'infant', 'infants', 'junior', 'secondary', 'academy', 'college', 'nursery', 'centre', 'house', 'hospital', 'surgery', 'clinic', 'trust', 'ward',
  'unit', 'road', 'street', 'lane', 'avenue', 'close', 'drive', 'way', 'court', 'park', 'foundation',
])
/** In a short note people leave out capitals. */
const shortText = 400

export function othersInText(text: string, others: Others, own: Own): Finding[] {
  const words = wordsOf(text)
  const ownNames = new Set(own.names.map((name) => bareWords(name).join(' ')))
  return onceEach([
    ...childNames(text, words, others.children, ownNames), ...adultNames(text, words, others.adults, ownNames),
    ...numbers(text, others.children, own), ...birthDays(text, words, others.children, own), ...addresses(text, words, others.addresses, own),
  ])
}

/** Whether these words follow one another from here, in one breath. */
function runsFrom(text: string, words: readonly Word[], from: number, wanted: readonly string[]): boolean {
  return wanted.length > 0 && wanted.every((bare, index) => {
    const word = words[from + index]
    const before = words[from + index - 1]
    return word?.bare === bare && (index === 0 || before === undefined || /^[\s–-]*$/u.test(text.slice(before.end, word.at)))
  })
}

const isNameLike = (words: readonly Word[], run: readonly Word[]): boolean => run.every(({ isCapital }) => isCapital) || words.length < shortText

function childNames(text: string, words: readonly Word[], children: readonly OtherChild[], ownNames: ReadonlySet<string>): Finding[] {
  const byFirst = new Map<string, { given: string[]; family: string[] }[]>()
  const note = (first: string | undefined, name: { given: string[]; family: string[] }): void => {
    if (first !== undefined) byFirst.set(first, [...byFirst.get(first) ?? [], name])
  }
  for (const { givenNames, familyName, isOfThisFamily } of children) {
    if (isOfThisFamily) continue
    for (const given of new Set(givenNames)) {
      const name = { given: bareWords(given), family: bareWords(familyName) }
      note(name.given[0], name)
      if (name.family[0] !== name.given[0]) note(name.family[0], name)
    }
  }
  const found: Finding[] = []
  for (const [index, word] of words.entries()) {
    for (const { given, family } of byFirst.get(word.bare) ?? []) {
      const end = endOfName(text, words, index, given, family)
      const last = end === undefined ? undefined : words[end]
      if (end === undefined || last === undefined || ownNames.has([...given, ...family].join(' '))) continue
      const run = words.slice(index, end + 1)
      if (titles.has(words[index - 1]?.bare ?? '') || places.has(words[end + 1]?.bare ?? '') || !isNameLike(words, run)) continue
      if (isOwnName(text, words, index, ownNames)) continue
      found.push(findingAt('child-name', text, word.at, last.end))
    }
  }
  return found
}

/** Whether somebody of this case is named from here: Rose Hill Henderson, when a Rose Hill is in the hub. */
const isOwnName = (text: string, words: readonly Word[], at: number, ownNames: ReadonlySet<string>): boolean =>
  [...ownNames].some((name) => name.startsWith(`${words[at]?.bare} `) && runsFrom(text, words, at, name.split(' ')))

/** The index of the name's last word when a whole name stands here: "Sam Whitlock", "Sam James Whitlock", "Whitlock, Sam". */
function endOfName(text: string, words: readonly Word[], at: number, given: readonly string[], family: readonly string[]): number | undefined {
  if (runsFrom(text, words, at, given)) {
    for (let middle = 0; middle <= 2; middle++) {
      const from = at + given.length + middle
      const before = words[from - 1]
      const here = words[from]
      if (before === undefined || here === undefined || !/^[\s–-]*$/u.test(text.slice(before.end, here.at))) break
      if (middle > 0 && !before.isCapital) break
      if (runsFrom(text, words, from, family)) return from + family.length - 1
    }
  }
  const first = words[at + family.length]
  const last = words[at + family.length - 1]
  const isTurned = runsFrom(text, words, at, family) && first !== undefined && last !== undefined && /^,\s*$/u.test(text.slice(last.end, first.at))
  return isTurned && runsFrom(text, words, at + family.length, given) ? at + family.length + given.length - 1 : undefined
}

function adultNames(text: string, words: readonly Word[], adults: readonly OtherAdult[], ownNames: ReadonlySet<string>): Finding[] {
  return adults.flatMap(({ fullName, isCommon }) => {
    const name = bareWords(fullName)
    if (name.length < 2 || ownNames.has(name.join(' '))) return []
    const at = words.findIndex((word, index) => word.bare === name[0] && runsFrom(text, words, index, name)
      && isNameLike(words, words.slice(index, index + name.length)) && !places.has(words[index + name.length]?.bare ?? ''))
    const [first, last] = [words[at], words[at + name.length - 1]]
    return at < 0 || first === undefined || last === undefined ? [] : [findingAt('adult-name', text, first.at, last.end, isCommon ? 'warn' : 'stop')]
  })
}

/**
 * Numbers of children in the hub; and, where this child's own number is on record, any other that is said to be a UPN or NHS number.
 * Where it is not, a number that is nobody's here is most likely this child's: a nursery knows it before the council does.
 */
function numbers(text: string, children: readonly OtherChild[], own: Own): Finding[] {
  const upns = new Set(children.flatMap(({ upn }) => (upn === undefined ? [] : [upn.toUpperCase()])))
  const nhs = new Set(children.flatMap(({ nhsNumber }) => (nhsNumber === undefined ? [] : [nhsNumber.replaceAll(/\D/g, '')])))
  const saysSo = (at: number, label: RegExp): boolean => label.test(text.slice(Math.max(0, at - 30), at))
  return [
    ...upnsIn(text).filter(({ value }) => value !== own.upn?.toUpperCase()).filter(({ value, at }) => upns.has(value) || (own.upn !== undefined && saysSo(at, /\b(?:upn|pupil number)\b[^.]*$/iu)))
      .map(({ at, end }) => findingAt('upn', text, at, end)),
    ...nhsNumbersIn(text).filter(({ value }) => value !== own.nhsNumber?.replaceAll(/\D/g, '')).filter(({ value, at }) => nhs.has(value) || (own.nhsNumber !== undefined && saysSo(at, /\bnhs\b[^.]*$/iu)))
      .map(({ at, end }) => findingAt('nhs-number', text, at, end)),
  ]
}

interface Placed { readonly value: string; readonly at: number; readonly end: number }

/** Unique pupil numbers that prove themselves by their check letter. */
export const upnsIn = (text: string): Placed[] => [...text.matchAll(/\b[A-HJ-NP-RT-Z]\s?\d{3}\s?\d{4}\s?\d{2}\s?\d{2}[\dA-HJ-NP-RT-Z]\b/giu)].flatMap((match) => {
  const parsed = parseUpn(match[0])
  return parsed.ok ? [{ value: parsed.value, at: match.index, end: match.index + match[0].length }] : []
})

/** NHS numbers that prove themselves by their check digit. */
export const nhsNumbersIn = (text: string): Placed[] => [...text.matchAll(/(?<![\d+])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/gu)].flatMap((match) => {
  const parsed = parseNhsNumber(match[0])
  return parsed.ok ? [{ value: parsed.value, at: match.index, end: match.index + match[0].length }] : []
})

/** A day of birth says whose it is only beside a name of theirs. */
const beside = 300

function birthDays(text: string, words: readonly Word[], children: readonly OtherChild[], own: Own): Finding[] {
  return datesIn(text).filter(({ on }) => on !== own.bornOn).flatMap(({ on, at, end }) => {
    const near = new Set(words.filter((word) => word.isCapital && word.at > at - beside && word.end < end + beside).map(({ bare }) => bare))
    const isOf = ({ bornOn, givenNames, familyName, isOfThisFamily }: OtherChild): boolean =>
      bornOn === on && !isOfThisFamily && [...givenNames, familyName].some((name) => bareWords(name).every((bare) => near.has(bare)))
    return children.some(isOf) ? [findingAt('born-on', text, at, end)] : []
  })
}

const squeezed = (text: string): string => text.toLowerCase().replaceAll(/[\s,.]+/gu, ' ').trim()

/** A house with its postcode, or either beside the family's name: a postcode alone is a whole street's. */
function addresses(text: string, words: readonly Word[], others: readonly OtherAddress[], own: Own): Finding[] {
  const mine = new Set(own.addresses.map(squeezed))
  const said = new Set(words.filter(({ isCapital }) => isCapital).map(({ bare }) => bare))
  const lines = streetLinesIn(text)
  const codes = postcodesIn(text)
  return others.flatMap(({ firstLine, postcode, familyName }) => {
    if (mine.has(squeezed(firstLine))) return []
    const line = lines.find(({ value }) => value === squeezed(firstLine))
    const code = codes.find(({ value }) => value === postcode)
    const isNamed = bareWords(familyName).every((bare) => said.has(bare))
    if (line !== undefined && (code !== undefined || isNamed)) return [findingAt('address', text, line.at, line.end)]
    return code !== undefined && isNamed && !mine.has(squeezed(postcode ?? '')) ? [findingAt('address', text, code.at, code.end)] : []
  })
}
