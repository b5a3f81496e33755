// The numbers of schools, providers and health organisations. Shape only: whether one exists, and on which days it was
// open, only the registers know (Get Information about Schools, UK Register of Learning Providers, Organisation Data Service).

import { ok, refused, type Outcome } from '../outcome.ts'

declare const urn: unique symbol
export type Urn = string & { readonly [urn]: true }
declare const ukprn: unique symbol
export type Ukprn = string & { readonly [ukprn]: true }
declare const odsCode: unique symbol
export type OdsCode = string & { readonly [odsCode]: true }

export type UrnRefusal = 'blank' | 'not-only-digits' | 'not-6-digits'
export type UkprnRefusal = 'blank' | 'not-only-digits' | 'not-8-digits'
export type OdsCodeRefusal = 'blank' | 'not-letters-and-digits' | 'not-3-to-10-characters'

/** Unique reference number of a school: six digits, the first not nought. */
export function parseUrn(text: string): Outcome<Urn, UrnRefusal> {
  const value = text.replaceAll(/\s/g, '')
  if (value === '') return refused('blank')
  if (!/^\d+$/.test(value)) return refused('not-only-digits')
  return /^[1-9]\d{5}$/.test(value) ? ok(value as Urn) : refused('not-6-digits')
}

/** From 900001 up: places in data and tests. */
export const isInventedUrn = (value: Urn): boolean => Number(value) >= 900001

/** UK provider reference number: eight digits, the first not nought. */
export function parseUkprn(text: string): Outcome<Ukprn, UkprnRefusal> {
  const value = text.replaceAll(/\s/g, '')
  if (value === '') return refused('blank')
  if (!/^\d+$/.test(value)) return refused('not-only-digits')
  return /^[1-9]\d{7}$/.test(value) ? ok(value as Ukprn) : refused('not-8-digits')
}

/** Organisation Data Service code of an NHS body, practice or site: three to ten letters and digits. */
export function parseOdsCode(text: string): Outcome<OdsCode, OdsCodeRefusal> {
  const value = text.replaceAll(/\s/g, '').toUpperCase()
  if (value === '') return refused('blank')
  if (!/^[A-Z0-9]+$/.test(value)) return refused('not-letters-and-digits')
  return value.length >= 3 && value.length <= 10 ? ok(value as OdsCode) : refused('not-3-to-10-characters')
}
