import { withinMonths } from '../calendar/law-periods.ts'
import { partsOf, plainDateOf, type PlainDate } from '../calendar/plain-date.ts'
import { isWorkingDay, workingDayOnOrAfter } from '../calendar/working-days.ts'
import { partThreeInForce, type Duty } from './duty.ts'

export const appealDuty: Duty = {
  id: 'APP-01',
  asks: 'The Tribunal must have received the appeal by 5 pm',
  startsWith: 'written notice of the decision is sent',
  period: { kind: 'within-months', count: 2 },
  owedBy: 'family',
  standing: 'law',
  excuses: [],
  law: [
    'Children and Families Act 2014, s.51',
    'Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008, rr.12, 20(1)(c)',
  ],
  toVerify: 'Whether a last day moved by r.12(2) into August or Christmas is moved again by r.12(3)(a); we say it is not',
  since: partThreeInForce,
}

export interface AppealLimit {
  /** The Tribunal must have received the appeal on this day, by 5 pm (r.12(1)). */
  readonly receivedBy: PlainDate
  readonly twoMonths: PlainDate
  readonly oneMonthFromCertificate?: PlainDate
  /** Why the day is later than the two months or the one month by themselves. */
  readonly movedBecause?: 'august' | 'christmas' | 'not-a-working-day'
}

/**
 * HESC Rules 2008, r.20(1)(c): two months after the notice was sent or, if later, one month from the date of issue of the
 * mediation certificate. R.12(2) moves a last day that is no working day to the next one; r.12(3)(a) moves one in August or
 * from 25 December to 1 January to the first working day after. The Tribunal may let a late appeal in (r.5): it decides.
 */
export function appealBy(noticeSentOn: PlainDate, certificateIssuedOn?: PlainDate): AppealLimit {
  const twoMonths = withinMonths(noticeSentOn, 2)
  if (certificateIssuedOn === undefined) return { twoMonths, ...tribunalDay(twoMonths) }
  const oneMonthFromCertificate = withinMonths(certificateIssuedOn, 1)
  const later = oneMonthFromCertificate > twoMonths ? oneMonthFromCertificate : twoMonths
  return { twoMonths, oneMonthFromCertificate, ...tribunalDay(later) }
}

/** CONV-TRIB, for starting a special educational needs appeal and for nothing else. */
function tribunalDay(lastDay: PlainDate): Pick<AppealLimit, 'receivedBy' | 'movedBecause'> {
  const { year, month, day } = partsOf(lastDay)
  if (month === 8) return { receivedBy: workingDayOnOrAfter(plainDateOf(`${year}-09-01`)), movedBecause: 'august' }
  if (month === 12 && day >= 25) return afterNewYear(year + 1)
  if (month === 1 && day === 1) return afterNewYear(year)
  // Saturday 31 July goes to Monday 2 August and stops there: whether r.12(3) then takes over is unclear, and a family must
  // never be told the later of two arguable days.
  if (!isWorkingDay(lastDay)) return { receivedBy: workingDayOnOrAfter(lastDay), movedBecause: 'not-a-working-day' }
  return { receivedBy: lastDay }
}

const afterNewYear = (year: number): Pick<AppealLimit, 'receivedBy' | 'movedBecause'> => ({
  receivedBy: workingDayOnOrAfter(plainDateOf(`${year}-01-02`)),
  movedBecause: 'christmas',
})
