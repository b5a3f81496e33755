// The words of a reminder: what kind of thing, and by when. Read over a shoulder or on a shared telephone they tell of no child, no
// setting, no diagnosis and no decision. A family's last days to appeal read like any other date, because a letter that can be
// appealed would tell what was decided.

import { dateWords } from '../calendar/date-words.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { ReminderKind } from './schedule.ts'

export interface ReminderWords {
  readonly subject: string
  readonly email: string
  /** With a link of up to 60 letters it fits one text message. */
  readonly textMessage: string
}

export interface Reminded {
  readonly kind: Exclude<ReminderKind, 'digest'>
  readonly dueOn: PlainDate
}

const privacy = 'We do not put any details in this message, to keep them private. We never ask for a password by e-mail.'

/** One message for everything that one person is reminded of about one child on one day: the earliest date stands for all. */
export function reminderWords(reminded: readonly [Reminded, ...Reminded[]], today: PlainDate): ReminderWords {
  const [first] = reminded.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)) as [Reminded, ...Reminded[]]
  const day = dateWords(first.dueOn)
  const { subject, said } = wordsFor[first.kind](day, first.dueOn === today ? `today, ${day}` : `by ${day}`)
  const more = reminded.length > 1 ? ' There are other dates too.' : ''
  return { subject, email: `${said}${more} Sign in to see it.\n\n${privacy}`, textMessage: `${said} Sign in to see it:` }
}

const wordsFor: Record<Reminded['kind'], (day: string, byDay: string) => { subject: string; said: string }> = {
  answers: (_, byDay) => ({ subject: `A reminder: please answer ${byDay}`, said: `We asked you for an answer. Please answer ${byDay}.` }),
  'last-days': (day) => ({ subject: `A reminder: a date for you is ${day}`, said: `There is something you can do until ${day}.` }),
  asked: (_, byDay) => ({ subject: `A reminder: your answer is due ${byDay}`, said: `You were asked for an answer. It is due ${byDay}.` }),
}

/** Counts of cases on somebody's own list of work. */
export interface DigestCounts {
  /** Last day today or past. */
  readonly late: number
  readonly week: number
  /** Others owe something and are late. */
  readonly chase: number
  /** Legal limits that passed and have no recorded reason: for managers. */
  readonly unexplained?: number
}

export const isWorthSaying = ({ late, week, chase, unexplained = 0 }: DigestCounts): boolean => late + week + chase + unexplained > 0

const cases = (count: number): string => (count === 1 ? '1 case' : `${count} cases`)
const limits = (count: number): string => (count === 1 ? '1 legal limit has' : `${count} legal limits have`)

/** A summary of a day's work in counts alone; `of` says whose list. */
export function digestWords({ late, week, chase, unexplained }: DigestCounts, of: 'officer' | 'manager'): { subject: string; email: string } {
  const lines = [
    ...(late === 0 ? [] : [`${cases(late)}: last day today or past`]),
    ...(week === 0 ? [] : [`${cases(week)}: due within 7 days`]),
    ...(chase === 0 ? [] : [`${cases(chase)}: others are late and can be chased`]),
    ...(unexplained === undefined || unexplained === 0 ? [] : [`${limits(unexplained)} passed without a recorded reason`]),
  ]
  return {
    subject: of === 'officer' ? 'Your work today' : 'The team’s work today',
    email: `${of === 'officer' ? 'On your list this morning' : 'On the team’s list this morning'}:\n\n${lines.join('\n')}\n\nSign in to see them.`,
  }
}
