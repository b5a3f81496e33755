// Why a plan ends: the two grounds of the law for a decision, the ends that need none, and the codes under which the Department for
// Education counts them (SEN2). Children and Families Act 2014, ss.45, 46.

/** CFA 2014 s.45(1): a plan may be ended by decision on these grounds and on no other. */
export const ceaseGrounds = ['no-longer-responsible', 'no-longer-necessary'] as const
export type CeaseGround = (typeof ceaseGrounds)[number]
export const isCeaseGround = (text: string): text is CeaseGround => (ceaseGrounds as readonly string[]).includes(text)

/** SEN2: reason for ceasing. */
export const cessationCodes = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
export type CessationCode = (typeof cessationCodes)[number]
export const isCessationCode = (no: number): no is CessationCode => (cessationCodes as readonly number[]).includes(no)

export const cessationWords: Record<CessationCode, string> = {
  1: 'Reached the maximum age', 2: 'Special educational needs are met without a plan', 3: 'Moved on to higher education',
  4: 'Moved on to paid employment, not an apprenticeship', 5: 'Transferred to another authority', 6: 'Does not wish to engage in further education or training',
  7: 'Left England', 8: 'Died', 9: 'Another reason',
}

/** The same inside a sentence: "moved on to higher education", "left England". */
export const cessationClause = (code: CessationCode): string => cessationWords[code].charAt(0).toLowerCase() + cessationWords[code].slice(1)

/** Codes that a decision can have; the others are ends without one (a transfer has a road of its own: SEND Regs 2014 reg 15). */
export const decidedCodes: Record<CeaseGround, readonly CessationCode[]> = {
  'no-longer-responsible': [9], 'no-longer-necessary': [2, 3, 4, 6, 9],
}

/**
 * How a plan came to its end: by decision once nobody can appeal, because the Tribunal dismissed the appeal (reg 44(2)(a)), or without any
 * decision: death, leaving England, the twenty-fifth birthday (s.46).
 */
export const ceaseCauses = ['decision', 'tribunal', 'died', 'left-england', 'age'] as const
export type CeaseCause = (typeof ceaseCauses)[number]
/** Ends that no decision makes. */
export const causesWithoutDecision = ['died', 'left-england', 'age'] as const satisfies readonly CeaseCause[]
export type CauseWithoutDecision = (typeof causesWithoutDecision)[number]
export const isCauseWithoutDecision = (text: string): text is CauseWithoutDecision => (causesWithoutDecision as readonly string[]).includes(text)

export const codeOfCause: Record<CauseWithoutDecision, CessationCode> = { died: 8, 'left-england': 7, age: 1 }

/** What people put forward and what is no ground: law of ceasing, SEND Regs 2014 regs 29, 30; CFA 2014 ss.45, 48. */
export const notGrounds: readonly string[] = [
  'being excluded from a school or college, or not attending', 'being ill', 'being 19 or over', 'being on an apprenticeship or a supported internship', 'being in custody',
  'the cost of the provision',
]
