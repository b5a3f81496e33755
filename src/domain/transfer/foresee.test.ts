// Who is in a cohort, on the rules of SEND Regulations 2014 reg 2(1): each row is a child and a setting, and what is foreseen for September 2027.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDateOf } from '../calendar/plain-date.ts'
import { cohortYearOn, foresee, lastYearGroup } from './foresee.ts'
import type { YearsTaught } from './phases.ts'
import { phaseSaidBy, settingPhases, taughtUsually, usualYears } from './phases.ts'

const when = { year: 2027, today: plainDateOf('2026-06-01') }
/** Born so that they are in this year group from September 2026. */
const inYear = (group: number): string => `${2026 - 4 - group}-01-10`
const said = (born: string, setting: 'none' | 'not-known' | YearsTaught, yearGroupOverride?: number): string => {
  const found = foresee({ bornOn: plainDateOf(born), ...(yearGroupOverride === undefined ? {} : { yearGroupOverride }) }, setting, when)
  return found === undefined ? 'goes on' : `${found.as}${'kind' in found && found.kind !== undefined ? ` ${found.kind}` : ''} because ${found.because}`
}
const school = (phase: YearsTaught['phase'], lowest: number, highest: number): YearsTaught => ({ phase, lowest, highest })

describe('who moves to the next phase', () => {
  const rows: readonly (readonly [what: string, born: string, setting: Parameters<typeof said>[1], expected: string])[] = [
    ['nursery to Reception', inYear(-1), taughtUsually('early-years'), 'moves early-years-to-school because last-year'],
    ['a year before that', inYear(-2), taughtUsually('early-years'), 'goes on'],
    ['the nursery class of a primary school', inYear(-1), school('primary', -1, 6), 'stays because nursery-class'],
    ['infant to junior', inYear(2), taughtUsually('infant'), 'moves infant-to-junior because last-year'],
    ['junior to secondary', inYear(6), taughtUsually('junior'), 'moves primary-to-secondary because last-year'],
    ['first to middle school', inYear(4), school('primary', 0, 4), 'moves primary-to-middle because last-year'],
    ['primary to secondary', inYear(6), taughtUsually('primary'), 'moves primary-to-secondary because last-year'],
    ['Year 5', inYear(5), taughtUsually('primary'), 'goes on'],
    ['middle to secondary', inYear(8), taughtUsually('middle'), 'moves middle-to-secondary because last-year'],
    ['secondary without a sixth form', inYear(11), taughtUsually('secondary'), 'moves secondary-to-post-16 because last-year'],
    ['secondary with its own sixth form (TT-51)', inYear(11), school('secondary', 7, 13), 'stays same-school-sixth-form because own-sixth-form'],
    ['the end of a school’s sixth form', inYear(13), school('secondary', 7, 13), 'to-look-at because after-sixth-form'],
    ['all-through, Year 6', inYear(6), taughtUsually('all-through'), 'stays because teaches-on'],
    ['special, Year 6', inYear(6), taughtUsually('special'), 'stays because teaches-on'],
    ['special, Year 11, which teaches on', inYear(11), taughtUsually('special'), 'stays same-school-sixth-form because own-sixth-form'],
    ['special primary', inYear(6), school('special', 0, 6), 'moves primary-to-secondary because last-year'],
    ['special to Year 11', inYear(11), school('special', 7, 11), 'moves secondary-to-post-16 because last-year'],
    ['college', inYear(12), taughtUsually('post-16'), 'goes on'],
    ['no setting on record, Year 6', inYear(6), 'none', 'to-look-at because no-setting'],
    ['no setting on record, Year 4', inYear(4), 'none', 'goes on'],
    ['a setting whose years nobody knows, Year 11', inYear(11), 'not-known', 'to-look-at because phase-not-known'],
    ['older than the setting teaches', inYear(7), taughtUsually('primary'), 'to-look-at because past-last-year'],
  ]
  for (const [what, born, setting, expected] of rows) it(what, () => assert.equal(said(born, setting), expected))

  it('goes by the year in which a child is taught, kept from today on', () => {
    // Born for Year 7, taught in Year 5 today: in Year 6 from September 2026.
    assert.equal(said(inYear(7), taughtUsually('primary'), 5), 'moves primary-to-secondary because last-year')
    assert.equal(lastYearGroup({ bornOn: plainDateOf(inYear(7)), yearGroupOverride: 5 }, { year: 2027, today: plainDateOf('2026-10-01') }), 5)
  })

  it('goes by the age on 31 August', () => {
    assert.equal(said('2016-08-31', taughtUsually('primary')), 'moves primary-to-secondary because last-year')
    assert.equal(said('2016-09-01', taughtUsually('primary')), 'goes on')
  })

  it('is the next calendar year’s from 1 June', () => {
    assert.deepEqual(['2026-05-31', '2026-06-01', '2026-12-31', '2027-02-14'].map((day) => cohortYearOn(plainDateOf(day))), [2026, 2027, 2027, 2027])
  })

  it('reads the types that bodies are described by, and guesses nothing of alternative provision', () => {
    assert.deepEqual(['maintained nursery school', 'mainstream primary school', 'mainstream secondary academy', 'independent special school', 'special post-16 institution', 'further education college', 'Infant school'].map((type) => phaseSaidBy(type)?.phase), [
      'early-years', 'primary', 'secondary', 'special', 'post-16', 'post-16', 'infant',
    ])
    assert.equal(phaseSaidBy('alternative provision'), undefined)
    for (const phase of settingPhases) assert.ok(usualYears[phase][0] <= usualYears[phase][1], phase)
  })
})
