import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate, arbitraryDateOfBirth } from '../../../test/arbitrary-dates.ts'
import { addDays, ageOn, partsOf, plainDateOf, weekday } from './plain-date.ts'
import {
  compulsorySchoolAgeFrom,
  compulsorySchoolAgeLastDay,
  isInOrBeyondYearNine,
  reachesAgeOn,
  schoolYear,
  schoolYearOf,
  yearGroupOn,
  youngPersonFrom,
} from './school-year.ts'

const day = plainDateOf

describe('schoolYearOf', () => {
  it('runs from 1 September to 31 August', () => {
    assert.deepEqual(schoolYearOf(day('2026-08-31')), schoolYear(2025))
    assert.deepEqual(schoolYearOf(day('2026-09-01')), {
      startsIn: 2026,
      firstDay: '2026-09-01',
      lastDay: '2027-08-31',
    })
  })
})

describe('yearGroupOn', () => {
  const groups: readonly (readonly [string, string, number, string])[] = [
    ['2018-09-01', '2026-11-21', 3, 'oldest of the year'],
    ['2018-08-31', '2026-11-21', 4, 'youngest of the year above'],
    ['2013-01-30', '2026-09-21', 9, 'turns 14 during Year 9'],
    ['2010-09-01', '2027-06-25', 11, 'oldest of Year 11'],
    ['2022-05-01', '2026-09-01', 0, 'Reception'],
    ['2022-12-01', '2026-11-21', -1, 'the nursery year'],
    ['2008-02-29', '2026-11-21', 14, 'after Year 13'],
  ]
  for (const [born, on, group, why] of groups) {
    it(`${born} on ${on}: ${group} (${why})`, () => assert.equal(yearGroupOn(day(born), day(on)), group))
  }
})

describe('compulsory school age', () => {
  const starts: readonly (readonly [string, string])[] = [
    ['2021-08-31', '2026-08-31'],
    ['2021-09-01', '2026-12-31'],
    ['2021-12-31', '2026-12-31'],
    ['2022-01-01', '2027-03-31'],
    ['2022-03-31', '2027-03-31'],
    ['2022-04-01', '2027-08-31'],
    ['2020-02-29', '2025-03-31'],
  ]
  for (const [born, from] of starts) {
    it(`starts on ${from} for ${born}`, () => assert.equal(compulsorySchoolAgeFrom(day(born)), from))
  }

  it('TT-61: a child born on 1 September 2010 leaves it on 25 June 2027, at 16', () => {
    const born = day('2010-09-01')
    assert.equal(compulsorySchoolAgeLastDay(born), '2027-06-25')
    assert.equal(youngPersonFrom(born), '2027-06-26')
    assert.equal(ageOn(born, youngPersonFrom(born)), 16)
  })

  it('a child born one day earlier leaves it a year earlier, still 15', () => {
    const born = day('2010-08-31')
    assert.equal(compulsorySchoolAgeLastDay(born), '2026-06-26')
    assert.equal(ageOn(born, youngPersonFrom(born)), 15)
  })
})

describe('school age, always', () => {
  it('the school year of the 14th birthday is Year 9, and no earlier one is', () => {
    fc.assert(
      fc.property(arbitraryDateOfBirth, (born) => {
        const fourteen = reachesAgeOn(born, 14)
        const year = schoolYearOf(fourteen)
        assert.equal(yearGroupOn(born, fourteen), 9)
        assert.equal(isInOrBeyondYearNine(born, year.firstDay), true)
        assert.equal(isInOrBeyondYearNine(born, addDays(year.firstDay, -1)), false)
      }),
    )
  })

  it('the year group goes up by one on each 1 September and on no other day', () => {
    fc.assert(
      fc.property(arbitraryDateOfBirth, arbitraryDate, (born, on) => {
        const step = yearGroupOn(born, addDays(on, 1)) - yearGroupOn(born, on)
        assert.equal(step, addDays(on, 1).endsWith('-09-01') ? 1 : 0)
      }),
    )
  })

  it('ends on a last Friday of June in Year 11, with the person 15 or 16 and 16 by the end of the school year', () => {
    fc.assert(
      fc.property(arbitraryDateOfBirth, (born) => {
        const last = compulsorySchoolAgeLastDay(born)
        assert.equal(weekday(last), 5)
        assert.equal(partsOf(last).month, 6)
        assert.equal(partsOf(addDays(last, 7)).month, 7)
        assert.equal(yearGroupOn(born, last), 11)
        assert.ok([15, 16].includes(ageOn(born, last)))
        assert.ok(ageOn(born, schoolYearOf(last).lastDay) >= 16)
      }),
    )
  })

  it('starts at 5, within seven months, on a prescribed day', () => {
    fc.assert(
      fc.property(arbitraryDateOfBirth, (born) => {
        const start = compulsorySchoolAgeFrom(born)
        assert.equal(ageOn(born, start), 5)
        assert.ok(['-03-31', '-08-31', '-12-31'].some((end) => start.endsWith(end)))
      }),
    )
  })

  it('a birthday is the first day of the new age', () => {
    fc.assert(
      fc.property(arbitraryDateOfBirth, fc.integer({ min: 1, max: 26 }), (born, age) => {
        assert.equal(ageOn(born, reachesAgeOn(born, age)), age)
        assert.equal(ageOn(born, addDays(reachesAgeOn(born, age), -1)), age - 1)
      }),
    )
  })
})
