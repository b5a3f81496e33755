// Invented children as the return reads them: a ledger of small lines, and rows that say everything the return asks for.

import { inventedUpn } from './a-sen2-return.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import { periodOf, surveyDayOf, type ReturnYear } from '../../src/domain/sen2/return-years.ts'
import { personRulesOf } from '../../src/domain/sen2/rules/all-rules.ts'
import { listOf } from '../../src/domain/sen2/rules/rule.ts'
import type { Sen2Person } from '../../src/domain/sen2/sen2-return.ts'
import type { Fact } from '../../src/domain/case-file/facts.ts'
import type { CaseForReturn, ChildForReturn, FactForReturn, SettingForReturn } from '../../src/domain/sen2/from-record/record-for-return.ts'

/** A fact with its day, and the number from 1 of the line that it puts right. Ids that a fact must have may be any words here. */
export type Line = readonly [on: string, fact: { readonly type: Fact['type'] } & Readonly<Record<string, unknown>>, corrects?: number]

export const aLedger = (...lines: readonly Line[]): FactForReturn[] => lines.map(([on, fact, corrects], index) => (
  { ...fact as unknown as Fact, seq: index + 1, happenedOn: plainDateOf(on), ...(corrects === undefined ? {} : { corrects }) }))

export const requested = (on: string, madeBy = 'school'): Line => [on, { type: 'request-received', requestId: 'r1', madeBy, channel: 'hub' }]
export const toAssess = (on: string): Line => [on, { type: 'assessment-decided', outcome: 'assess', noticeId: 'n' }]
export const notToAssess = (on: string): Line => [on, { type: 'assessment-decided', outcome: 'not-assess', noticeId: 'n' }]
export const toIssue = (on: string): Line => [on, { type: 'plan-decided', outcome: 'issue', noticeId: 'n' }]
export const noPlan = (on: string): Line => [on, { type: 'plan-decided', outcome: 'no-plan', noticeId: 'n' }]
export const drafted = (on: string): Line => [on, { type: 'draft-served', versionId: 'v0', channel: 'hub', windowLastDay: on }]
export const issued = (on: string): Line => [on, { type: 'final-issued', versionId: 'v1', sha256: '0' }]
/** From request to plan. */
export const toPlan = (on: readonly [asked: string, decided: string, settled: string, final: string]): Line[] => [requested(on[0]), toAssess(on[1]), toIssue(on[2]), drafted(on[2]), issued(on[3])]
export const ceased = (on: string, code = 2): Line => [on, { type: 'plan-ceased', because: 'decision', code, ceasingId: 'c' }]

export const aPlace = (changes: Partial<SettingForReturn> = {}): SettingForReturn => ({ rank: 1, urn: '900001', senUnit: false, resourced: false, fromOn: plainDateOf('2020-09-01'), ...changes })

export const aCaseForReturn = (lines: readonly Line[], changes: Partial<CaseForReturn> = {}): CaseForReturn => ({
  id: 'case-1', ledger: aLedger(...lines), requests: [{ id: 'r1', madeBy: 'school', inYouthAccommodation: false }], namedSettings: [aPlace()], personalBudgets: [], ...changes,
})

/** A child of whom everything is known, with one case of these facts. */
export const aChildForReturn = (lines: readonly Line[], changes: Partial<ChildForReturn> = {}, ofCase: Partial<CaseForReturn> = {}): ChildForReturn => ({
  familyName: 'Ashdown', givenName: 'Persephone', bornOn: plainDateOf('2016-05-04'), sex: 'F', ethnicityCode: 'WBRI', upn: inventedUpn(1),
  addresses: [{ household: 'home', postcode: 'ZZ97 6HL', fromOn: plainDateOf('2016-05-04') }], needs: [{ need: 'SLCN', rank: 1, fromOn: plainDateOf('2020-01-01') }], settings: [aPlace()],
  cases: [aCaseForReturn(lines, ofCase)], ...changes,
})

/** What the rules of that year say of somebody, by number: as the check of a file says it. */
export function faultsOf(person: Sen2Person, year: ReturnYear = 2026): string[] {
  const survey = { year, surveyDay: surveyDayOf(year), period: periodOf(year), authority: '330' }
  return [...new Set(personRulesOf(year).filter((rule) => listOf(rule.check(person, survey)).length > 0).map(({ id }) => id))]
}
