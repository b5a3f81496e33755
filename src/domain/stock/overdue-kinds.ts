// What overdue work is made of: a kind for each thing that a family waits for, with the stages at which it can be.

import type { Stage } from '../case-file/tracks.ts'

export const overdueKinds = ['amended-plan', 'review-decision', 'new-plan', 'assess-decision'] as const
/**
 * amended-plan: a review decided "amend" whose amended plan is not out. review-decision: a meeting whose decision is past its
 * day. new-plan: an assessment past its twenty weeks. assess-decision: a request past its six weeks, until twenty are over.
 */
export type OverdueKind = (typeof overdueKinds)[number]
export const isOverdueKind = (text: string): text is OverdueKind => (overdueKinds as readonly string[]).includes(text)

export const overdueKindWords: Record<OverdueKind, string> = {
  'amended-plan': 'Amended plan after a review', 'review-decision': 'Decision after a review', 'new-plan': 'New plan', 'assess-decision': 'Decision whether to assess',
}

const reviewStages = ['decide', 'notice', 'with-family', 'amended-plan'] as const
const assessmentStages = ['considering', 'assessing', 'drafting', 'draft-out'] as const satisfies readonly Stage[]
export const overdueStages = [...reviewStages, ...assessmentStages] as const
export type OverdueStage = (typeof overdueStages)[number]
export const isOverdueStage = (text: string): text is OverdueStage => (overdueStages as readonly string[]).includes(text)

export const reviewStageWords: Record<(typeof reviewStages)[number], string> = {
  decide: 'To decide', notice: 'Amendment notice to send', 'with-family': 'With the family', 'amended-plan': 'Amended plan to send',
}
