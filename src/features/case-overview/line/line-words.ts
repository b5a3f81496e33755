// What families read beside the days of their line: who has it, why the law lets a council be later, and what a date is.

import type { Excuse, OwedBy, Standing } from '../../../domain/clocks/clock.ts'
import type { LineStep } from '../../../domain/timeline/line-of.ts'

const turnByHolder = {
  council: 'It is our turn', family: 'It is your turn', advisers: 'We are waiting for the people we asked', setting: 'We are waiting for the school or college',
} as const

const turnByOwner: Partial<Record<OwedBy, string>> = {
  'old-council': 'We are waiting for the old council', 'health-body': 'We are waiting for the NHS', 'mediation-adviser': 'The mediation adviser has it',
  'adult-care': 'We are waiting for adult social care', tribunal: 'The Tribunal has it', 'both-sides': 'It is your turn and ours',
}

/** "It is our turn". What the family may do, and need not, is nobody's turn. */
export const turnWords = ({ step, whoHolds, owedBy }: LineStep): string => whoHolds === 'family' && step !== 'views-on-draft' && step !== 'views-on-changes'
  ? 'You can do this if you want to' : (owedBy === undefined ? undefined : turnByOwner[owedBy]) ?? turnByHolder[whoHolds]

const nameByOwner: Partial<Record<OwedBy, string>> = {
  'old-council': 'The old council', 'health-body': 'The NHS', 'mediation-adviser': 'The mediation adviser', 'adult-care': 'Adult social care', tribunal: 'The Tribunal', 'both-sides': 'You and us',
}

/** Who has it now: a council's officer by name. */
export function whoHasIt({ whoHolds, owedBy }: LineStep, officer: string | undefined, council: string): string {
  const named = owedBy === undefined ? undefined : nameByOwner[owedBy]
  if (named !== undefined) return named
  if (whoHolds === 'council') return officer === undefined ? council : `${officer}, ${council}`
  return { family: 'You', advisers: 'The people we asked for advice', setting: 'The school or college' }[whoHolds]
}

/**
 * Why the law lets a council be later (SEND Regulations 2014, regs 5(4), 8(2), 10(4), 13(3)). Nothing of what was claimed: each of
 * the family may read it, and it can be about another of them.
 */
export const excuseForFamily: Record<Excuse, string> = {
  A: 'a school or college that we asked was shut for four weeks or more',
  B: 'a nursery or childminder that we asked was shut for four weeks or more',
  C: 'something rare and hard happened that nobody could plan for',
  D: 'someone we needed to see was away for four weeks or more',
  M: 'an appointment was missed',
  O: 'someone we needed to see was away for two weeks or more',
  V: 'it was the time of coronavirus, in 2020',
}

/** What kind of date it is: a limit of law and a council's own are never mixed. */
export const kindOfDate: Record<Standing, string> = { law: 'set by law', guidance: 'set by guidance, not law', planning: 'our own plan, not law' }

/** The same in two words, where there is little room. */
export const shortKind: Record<Standing, string> = { law: 'by law', guidance: 'by guidance', planning: 'our own plan' }

export const whatTheDateIs: Record<Standing, string> = {
  law: 'This is the last day that the law allows.',
  guidance: 'This day comes from guidance. It should be kept, but it is not law.',
  planning: 'This is the day that we plan for. It is not a day in the law.',
}
