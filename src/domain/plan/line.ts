// A plan is lines, not a document. A line keeps its identity across versions; its words change by revision.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { AdviceId, AdviceLineId, DocumentId, LineId } from '../ids.ts'
import type { Section } from './sections.ts'

export const lineKinds = ['view', 'need', 'outcome', 'provision', 'placement', 'direct-payment', 'none-identified'] as const
export type LineKind = (typeof lineKinds)[number]

/** Which kinds of line may stand in which section (reg 12(1)). K is listed from the advice itself and holds no lines. */
export const kindsInSection: Record<Section, readonly LineKind[]> = {
  A: ['view'],
  B: ['need'],
  C: ['need', 'none-identified'],
  D: ['need', 'none-identified'],
  E: ['outcome'],
  F: ['provision'],
  G: ['provision', 'none-identified'],
  H1: ['provision', 'none-identified'],
  H2: ['provision', 'none-identified'],
  I: ['placement'],
  J: ['direct-payment', 'none-identified'],
  K: [],
}

// The four broad areas of need: SEND Code of Practice 6.28 to 6.35. Health and social care needs stand in C and D.
export const needAreas = [
  'communication-and-interaction',
  'cognition-and-learning',
  'social-emotional-mental-health',
  'sensory-and-or-physical',
] as const
export type NeedArea = (typeof needAreas)[number]

/** Preparation for adulthood: Code 8.9 onwards; reg 12(3) from Year 9. */
export const adulthoodPathways = ['employment', 'independent-living', 'community', 'health'] as const
export type AdulthoodPathway = (typeof adulthoodPathways)[number]

export type Period = 'once' | 'day' | 'school-day' | 'week' | 'fortnight' | 'month' | 'half-term' | 'term' | 'year'
export const periods: readonly Period[] = ['once', 'day', 'school-day', 'week', 'fortnight', 'month', 'half-term', 'term', 'year']

export const provisionKinds = [
  'teaching', 'adult-support', 'therapy-direct', 'therapy-group', 'programme-by-trained-adult', 'consultation', 'training',
  'equipment', 'environment', 'strategy', 'review', 'nursing', 'care', 'short-break', 'other',
] as const
export type ProvisionKind = (typeof provisionKinds)[number]

/**
 * The promise with numbers. A field that is absent was not said by the advice; the program never invents one.
 * `minutes` are for one occasion; `times` is how many occasions in each `per`; `weeks` is how many weeks a year.
 */
export interface ProvisionFields {
  readonly provisionKind?: ProvisionKind
  readonly who?: string
  readonly what?: string
  readonly minutes?: number
  readonly times?: number
  readonly per?: Period
  readonly weeks?: number
  readonly howLong?: string
  readonly groupSize?: string
  readonly setting?: string
  readonly checkedBy?: string
  readonly checkedWhen?: string
  readonly from?: PlainDate
  /** Why flexible wording is right for this child, where amounts cannot be fixed (L v Clarke and Somerset [1998] ELR 129). */
  readonly flexibleBecause?: string
}

export interface OutcomeFields {
  readonly by?: string
  readonly measure?: string
  readonly pathway?: AdulthoodPathway
}

export interface NeedFields {
  readonly area?: NeedArea
}

export interface ViewFields {
  /** 'child' covers a young person too. */
  readonly whose?: 'child' | 'parent' | 'other'
  readonly whoseName?: string
  readonly howGathered?: string
}

export interface NoneIdentifiedFields {
  /** Who says that nothing is needed, and on which day: a section is never silently blank. */
  readonly source?: string
  readonly on?: PlainDate
}

export interface PlacementFields {
  readonly settingName?: string
  readonly settingType?: string
  readonly from?: PlainDate
  /** CFA 2014 s.39(4): why a setting that the family asked for is not named; or s.61 for EOTAS. */
  readonly notNamedBecause?: string
}

export interface DirectPaymentFields {
  readonly amountPence?: number
  readonly per?: Period
  readonly recipient?: string
  readonly consentOn?: PlainDate
}

export type LineFields =
  & ProvisionFields & OutcomeFields & NeedFields & ViewFields & NoneIdentifiedFields & PlacementFields & DirectPaymentFields

/** Where a line's words come from: a place in a piece of advice, or something said on a day. */
export type Source =
  | {
      readonly kind: 'advice'
      readonly adviceId: AdviceId
      readonly adviceLineId?: AdviceLineId
      readonly documentId?: DocumentId
      /** The exact words, and their place in the report as kept: UTF-16 offsets, start included, end not. */
      readonly quote: string
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'said'; readonly by: string; readonly on: PlainDate }

/**
 * meets: from provision to the need it meets. leads-to: from need to the outcome sought. serves: from provision to outcome.
 * A direct payment in section J meets needs and serves outcomes in the same way (reg 12(1)(j)).
 */
export type LinkKind = 'meets' | 'leads-to' | 'serves'
export interface Link {
  readonly from: LineId
  readonly to: LineId
  readonly kind: LinkKind
}

/** One line as a version of the plan has it. */
export interface PlanLine {
  readonly id: LineId
  readonly kind: LineKind
  readonly section: Section
  /** Order within the section, ascending. */
  readonly position: number
  readonly text: string
  readonly fields: LineFields
  readonly revision: number
  readonly sources: readonly Source[]
}

/** What a version of a plan says: the thing that is drafted, compared, checked, frozen and printed. */
export interface PlanContent {
  readonly lines: readonly PlanLine[]
  readonly links: readonly Link[]
}
