// Whether a decision to end a plan can stand on what was answered: CFA 2014 s.45(1) to (3); SEND Regs 2014 regs 29 to 31.

import type { PlainDate } from '../calendar/plain-date.ts'
import { ageOn } from '../calendar/plain-date.ts'
import type { CeaseGround, CessationCode } from './cease-codes.ts'
import { decidedCodes } from './cease-codes.ts'
import type { Ceasing } from './ceasing-of.ts'

/** What the decision-maker answered. Absent: not asked of this child. */
export interface CeaseAnswers {
  readonly ground: CeaseGround
  readonly code: CessationCode
  /** No longer responsible: s.24(1) no longer applies (the child or young person is no longer in the area, and it is no transfer). */
  readonly notResponsible?: boolean
  /** No longer necessary: the provision in the plan is no longer required. */
  readonly notRequired?: boolean
  /** Over 18: the outcomes for education and training were weighed (s.45(3)). */
  readonly outcomesWeighed?: boolean
  /** Not in education or training now. */
  readonly outOfEducation?: boolean
  /** A review found out whether they wish to return, and whether that is right for them (reg 30). */
  readonly askedAtReview?: boolean
}

export type CeaseRefusal =
  /** Reg 31(1): the family and the setting come first. */
  | { readonly kind: 'not-consulted' }
  | { readonly kind: 'already-notified' }
  | { readonly kind: 'ground-does-not-fit'; readonly ground: CeaseGround }
  | { readonly kind: 'code-does-not-fit' }
  /** Under 18 a plan ends only when it is no longer needed: work or study elsewhere is no reason by itself (reg 29). */
  | { readonly kind: 'under-18-out-of-education' }
  | { readonly kind: 'under-18-code' }
  | { readonly kind: 'outcomes-not-weighed' }
  | { readonly kind: 'return-not-asked' }

/** Codes that are no reason for somebody under 18, who must be helped back into education or training (reg 29(2)). */
const notUnder18: readonly CessationCode[] = [4, 6]

/** What stands in the way of a decision to end the plan, all of it, in the order of the form. */
export function ceaseRefusals(ceasing: Pick<Ceasing, 'consulted' | 'notified'>, answers: CeaseAnswers, { bornOn, today }: { bornOn: PlainDate; today: PlainDate }): CeaseRefusal[] {
  const age = ageOn(bornOn, today)
  const { ground, code } = answers
  return [
    ...(ceasing.consulted === undefined ? [{ kind: 'not-consulted' } as const] : []),
    ...(ceasing.notified === undefined ? [] : [{ kind: 'already-notified' } as const]),
    ...((ground === 'no-longer-responsible' ? answers.notResponsible : answers.notRequired) === true ? [] : [{ kind: 'ground-does-not-fit', ground } as const]),
    ...(decidedCodes[ground].includes(code) ? [] : [{ kind: 'code-does-not-fit' } as const]),
    ...(age < 18 && ground === 'no-longer-necessary' && notUnder18.includes(code) ? [{ kind: 'under-18-code' } as const] : []),
    ...(age < 18 && ground === 'no-longer-necessary' && answers.outOfEducation === true ? [{ kind: 'under-18-out-of-education' } as const] : []),
    // Section 45(3) speaks of a young person over the age of 18.
    ...(age >= 18 && ground === 'no-longer-necessary' && answers.outcomesWeighed !== true ? [{ kind: 'outcomes-not-weighed' } as const] : []),
    ...(age >= 18 && ground === 'no-longer-necessary' && answers.outOfEducation === true && answers.askedAtReview !== true ? [{ kind: 'return-not-asked' } as const] : []),
  ]
}

export type AtOnceRefusal = { readonly kind: 'under-25'; readonly birthday: PlainDate } | { readonly kind: 'in-the-future' }
