// A hub of real children refuses numbers that cannot be real, and every other hub refuses those that can: an invented child never comes among
// real ones, and no real child's number stands in a test. The parsers only read; which hub this is, whoever calls says.

import { ok, refused, type Outcome } from '../outcome.ts'
import { isInventedUrn, type Urn } from './establishment-numbers.ts'
import { isInventedNhsNumber, type NhsNumber } from './nhs-number.ts'
import { isInventedUpn, type Upn } from './upn.ts'

/** Whose children a hub keeps. */
export type KeepsChildren = 'real' | 'invented'

export type RealOrInventedRefusal = 'invented-among-real' | 'real-among-invented'

function belongs<T>(value: T, isInvented: boolean, keeps: KeepsChildren): Outcome<T, RealOrInventedRefusal> {
  if (keeps === 'real') return isInvented ? refused('invented-among-real') : ok(value)
  return isInvented ? ok(value) : refused('real-among-invented')
}

export const upnFor = (keeps: KeepsChildren, value: Upn): Outcome<Upn, RealOrInventedRefusal> => belongs(value, isInventedUpn(value), keeps)
export const nhsNumberFor = (keeps: KeepsChildren, value: NhsNumber): Outcome<NhsNumber, RealOrInventedRefusal> => belongs(value, isInventedNhsNumber(value), keeps)
export const urnFor = (keeps: KeepsChildren, value: Urn): Outcome<Urn, RealOrInventedRefusal> => belongs(value, isInventedUrn(value), keeps)
