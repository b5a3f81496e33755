import type { Calendar } from '../calendar/calendar.ts'
import { englandsCalendar } from '../calendar/england.ts'
import { dayNumber, type PlainDate } from '../calendar/plain-date.ts'
import { withinMonths } from '../calendar/law-periods.ts'
import { dateOf } from '../clocks/day-arithmetic.ts'
import { tribunalDay, whyMoved } from '../clocks/tribunal-day.ts'

export interface AppealLimit {
  /** The Tribunal must have received the appeal on this day, by 5 pm (r.12(1)). */
  readonly receivedBy: PlainDate
  readonly twoMonths: PlainDate
  readonly oneMonthFromCertificate?: PlainDate
  /** Why the day is later than the two months or the one month by themselves. */
  readonly movedBecause?: 'august' | 'christmas' | 'not-a-working-day'
}

/**
 * APP-01, HESC Rules 2008, r.20(1)(c): two months after the notice was sent or, if later, one month from the date of issue of the
 * mediation certificate. R.12(2) moves a last day that is no working day to the next one; r.12(3)(a) moves one in August or
 * from 25 December to 1 January to the first working day after. The Tribunal may let a late appeal in (r.5): it decides.
 */
export function appealBy(noticeSentOn: PlainDate, certificateIssuedOn?: PlainDate, calendar: Calendar = englandsCalendar): AppealLimit {
  const twoMonths = withinMonths(noticeSentOn, 2)
  if (certificateIssuedOn === undefined) return { twoMonths, ...moved(twoMonths, calendar) }
  const oneMonthFromCertificate = withinMonths(certificateIssuedOn, 1)
  const later = oneMonthFromCertificate > twoMonths ? oneMonthFromCertificate : twoMonths
  return { twoMonths, oneMonthFromCertificate, ...moved(later, calendar) }
}

function moved(lastDay: PlainDate, calendar: Calendar): Pick<AppealLimit, 'receivedBy' | 'movedBecause'> {
  const day = dayNumber(lastDay)
  const received = tribunalDay(day, calendar)
  if (Number.isNaN(received)) throw new Error(`the calendar of ${calendar.firstYear} to ${calendar.lastYear} does not reach to ${lastDay}`)
  const because = whyMoved(day, received)
  return { receivedBy: dateOf(received), ...(because === undefined ? {} : { movedBecause: because }) }
}
