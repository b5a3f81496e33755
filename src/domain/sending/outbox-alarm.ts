// When something in the outbox has waited too long, so that its owner and whoever decides are told on their own page. A letter that
// nobody posts is a notice that was not given.

import type { Instant, PlainDate } from '../calendar/plain-date.ts'
import { addDays } from '../calendar/plain-date.ts'
import { londonDateOf } from '../calendar/london-date.ts'
import { addWorkingDays } from '../calendar/working-days.ts'

/** Working days in which a letter is printed and posted, after the day on which it was made. */
export const daysToPost = 1
/** Minutes after which an e-mail or text that is not held should have left. */
export const minutesToLeave = 60

/** The last day on which a letter queued then is posted in time. */
export const postBy = (queuedAt: Instant): PlainDate => addWorkingDays(londonDateOf(queuedAt), daysToPost)

/** Letters queued on this day or before are overdue on the day given. */
export function lettersOverdueFrom(today: PlainDate): PlainDate {
  let day = addDays(today, -1)
  while (addWorkingDays(day, daysToPost) >= today) day = addDays(day, -1)
  return day
}
