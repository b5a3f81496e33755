// Postcodes, e-mail addresses and telephone numbers: read generously, kept in one way. None of these says that a thing
// exists; only a letter, a message or a call that arrives does.

import { ok, refused, type Outcome } from '../outcome.ts'

declare const postcode: unique symbol
export type Postcode = string & { readonly [postcode]: true }
declare const emailAddress: unique symbol
export type EmailAddress = string & { readonly [emailAddress]: true }
declare const telephone: unique symbol
/** In international form: "+441632960123". */
export type Telephone = string & { readonly [telephone]: true }

export type PostcodeRefusal = 'blank' | 'not-the-shape-of-a-postcode'
export type EmailRefusal = 'blank' | 'has-a-space' | 'no-single-at-sign' | 'not-the-shape-of-an-address' | 'too-long'
export type TelephoneRefusal = 'blank' | 'has-letters' | 'too-short' | 'too-long' | 'not-a-number-that-can-be-called'

/** Reads a UK postcode; keeps "ZZ97 6HL". The areas are not held against a list, so that invented ones (ZZ) pass. */
export function parsePostcode(text: string): Outcome<Postcode, PostcodeRefusal> {
  const value = text.replaceAll(/\s/g, '').toUpperCase()
  if (value === '') return refused('blank')
  // BS 7666: one or two letters, a digit, perhaps another character; a digit and two letters without C I K M O V.
  if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}$/.test(value)) return refused('not-the-shape-of-a-postcode')
  return ok(`${value.slice(0, -3)} ${value.slice(-3)}` as Postcode)
}

/** The area ZZ has no address. */
export const isInventedPostcode = (value: Postcode): boolean => value.startsWith('ZZ')

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Reads an e-mail address as councils' mail systems accept it; keeps the part before the @ as typed, the rest small. */
export function parseEmailAddress(text: string): Outcome<EmailAddress, EmailRefusal> {
  const value = text.trim()
  if (value === '') return refused('blank')
  if (/\s/.test(value)) return refused('has-a-space')
  const [local, domain, ...more] = value.split('@')
  if (local === undefined || domain === undefined || more.length > 0) return refused('no-single-at-sign')
  // RFC 5321, 4.5.3.1: 64 before the @, 254 in all.
  if (local.length > 64 || value.length > 254) return refused('too-long')
  const labels = domain.toLowerCase().split('.')
  const isShaped = localPart.test(local) && labels.length > 1 && labels.every((label) => domainLabel.test(label))
  if (!isShaped || !/^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/.test(labels.at(-1) ?? '')) {
    return refused('not-the-shape-of-an-address')
  }
  return ok(`${local}@${labels.join('.')}` as EmailAddress)
}

/**
 * Reads a telephone number as people write it: "01632 960 123", "+44 (0)1632 960123", "0044…", or one abroad with its plus
 * sign. Keeps the international form.
 */
export function parseTelephone(text: string): Outcome<Telephone, TelephoneRefusal> {
  const bare = text.replaceAll(/[\s().-]/g, '')
  if (bare === '') return refused('blank')
  if (/\p{L}/u.test(bare)) return refused('has-letters')
  const value = bare.replace(/^00/, '+')
  if (!/^\+?\d+$/.test(value)) return refused('not-a-number-that-can-be-called')
  if (value.startsWith('+44')) return ukTelephone(value.slice(3).replace(/^0/, ''))
  if (value.startsWith('+')) return lengthOf(value.slice(1), 7, 15) ?? ok(value as Telephone)
  if (!value.startsWith('0')) return refused(value.length < 10 ? 'too-short' : 'not-a-number-that-can-be-called')
  return ukTelephone(value.slice(1))
}

// Ofcom's National Telephone Numbering Plan: ten digits after the nought (nine for a few old 01 and 0800 numbers).
function ukTelephone(national: string): Outcome<Telephone, TelephoneRefusal> {
  const wrongLength = lengthOf(national, /^(?:1|800)/.test(national) ? 9 : 10, 10)
  if (wrongLength) return wrongLength
  return /^[123578]/.test(national)
    ? ok(`+44${national}` as Telephone)
    : refused('not-a-number-that-can-be-called')
}

function lengthOf(digits: string, least: number, most: number): Outcome<never, TelephoneRefusal> | undefined {
  if (digits.length < least) return refused('too-short')
  return digits.length > most ? refused('too-long') : undefined
}

/** As a person in this country reads and dials it: "01632 960123", "020 7946 0123"; abroad "+353…" as it is kept. */
export function telephoneWords(value: Telephone): string {
  if (!value.startsWith('+44')) return value
  const national = `0${value.slice(3)}`
  if (national.startsWith('02')) return `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`
  if (/^0(?:3|8|11|1\d1)/.test(national)) return `${national.slice(0, 4)} ${national.slice(4, 7)} ${national.slice(7)}`
  return `${national.slice(0, 5)} ${national.slice(5)}`
}

/** A number that can get a text message: 07 without the personal (070) and pager (076) numbers, save Manx mobiles (07624). */
export const isMobile = (value: Telephone): boolean => /^\+447(?:[1-57-9]|624)/.test(value)

/** 01632 960 and 07700 900 are kept by Ofcom for drama. */
export const isInventedTelephone = (value: Telephone): boolean => /^\+44(?:1632960|7700900)\d{3}$/.test(value)
