// The decisions of Part 3 that a young person takes, each by its own name: capacity belongs to one decision at one time
// (Mental Capacity Act 2005, ss.2(1), 3(1)), so nobody is ever recorded as unable to decide in general.

export const rightsDecisions = ['sharing', 'request', 'draft', 'appeal', 'review'] as const
/** 'sharing' is who may see the plan and be told of it; a parent's access hangs on it. */
export type RightsDecision = (typeof rightsDecisions)[number]

interface DecisionWords {
  /** As staff read it: "can decide …". */
  readonly staff: string
  /** As the family reads it. */
  readonly family: string
  readonly law: string
}

export const decisionWords: Record<RightsDecision, DecisionWords> = {
  sharing: { staff: 'who may see their plan, get their letters and speak for them', family: 'who can see the plan and help', law: 'SEND Regulations 2014, reg 17' },
  request: { staff: 'whether to ask for an assessment or a reassessment', family: 'if we should be asked to assess', law: 'Children and Families Act 2014, ss.36(1), 44' },
  draft: { staff: 'what to say of a draft plan and which school or college to ask for', family: 'what to say about a draft plan', law: 'Children and Families Act 2014, s.38' },
  appeal: { staff: 'whether to go to mediation or appeal', family: 'if we should be taken to mediation or a Tribunal', law: 'Children and Families Act 2014, ss.51 to 55' },
  review: { staff: 'what to say at a review of the plan', family: 'what to say when the plan is reviewed', law: 'SEND Regulations 2014, reg 20' },
}

export const isRightsDecision = (text: string): text is RightsDecision => (rightsDecisions as readonly string[]).includes(text)

/** A decision in words; facts of older days carry their own. */
export const wordsOfDecision = (decision: string, as: 'staff' | 'family' = 'staff'): string => (isRightsDecision(decision) ? decisionWords[decision][as] : decision)

const appealed: readonly string[] = ['refuse-to-assess', 'refuse-plan', 'final-plan', 'plan-kept', 'amended-plan', 'not-amending', 'cease', 'refuse-reassessment']

/** Whose decision a letter is about: what can be appealed is the appeal's, a draft or proposed changes are the draft's, all else is being told. */
export const decisionOfLetter = (kind: string): RightsDecision =>
  (kind === 'draft-plan' || kind === 'amendment-notice' ? 'draft' : appealed.includes(kind) ? 'appeal' : 'sharing')
