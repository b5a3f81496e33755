// Who is late, and why. An assessment is late because somebody in it is: a service with more children than people, a school in its summer,
// an officer with too many plans, a setting that is asked late or says no. How far each body of an area is behind moves from quarter to
// quarter and is the same for all who wait then; only what is left is the single child's own.

import { isSummer } from './days.ts'
import { randomOf, type Random } from './random.ts'

export const bodies = ['school', 'paediatrician', 'therapist', 'psychologist', 'social-care', 'officer', 'setting'] as const
export type Body = (typeof bodies)[number]
export const advisers = ['school', 'paediatrician', 'therapist', 'psychologist', 'social-care'] as const satisfies readonly Body[]
export type Adviser = (typeof advisers)[number]

/** How much further behind than the psychologists a body usually is: all of England's reports name these first. */
const behind: Readonly<Record<Body, number>> = { psychologist: 0, therapist: -1.1, paediatrician: -1.2, 'social-care': -1.6, school: -1.9, officer: -1, setting: -1.3 }
const quarterSpread = 0.35

/** What is the child's own in each body's lateness, drawn once and used for every day that is tried. */
export interface Luck { readonly own: Readonly<Record<Body, number>>; readonly place: Readonly<Record<Body, number>>; readonly decided: number; readonly final: number }

export function luckOf(random: Random): Luck {
  const each = (draw: () => number): Record<Body, number> => Object.fromEntries(bodies.map((body) => [body, draw()])) as Record<Body, number>
  return { own: each(random.normal), place: each(random.next), decided: random.normal(), final: random.next() }
}

/** How far behind the bodies of an area are: one number for the area as a whole, and each body's quarters. */
export interface Pressure {
  readonly level: number
  readonly quarter: (body: Body, day: number) => number
}

const quarterOf = (day: number): number => Math.floor(day / 91.3125)

export function pressureOf(seed: number, areaKey: string, onTime: number): Pressure {
  const known = new Map<string, number>()
  return {
    level: levelFor(onTime),
    quarter: (body, day) => {
      const name = `${body} ${quarterOf(day)}`
      const before = known.get(name)
      if (before !== undefined) return before
      // Half of a quarter's lag is that of the quarter before: a backlog does not go overnight.
      const now = randomOf(seed, 'quarter', areaKey, body, quarterOf(day)).normal()
      const last = randomOf(seed, 'quarter', areaKey, body, quarterOf(day) - 1).normal()
      const lag = quarterSpread * (now + last) * Math.SQRT1_2
      known.set(name, lag)
      return lag
    },
  }
}

export type Cause = Adviser | 'officer' | 'setting' | 'summer'

/** Days after the request. */
export interface Times {
  readonly decided: number
  readonly asked: number
  readonly given: Readonly<Record<Adviser, number>>
  readonly planDecided: number
  readonly draft: number
  readonly consultationAnswered: number
  readonly secondConsultation?: number
  readonly final: number
  /** Who cost the most days, where anybody did. */
  readonly cause?: Cause
}

/** Days beyond what a body has: none for most; a long tail, for what waits in a queue waits for all that is before it. */
const over = (lag: number, scale: number, tail: number): number => (lag <= 0 ? 0 : Math.min(640, 2 + scale * (Math.exp(tail * lag) - 1)))

/**
 * The days of an assessment that was asked for on a day.
 * @param load how much more than usual the officer has, -1 (170 plans) to 1 (250)
 */
export function timesOf({ level, quarter }: Pressure, luck: Luck, requestedOn: number, load: number): Times {
  const lagOf = (body: Body, day: number): number => level + behind[body] + quarter(body, day) + luck.own[body]
  const undecided = over(-1.13 + 0.28 * level + 0.3 * load + luck.decided, 10, 0.9)
  const decided = Math.round(undecided > 0 ? 42 + undecided : 22 + luck.place.officer * 20)
  const asked = decided + 1
  const given: Record<Adviser, number> = { school: 0, paediatrician: 0, therapist: 0, psychologist: 0, 'social-care': 0 }
  let cause: Cause | undefined
  let most = 0
  const blame = (who: Cause, days: number): void => { if (days > most) [cause, most] = [who, days] }
  blame('officer', undecided)
  for (const body of advisers) {
    const lag = lagOf(body, requestedOn + asked)
    const late = over(lag, 16, 1.2)
    let day = Math.round(late > 0 ? asked + 42 + late : asked + 20 + luck.place[body] * 21)
    // Schools, and whoever sees a child in school, find nobody there in the summer.
    const fallsInSummer = body === 'school' || (body === 'psychologist' && luck.place.psychologist < 0.5)
    if (fallsInSummer && isSummer(requestedOn + day)) {
      const before = day
      while (isSummer(requestedOn + day)) day += 1
      day += 3 + Math.floor(luck.place[body] * 12)
      blame('summer', day - asked - 42 > 0 ? day - before : 0)
    } else blame(body, late)
    given[body] = day
  }
  const allIn = Math.max(...Object.values(given))
  const officer = over(lagOf('officer', requestedOn + allIn) + 0.45 * load, 9, 1.1)
  blame('officer', officer)
  const planDecided = Math.round(allIn + 2 + luck.place.officer * 9 + 0.4 * officer)
  const draft = Math.round(planDecided + 3 + luck.place.setting * 6 + 0.6 * officer)
  const setting = over(lagOf('setting', requestedOn + draft), 14, 1)
  blame('setting', setting)
  const consultationAnswered = draft + 6 + Math.round(luck.place.setting * 9)
  const earliest = draft + 21 + Math.round(setting)
  return {
    decided, asked, given, planDecided, draft, consultationAnswered, ...(setting > 14 ? { secondConsultation: consultationAnswered + 2 } : {}),
    final: Math.max(earliest, Math.round(128 + luck.final * 11)), ...(cause === undefined ? {} : { cause }),
  }
}

export const twentyWeeks = 140

let curve: { readonly level: number; readonly share: number }[] | undefined

/** The level at which that share of plans is in time, found by making 2,000 assessments at each of some levels. */
function levelFor(onTime: number): number {
  curve ??= Array.from({ length: 29 }, (_, index) => {
    const level = -3.5 + index * 0.25
    let inTime = 0
    for (let n = 0; n < 2000; n += 1) {
      const random = randomOf('curve', n)
      const luck = luckOf(random)
      const lags = Object.fromEntries(bodies.map((body) => [body, quarterSpread * random.normal()])) as Record<Body, number>
      if (timesOf({ level, quarter: (body) => lags[body] }, luck, 19_000 + (n % 730), 2 * random.next() - 1).final <= twentyWeeks) inTime += 1
    }
    return { level, share: inTime / 2000 }
  })
  const after = curve.findIndex(({ share }) => share <= onTime)
  const [from, to] = [curve[Math.max(0, after - 1)], curve[after]]
  if (from === undefined || to === undefined) return after === -1 ? 3.5 : -3.5
  return from.share === to.share ? to.level : from.level + ((from.share - onTime) / (from.share - to.share)) * (to.level - from.level)
}
