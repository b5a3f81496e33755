// A regime is a pack of clocks with the dates between which a case is dated by it. The next law is a second pack, not a change
// to this one: a breach is judged by the law of its date.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { Clock } from './clock.ts'

export interface Regime {
  readonly id: string
  readonly title: string
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly clocks: readonly Clock[]
}
