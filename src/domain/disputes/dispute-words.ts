// The steps of a disagreement as the council records them: what each is called, which law it follows, and what must have come before.
// Children and Families Act 2014, ss.51 to 57; SEND Regulations 2014, regs 32 to 45; HESC Rules 2008.

import type { OrderKind } from '../clocks/event-kinds.ts'

/** What the council learns or does on the way to, in and after mediation, beside what has a fact of its own. */
export const mediationSteps = ['adviser-contacted', 'not-wanted', 'health-disputed', 'health-told', 'not-arranged', 'held'] as const
export type MediationStep = (typeof mediationSteps)[number]

/** What happens between an appeal and its decision. */
export const appealSteps = ['received', 'response-sent', 'hearing-listed', 'bundle-sent', 'ended', 'permission-asked'] as const
export type AppealStep = (typeof appealSteps)[number]

export const appealResults = ['allowed', 'allowed-in-part', 'dismissed'] as const
export type AppealResult = (typeof appealResults)[number]
export const appealResultWords: Record<AppealResult, string> = { allowed: 'Allowed', 'allowed-in-part': 'Allowed in part', dismissed: 'Dismissed' }

/** Reg 42: what an agreement in mediation is about decides by when it is done. */
export const agreementIssues = ['appealable', 'other', 'health-without-council'] as const
export type AgreementIssues = (typeof agreementIssues)[number]
export const agreementWords: Record<AgreementIssues, string> = {
  appealable: 'What could have been appealed: it is done as if the Tribunal had ordered it', other: 'Something else: it is done within two weeks',
  'health-without-council': 'Health care alone, agreed by the health body without the council',
}

/** SI 2017/1306: who answers a recommendation. */
export const recommendationTos = ['health', 'social-care'] as const
export type RecommendationTo = (typeof recommendationTos)[number]

export interface OrderWords {
  readonly staff: string
  /** After "The Tribunal said that the council must": what a family reads. */
  readonly family: string
  readonly law: string
}

/** SEND Regs 2014 reg 43(2). */
export const orderWords: Record<OrderKind, OrderWords> = {
  assess: { staff: 'Assess', family: 'do an assessment', law: 'regs 43(2)(b), 44(2)(b)' },
  reassess: { staff: 'Assess again', family: 'do a new assessment', law: 'regs 43(2)(b), 44(2)(b)' },
  'make-plan': { staff: 'Make and maintain a plan', family: 'make a plan', law: 'regs 43(2)(c), 44(2)(c)' },
  reconsider: { staff: 'Think again about whether a plan is needed', family: 'think again about a plan', law: 'regs 43(2)(d), 44(2)(d)' },
  'amend-contents': { staff: 'Amend needs or provision (with or without the setting)', family: 'change what the plan says', law: 'regs 43(2)(f), 44(2)(e)' },
  'amend-setting': { staff: 'Amend only the setting that is named', family: 'change the school or college in the plan', law: 'regs 43(2)(f), 44(2)(f)' },
  continue: { staff: 'Go on maintaining the plan as it is', family: 'keep the plan', law: 'regs 43(2)(g), 44(2)(g)' },
  'continue-and-amend': { staff: 'Go on maintaining the plan, and amend it', family: 'keep the plan and change it', law: 'regs 43(2)(h), 44(2)(h)' },
  'dismiss-cease': { staff: 'The appeal against ending the plan is dismissed', family: 'end the plan', law: 'reg 44(2)(a)' },
}

/** Kinds that change the words of a plan in force: they begin an amendment whose ordered words are locked. */
export const amendingKinds: readonly OrderKind[] = ['amend-contents', 'amend-setting', 'continue-and-amend']
/** Kinds that keep a plan which the council had decided to end. */
export const keepingKinds: readonly OrderKind[] = ['continue', 'continue-and-amend']
/** Kinds that can be given of a plan in force. */
export const kindsInForce: readonly OrderKind[] = ['amend-contents', 'amend-setting', 'continue', 'continue-and-amend', 'reassess', 'dismiss-cease']
/** What the council can be taken to be ordered when it does not oppose (reg 45): never the dismissal of an appeal. */
export const concedableKinds: readonly OrderKind[] = kindsInForce.filter((kind) => kind !== 'dismiss-cease')
