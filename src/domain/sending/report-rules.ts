// When a report closes the families' pages, and when it only tells the people on duty. One report of somebody signed in is enough; a
// stranger's never is. Whoever closed them for nothing a short while ago is believed again only by a person.

import type { Instant } from '../calendar/plain-date.ts'
import { daysBetween } from '../calendar/plain-date.ts'
import { londonDateOf } from '../calendar/london-date.ts'

/** Days after a report that two people found to be nothing. */
export const daysOfDoubt = 30

export const mayLockByReport = ({ now, lastFoundNothingAt }: { now: Instant; lastFoundNothingAt: Instant | undefined }): boolean =>
  lastFoundNothingAt === undefined || daysBetween(londonDateOf(lastFoundNothingAt), londonDateOf(now)) > daysOfDoubt
