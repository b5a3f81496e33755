// Everything that the check before issue looks at, as plain values: the plan, and what the case knows around it.

import { partsOf, type PlainDate } from '../../calendar/plain-date.ts'
import type { AdviceId, AdviceLineId, LineId } from '../../ids.ts'
import type { Disposition } from '../advice-line.ts'
import type { PlanContent } from '../line.ts'

/** The letters of reg 6(1), and the child's own views (CFA 2014 s.19; reg 7). */
export const adviceItems = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 's19'] as const
export type AdviceItem = (typeof adviceItems)[number]

export const adviceItemWords: Record<AdviceItem, string> = {
  a: 'the parents’ or young person’s advice',
  b: 'education advice',
  c: 'medical advice',
  d: 'educational psychology advice',
  e: 'social care advice',
  f: 'advice from others',
  g: 'advice on preparing for adulthood',
  h: 'advice that the family asked for',
  s19: 'the child’s or young person’s own views',
}

export interface AdviceUnderCheck {
  readonly item: AdviceItem
  readonly adviceId?: AdviceId
  readonly author?: string
  readonly role?: string
  readonly dated?: PlainDate
  readonly isReceived: boolean
  /** Whether the report itself goes with the plan (reg 12(1)(k)). */
  readonly isAttached: boolean
  /** Under a seal: it does not go out with the plan as it is. */
  readonly isSealed?: boolean
  /** False where a service answered that it does not know the child. */
  readonly isKnownToService?: boolean
  /** Present when the advice was made earlier, for another purpose: reg 6(4) asks for three agreements. */
  readonly reuse?: { readonly providerAgrees: boolean; readonly authorityAgrees: boolean; readonly familyAgrees: boolean }
  /** Why it is not there and which manager let the plan go on without it. */
  readonly missing?: { readonly reason: string; readonly manager: string }
  readonly lines: readonly { readonly id: AdviceLineId; readonly text: string; readonly disposition?: Disposition }[]
}

/** What the wording check found in one line: computed in another room and handed in. */
export interface WordingResult {
  readonly lineId: LineId
  readonly verdict: 'specific' | 'partly' | 'vague' | 'smart' | 'not-smart'
  /** For provision: who, what, howMuch, howOften, howLong, ratio, reviewer… For an outcome: which of SMART. */
  readonly missing: readonly string[]
}

export interface ConsultationUnderCheck {
  readonly settingName: string
  /** time-passed: it did not answer within its 15 days; the authority may go on. */
  readonly state: 'open' | 'answered' | 'time-passed' | 'withdrawn'
  /** Whether it is of a kind that a family may ask to have named (CFA 2014 s.38(3)). */
  readonly isSection38: boolean
  readonly hasOfferedPlace: boolean
}

export interface DraftNotice {
  readonly windowFrom?: PlainDate
  readonly windowTo?: PlainDate
  readonly saysRightToAskForSetting: boolean
  readonly saysWhereToFindSettings: boolean
  readonly offersMeeting: boolean
  readonly saysAdviceService: boolean
}

export const planStatuses = ['draft', 'final', 'amended'] as const
export type PlanStatus = (typeof planStatuses)[number]

export interface PlanUnderCheck {
  readonly content: PlanContent
  readonly child: { readonly names: readonly string[]; readonly dateOfBirth?: PlainDate; readonly yearGroup?: number }
  readonly areaName: string
  readonly status: PlanStatus
  readonly dates: {
    readonly firstMadeOn?: PlainDate
    readonly thisVersionOn?: PlainDate
    /** Last day on which the family may make representations on the draft or the proposed changes. */
    readonly windowClosesOn?: PlainDate
    /** The day on which the family itself said that it has finished, before the window closed. */
    readonly familyFinishedOn?: PlainDate
  }
  readonly draftNotice?: DraftNotice
  readonly advice: readonly AdviceUnderCheck[]
  /** How many reports section K of a plan from before the hub lists: they stand in its list, and were not given here. */
  readonly listedBefore?: number
  readonly representations: readonly { readonly id: string; readonly isAnswered: boolean }[]
  readonly consultations: readonly ConsultationUnderCheck[]
  readonly settingsAsked: readonly { readonly settingName: string; readonly isSection38: boolean }[]
  readonly icbAgreement?: { readonly by: string; readonly on: PlainDate }
  readonly formats: { readonly needed: readonly string[]; readonly offered: readonly string[] }
  /** Names and words that must not reach the plan: other children, withheld words, sealed addresses. */
  /** `isSecret`: found, and not said again: part of a protected address. */
  readonly keepOut: readonly { readonly term: string; readonly why: string; readonly isSecret?: true }[]
  readonly wording: readonly WordingResult[]
  /** Local choice: advice older than this is shown for a second look. */
  readonly adviceOldAfterMonths: number
  readonly today: PlainDate
}

/** The calendar year in which the school year of a day began: school years run from 1 September. */
const schoolYearOf = (date: PlainDate): number => {
  const { year, month } = partsOf(date)
  return month >= 9 ? year : year - 1
}

/**
 * Reg 12(3): in or beyond Year 9. By the recorded year group, so that a child taught out of year is judged by where they
 * are taught; by birth where none is recorded (Year 9 is the school year of the fourteenth birthday).
 */
export function isInOrBeyondYear9({ child, today }: Pick<PlanUnderCheck, 'child' | 'today'>): boolean {
  if (child.yearGroup !== undefined) return child.yearGroup >= 9
  if (child.dateOfBirth === undefined) return false
  return schoolYearOf(today) - schoolYearOf(child.dateOfBirth) >= 14
}
