// Unique pupil number: a check letter, three digits of the authority, four of the school, two of the year of allocation,
// three of a serial; the last is a letter in a temporary number. Department for Education, "Unique pupil numbers".
// The authority's digits are not held against a list: new authorities come, and a real number must not be refused.

import { ok, refused, type Outcome } from '../outcome.ts'

declare const upn: unique symbol
export type Upn = string & { readonly [upn]: true }

export type UpnRefusal = 'blank' | 'not-13-characters' | 'not-a-letter-and-twelve-digits' | 'check-letter-does-not-match'

// 23 letters, without I, O and S, which look like digits.
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const shape = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/

/** Reads a UPN, spaces and small letters allowed. */
export function parseUpn(text: string): Outcome<Upn, UpnRefusal> {
  const value = text.replaceAll(/\s/g, '').toUpperCase()
  if (value === '') return refused('blank')
  if (value.length !== 13) return refused('not-13-characters')
  if (!shape.test(value)) return refused('not-a-letter-and-twelve-digits')
  if (upnCheckLetter(value.slice(1)) !== value[0]) return refused('check-letter-does-not-match')
  return ok(value as Upn)
}

/** The letter that belongs before these twelve characters: weights 2 to 13, remainder modulo 23. */
export function upnCheckLetter(rest: string): string {
  const sum = [...rest].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : letters.indexOf(character)
    return total + value * (index + 2)
  }, 0)
  return letters.charAt(sum % 23)
}

/** Area 001 allots none: a number for people in data and tests who must not be real. */
export const isInventedUpn = (value: Upn): boolean => value.slice(1, 4) === '001'

/** A school gives a temporary number until it knows the lasting one; it ends in a letter. */
export const isTemporaryUpn = (value: Upn): boolean => !/\d$/.test(value)
