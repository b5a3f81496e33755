// Which letter about the passing of the rights is due on a day. Twelve months before it the family is told; four weeks before it,
// told again. Nobody is told twice, and nobody is passed over because the program was not running on the day.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays, addMonths } from '../calendar/plain-date.ts'
import type { RightsRecord } from './rights-record.ts'

export const noticeMonths = 12
export const reminderDays = 28
/** A family told so shortly before needs no second letter. */
const daysBetweenLetters = 28

export type NoticeTiming = 'ahead' | 'inside' | 'passed'
export type RightsLetterDue = { readonly letter: 'notice'; readonly timing: NoticeTiming } | { readonly letter: 'reminder' }

/** Days after the twelve months began in which "a year from now" is still true enough to be said. */
const stillAYear = 14

export function rightsLetterDue({ rightsOn, noticeOn, reminderOn }: Pick<RightsRecord, 'rightsOn' | 'noticeOn' | 'reminderOn'>, today: PlainDate): RightsLetterDue | undefined {
  const from = addMonths(rightsOn, -noticeMonths)
  if (today < from) return undefined
  if (noticeOn === undefined) {
    // Who has been a young person for a year or more knows it by now, or is told by a person.
    if (today >= addMonths(rightsOn, noticeMonths)) return undefined
    return { letter: 'notice', timing: today >= rightsOn ? 'passed' : today <= addDays(from, stillAYear) ? 'ahead' : 'inside' }
  }
  const isNear = today >= addDays(rightsOn, -reminderDays) && today < rightsOn
  return isNear && reminderOn === undefined && addDays(noticeOn, daysBetweenLetters) <= today ? { letter: 'reminder' } : undefined
}
