// How long somebody may stay signed in. By kind of user; whoever is several gets the strictest. The figures follow what others in
// the public sector found workable (GOV.UK Notify: 30 minutes for its administrators) and what a shared staff room asks for;
// WCAG 2.2.1 asks for the warning and the means to stay.

import type { Role } from './parts.ts'

export const kindsOfUser = ['administrator', 'staff', 'family'] as const
/** `administrator`: gives and takes others' access, or reads who looked at what. */
export type KindOfUser = typeof kindsOfUser[number]

export interface SessionLimits {
  /** Without a page asked for. */
  readonly idleMinutes: number
  /** From the sign-in, whatever happens. */
  readonly longestMinutes: number
}

/** Minutes before the end at which a page warns: at least two (WCAG 2.2.1 asks for twenty seconds; DWP's pattern for two minutes). */
export const warnMinutes = 3

export const staffIdleMinutes = { least: 15, usual: 30, most: 60 } as const
const hours = 60
const administrators: readonly Role[] = ['staff-administrator', 'access-officer']

interface Standing {
  /** The roles held today, each with what its area says about its staff. */
  readonly roles: readonly { readonly role: Role; readonly staffIdleMinutes?: number | undefined }[]
  readonly isFamily: boolean
}

/** Somebody with neither role nor child is treated as family: a parent before the request is sent. */
export function kindsOf({ roles, isFamily }: Standing): readonly KindOfUser[] {
  const kinds: KindOfUser[] = [
    ...(roles.some(({ role }) => administrators.includes(role)) ? ['administrator' as const] : []),
    ...(roles.some(({ role }) => !administrators.includes(role)) ? ['staff' as const] : []),
  ]
  return isFamily || kinds.length === 0 ? [...kinds, 'family'] : kinds
}

/** The kind that a session is of: the one that asks for most care. */
export const strictestKind = (standing: Standing): KindOfUser => kindsOf(standing)[0] ?? 'family'

export const isStricter = (one: KindOfUser, than: KindOfUser): boolean => kindsOfUser.indexOf(one) < kindsOfUser.indexOf(than)

/** The strictest of what each kind of user has; on a computer that others use too, stricter still. */
export function limitsFor(standing: Standing, { isSharedComputer }: { readonly isSharedComputer: boolean }): SessionLimits {
  const byKind: Record<KindOfUser, SessionLimits> = {
    administrator: { idleMinutes: 15, longestMinutes: 12 * hours },
    staff: { idleMinutes: Math.min(...standing.roles.map((role) => withinBounds(role.staffIdleMinutes))), longestMinutes: 12 * hours },
    family: { idleMinutes: 30, longestMinutes: 12 * hours },
  }
  const all = [...kindsOf(standing).map((kind) => byKind[kind]), ...(isSharedComputer ? [{ idleMinutes: 10, longestMinutes: 2 * hours }] : [])]
  return { idleMinutes: Math.min(...all.map((one) => one.idleMinutes)), longestMinutes: Math.min(...all.map((one) => one.longestMinutes)) }
}

/** What a council may choose; anything outside is brought inside, so that no row of the database can turn the limit off. */
const withinBounds = (minutes: number = staffIdleMinutes.usual): number => Math.min(Math.max(minutes, staffIdleMinutes.least), staffIdleMinutes.most)

export interface TimesOfSession {
  /** All in minutes from any one moment. */
  readonly startedAt: number
  readonly lastSeenAt: number
  readonly now: number
}

/** When a session ends if nobody does anything more, and why; `over` once it has. */
export function endOfSession({ startedAt, lastSeenAt, now }: TimesOfSession, limits: SessionLimits): { readonly endsAt: number; readonly because: 'idle' | 'limit'; readonly isOver: boolean } {
  const idleAt = lastSeenAt + limits.idleMinutes
  const limitAt = startedAt + limits.longestMinutes
  const endsAt = Math.min(idleAt, limitAt)
  return { endsAt, because: limitAt <= idleAt ? 'limit' : 'idle', isOver: endsAt <= now }
}
