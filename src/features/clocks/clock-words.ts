// What the engine's codes are called when people read them.

import type { ClockNature, Holder, OwedBy, Standing } from '../../domain/clocks/clock.ts'

export const owedByWords: Readonly<Record<OwedBy | Holder, string>> = {
  'council': 'the council',
  'family': 'the family',
  'advisers': 'whoever was asked for advice',
  'setting': 'the school, nursery or college',
  'old-council': 'the council that the child moves from',
  'new-council': 'the council that the child moves to',
  'health-body': 'the health body',
  'mediation-adviser': 'the mediation adviser',
  'adult-care': 'adult social care',
  'tribunal': 'the Tribunal',
  'data-controller': 'whoever keeps the data',
  'both-sides': 'both sides',
}

export const standingWords: Readonly<Record<Standing, string>> = {
  law: 'Law', guidance: 'Guidance, not law', planning: 'A planning date of ours, worked out from the law',
}

export const natureWords: Readonly<Record<ClockNature, string>> = {
  limit: 'It must be done by the last day',
  window: 'It may be done until the last day; then the time is over',
  floor: 'It must not be done before the last day is over',
  duty: 'It stands, with no last day',
}
