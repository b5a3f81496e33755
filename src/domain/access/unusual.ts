// When looking at records is unusual enough that somebody should ask about it. Nothing is stopped by it: an emergency, a new caseload or
// an inspection look the same from outside, and a person finds out which it was.

import { londonTimeOf } from '../calendar/london-date.ts'
import type { Instant } from '../calendar/plain-date.ts'
import { weekday } from '../calendar/plain-date.ts'
import type { Role } from './parts.ts'

export const unusualKinds = ['many-cases', 'out-of-hours', 'same-name', 'colleague', 'emergency-misses'] as const
export type UnusualKind = (typeof unusualKinds)[number]

/** How many cases that are not theirs somebody opens in an hour before it is told, by role. */
export type LimitsByRole = Readonly<Record<Role, number>>

/** Managers and coordinators go through many; who looks after records opens none at all. */
export const usualLimits: LimitsByRole = {
  'case-officer': 25, 'plan-writer': 25, 'decision-maker': 40, senco: 30, adviser: 15, 'advice-coordinator': 30, 'health-lead': 30, 'social-care-lead': 30,
  'staff-administrator': 1, 'access-officer': 1,
}

/** The widest of a person's roles counts: somebody who coordinates and advises is a coordinator. */
export const limitFor = (roles: readonly Role[], limits: LimitsByRole): number => Math.max(0, ...roles.map((role) => limits[role]))

/** Cases opened out of hours, in one night or weekend day, before it is told. */
export const outOfHoursLimit = 5

/** Between eight in the evening and seven in the morning, and all of Saturday and Sunday, London time. */
export function isOutOfHours(at: Instant): boolean {
  const { date, hour } = londonTimeOf(at)
  return hour < 7 || hour >= 20 || weekday(date) >= 6
}
