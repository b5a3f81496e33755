// Whether a plan may be ended for a reason: CFA 2014 s.45; SEND Regulations 2014, regs 29, 30. The clocks say what must be done
// first; this says whether the reason is one at all.

import type { ClockReading } from './reading.ts'

export interface CeaseQuestion {
  readonly planStillNecessary: boolean
  readonly because: 'no-longer-responsible' | 'no-longer-necessary' | 'not-in-education'
}

export interface CeaseAnswer {
  readonly may: boolean
  readonly why: string
  readonly law: string
}

export function mayCease(readings: readonly ClockReading[], { planStillNecessary, because }: CeaseQuestion): CeaseAnswer {
  const law = 'Children and Families Act 2014, s.45(1)'
  if (because === 'no-longer-responsible') return { may: true, why: 'The council is no longer responsible.', law }
  const isOpen = (id: string): boolean => readings.some((reading) => reading.id === id && reading.state === 'running')
  if (planStillNecessary && isOpen('REV-17')) {
    return { may: false, why: 'Under 18, being out of education or training is no reason: the plan must be reviewed, and amended where appropriate.', law: 'SEND Regulations 2014, reg 29' }
  }
  if (isOpen('REV-18')) return { may: false, why: 'The plan must be reviewed first, to find out whether the young person wishes to return.', law: 'SEND Regulations 2014, reg 30' }
  return planStillNecessary ? { may: false, why: 'The plan is still necessary.', law } : { may: true, why: 'The plan is no longer necessary.', law }
}
