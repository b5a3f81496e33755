// How the next review of a plan stands, in words: what a list of every plan counts by. Each plan is in exactly one of these.

export const plannedStates = ['untold', 'ending', 'late', 'held', 'day-passed', 'to-arrange', 'arranged', 'later'] as const
export type PlannedState = (typeof plannedStates)[number]
export const isPlannedState = (text: string): text is PlannedState => (plannedStates as readonly string[]).includes(text)

export const plannedStateWords: Record<PlannedState, string> = {
  untold: 'No date', ending: 'The plan is to end', late: 'Late', held: 'Held, decision to come', 'day-passed': 'The day arranged has passed', 'to-arrange': 'Nothing arranged, due this term', arranged: 'Meeting arranged', later: 'Due after this term',
}

// First and annual: CFA 2014 s.44(1). Under five: Code ch. 9. Phase: reg 18. Council's own: reg 21.
export const plannedKinds = ['first', 'annual', 'early-years', 'phase', 'council'] as const
export type PlannedKind = (typeof plannedKinds)[number]
export const isPlannedKind = (text: string): text is PlannedKind => (plannedKinds as readonly string[]).includes(text)

export const plannedKindWords: Record<PlannedKind, string> = {
  first: 'First review', annual: 'Annual review', 'early-years': 'Under five', phase: 'Phase transfer', council: 'The council’s own',
}

/** Where a child with a plan is educated who goes to no setting: the council arranges their reviews (SEND Regulations 2014, reg 21). */
export const otherwiseArrangements = ['elective-home', 'eotas', 'awaiting-place', 'no-setting'] as const
export type OtherwiseArrangement = (typeof otherwiseArrangements)[number]
export const isOtherwiseArrangement = (text: string): text is OtherwiseArrangement => (otherwiseArrangements as readonly string[]).includes(text)

export const otherwiseWords: Record<OtherwiseArrangement, string> = {
  'elective-home': 'Educated at home by the parents', eotas: 'Education otherwise than at school', 'awaiting-place': 'Waiting for a place', 'no-setting': 'No setting on record',
}

/** Who reads the list of a body: the role that is asked in it (migrations/0047 says the same). */
export const listReaders = { setting: 'senco', health: 'health-lead', 'social-care': 'social-care-lead' } as const
export type ListKind = keyof typeof listReaders
