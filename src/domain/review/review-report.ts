// The report of a review: within two weeks of the meeting, to everybody invited and to the council. It sets out recommendations on
// amendments, says where they differ from what others recommended, and carries the advice that was gathered (SEND Regulations 2014,
// reg 20(7) to (9)). Most of it stands in the contributions; what is left is to conclude.

import type { LineId, ProposalId } from '../ids.ts'
import type { AdulthoodPathway, PlanLine } from '../plan/line.ts'
import { adulthoodPathways } from '../plan/line.ts'
import type { Addition, LineReply, WantedChange } from './contribution.ts'
import { changesIn } from './contribution.ts'
import { confirmsWords, saysPlanIsWrong } from './line-questions.ts'

export const childParts = ['in-the-room', 'for-part', 'by-what-they-made', 'spoken-for', 'chose-not'] as const
/** How the child took part in the meeting (CFA 2014 s.19(b)). */
export type ChildPart = (typeof childParts)[number]

/** What was noted at the meeting. */
export interface MeetingNote {
  readonly childPart?: ChildPart
  readonly childWords: string
  readonly agreed: string
  /** Who saw something otherwise, and what. */
  readonly notAgreed: string
  readonly othersThere: string
}
export const emptyNote: MeetingNote = { childWords: '', agreed: '', notAgreed: '', othersThere: '' }

/** Whether whoever writes the report recommends what somebody proposed; where not, the report says why (reg 20(8)). */
export interface Recommendation {
  readonly agrees?: 'yes' | 'no'
  readonly because?: string
}

export interface ReportDraft {
  readonly summary: string
  /** The conclusion on each line, with the report's own proposal where it makes one. */
  readonly lines: Readonly<Record<string, LineReply>>
  /** What the plan does not say and should, as it came up at the meeting. */
  readonly added: readonly Addition[]
  readonly recommendations: Readonly<Record<string, Recommendation>>
  readonly aspirations: string
  readonly pathways: Partial<Readonly<Record<AdulthoodPathway, string>>>
  /** Papers of the case that go with it, by their ids. */
  readonly attachments?: readonly string[]
}

export type ReportGap =
  | { readonly kind: 'meeting-not-held' }
  | { readonly kind: 'child-part' }
  | { readonly kind: 'conclude-line'; readonly lineId: LineId }
  | { readonly kind: 'say-what-changed'; readonly lineId: LineId }
  | { readonly kind: 'say-why-not'; readonly lineId: LineId }
  | { readonly kind: 'recommend'; readonly proposalId: ProposalId }
  | { readonly kind: 'say-why-differs'; readonly proposalId: ProposalId }
  | { readonly kind: 'aspirations' }
  | { readonly kind: 'pathway'; readonly pathway: AdulthoodPathway }

export interface ReportCase {
  readonly isHeld: boolean
  readonly isYearNine: boolean
  readonly note: MeetingNote
  /** The lines on which a report concludes: outcomes, help and needs. */
  readonly lines: readonly PlanLine[]
  readonly proposals: readonly { readonly id: ProposalId; readonly lineId?: LineId }[]
}

const isSaid = (words: string | undefined): boolean => words !== undefined && words.trim() !== ''

/** A report concludes on what the child is to reach and what they are given: the rest it may leave as it is. */
export const isConcludedOn = ({ kind }: PlanLine): boolean => kind === 'outcome' || kind === 'provision' || kind === 'need'

/** What keeps a report from being sent, in the order of its page. */
export function gapsInReport(draft: ReportDraft, { isHeld, isYearNine, note, lines, proposals }: ReportCase): ReportGap[] {
  const gaps: ReportGap[] = []
  if (!isHeld) gaps.push({ kind: 'meeting-not-held' })
  if (note.childPart === undefined) gaps.push({ kind: 'child-part' })
  for (const { id: lineId } of lines.filter(isConcludedOn)) {
    const reply = draft.lines[lineId]
    if (reply?.answer === undefined) gaps.push({ kind: 'conclude-line', lineId })
    else if (reply.answer === 'not-delivered' && !isSaid(reply.words)) gaps.push({ kind: 'say-why-not', lineId })
    else if (saysPlanIsWrong(reply.answer) && reply.answer !== 'met' && !isSaid(reply.words) && !isSaid(reply.text) && !proposals.some((one) => one.lineId === lineId)) gaps.push({ kind: 'say-what-changed', lineId })
  }
  for (const { id: proposalId } of proposals) {
    const said = draft.recommendations[proposalId]
    if (said?.agrees === undefined) gaps.push({ kind: 'recommend', proposalId })
    else if (said.agrees === 'no' && !isSaid(said.because)) gaps.push({ kind: 'say-why-differs', proposalId })
  }
  if (isYearNine) {
    if (!isSaid(draft.aspirations)) gaps.push({ kind: 'aspirations' })
    for (const pathway of adulthoodPathways) if (!isSaid(draft.pathways[pathway])) gaps.push({ kind: 'pathway', pathway })
  }
  return gaps
}

/** What the report itself proposes: its own words for a line, and what it found changed where nobody else has proposed anything. */
export const changesOfReport = (draft: Pick<ReportDraft, 'lines' | 'added'>, lines: readonly PlanLine[], proposedOn: ReadonlySet<string>): WantedChange[] =>
  changesIn(draft, lines).filter(({ kind, lineId }) => kind === 'change' || kind === 'add' || lineId === undefined || !proposedOn.has(lineId))

/** The lines of a sent report whose words stand: concluded as right, and nobody proposed otherwise. */
export const stillRightIn = (
  conclusions: Readonly<Record<string, Pick<LineReply, 'answer'>>>, lines: readonly Pick<PlanLine, 'id' | 'revision'>[], proposedOn: ReadonlySet<string>,
): { lineId: LineId; revision: number }[] => lines.flatMap(({ id, revision }) => {
  const answer = conclusions[id]?.answer
  return answer === undefined || !confirmsWords(answer) || proposedOn.has(id) ? [] : [{ lineId: id, revision }]
})

export const gradeLevels = ['good', 'some', 'none'] as const
export type GradeLevel = (typeof gradeLevels)[number]

/** How the council found a report: short, and for the setting to learn from. Timeliness is the calendar's, not an opinion. */
export interface ReportGrade {
  readonly childVoice: GradeLevel
  readonly specificity: GradeLevel
  readonly words: string
}

/** Days after the last lawful day (SEND Regulations 2014, reg 20(7): two weeks); 0 when in time. */
export const daysLate = (sentAfterDays: number): number => Math.max(0, sentAfterDays - 14)
