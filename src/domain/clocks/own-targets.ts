// The clocks beside which a council may set itself a target, and which targets make sense there. A target never moves a date of
// the law: it says by when the council means to be ready.

import { councilOwes } from '../case-file/work-reasons.ts'
import type { Clock, Target } from './clock.ts'
import { daysAdded } from './period.ts'
import { childrenAndFamiliesAct2014 } from './regimes.ts'

/** What an area may set: days before the legal date, the working day on or before it, or days after the start. */
export type OwnTarget = Exclude<Target, { kind: 'one-year-from-meeting' }>
export const ownTargetKinds = ['days-before', 'working-day', 'days-after-start'] as const satisfies readonly OwnTarget['kind'][]

/** Limits that the council itself owes and that have a period. */
export const clocksWithTargets: readonly Clock[] = childrenAndFamiliesAct2014.clocks.filter(({ nature, owedBy, period, standing }) =>
  nature === 'limit' && standing !== 'guidance' && period.kind !== 'no-period' && period.kind !== 'at-once' && councilOwes.some((one) => one === owedBy))

/** How many days a target may be away from the legal date or the start: within the period, where that is always as many days. */
export const mostTargetDays = ({ period }: Clock): number => Math.abs(daysAdded(period) ?? 365)
