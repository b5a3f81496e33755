// The report of a review as it was sent, whole; and what of it stands in one reader's copy. Parents who live apart never read each
// other's words, and what a child does not want somebody to read is not in that somebody's copy.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { DocumentId, LineId, ProposalId } from '../ids.ts'
import type { AdulthoodPathway, LineKind } from '../plan/line.ts'
import type { Section } from '../plan/sections.ts'
import type { InviteePart } from './invitees.ts'
import { isFamilyInvitee } from './invitees.ts'
import type { LineAnswer } from './line-questions.ts'
import type { ChildPart } from './review-report.ts'

/** Something that one invitee said. */
export interface Said {
  readonly invitationId: string
  readonly from: string
  readonly part: InviteePart
}

export interface SentLine {
  readonly lineId: LineId
  readonly revision: number
  readonly number: string
  readonly section: Section
  readonly kind: LineKind
  readonly text: string
  readonly answer?: LineAnswer
  readonly words?: string
  readonly voices: readonly (Said & { readonly answer?: LineAnswer; readonly words?: string })[]
}

export interface SentProposal extends Partial<Said> {
  readonly proposalId: ProposalId
  readonly lineId?: LineId
  readonly number?: string
  readonly section: Section
  readonly kind: 'change' | 'remove' | 'comment' | 'add'
  readonly text: string
  /** How much there should be, in words, where that changes. */
  readonly amounts?: string
  readonly because?: string
  /** The report's own recommendation agrees with it or not, and why not; absent for what the report itself proposes. */
  readonly agrees?: 'yes' | 'no'
  readonly differsBecause?: string
}

export interface SentReport {
  readonly childName: string
  readonly bornOn: PlainDate
  readonly heldOn: PlainDate
  readonly writtenBy: string
  readonly convenor: string
  readonly attendance: readonly (Said & { readonly attended?: 'came' | 'online' | 'words' | 'no' })[]
  readonly othersThere: string
  readonly childPart?: ChildPart
  readonly childWords: string
  readonly agreed: string
  readonly notAgreed: string
  readonly summary: string
  readonly lines: readonly SentLine[]
  readonly proposals: readonly SentProposal[]
  readonly views: readonly (Said & { readonly question: string; readonly text: string })[]
  readonly adulthood?: { readonly aspirations: string; readonly pathways: readonly { readonly pathway: AdulthoodPathway; readonly words: string; readonly agencies: readonly (Said & { readonly words?: string })[] }[] }
  /** Papers that went with it; each reader's copy names those that they may open. Absent in reports of before there were any. */
  readonly attachments?: readonly { readonly documentId: DocumentId; readonly title: string }[]
  /** By whose invitation something was said, and from which invitations it is kept. */
  readonly keptFrom: Readonly<Record<string, readonly string[]>>
}

/** Whose copy it is: the council's and other staff's, or that of whoever holds these invitations. */
export interface ReportReader {
  readonly invitationIds: readonly string[]
  readonly isFamily: boolean
  /** The council has all of it: it decides on it (reg 20(10)). */
  readonly isCouncil: boolean
}

/** Whether words said under one invitation are for this reader. */
export function mayReadWords({ invitationId, part }: Pick<Said, 'invitationId' | 'part'>, reader: ReportReader, keptFrom: readonly string[] = []): boolean {
  if (reader.isCouncil || reader.invitationIds.includes(invitationId)) return true
  if (keptFrom.some((id) => reader.invitationIds.includes(id))) return false
  return !reader.isFamily || !isFamilyInvitee(part) || part === 'child'
}

export function copyFor(report: SentReport, reader: ReportReader): SentReport {
  const may = (said: Partial<Said>): boolean => said.invitationId === undefined || said.part === undefined
    || mayReadWords({ invitationId: said.invitationId, part: said.part }, reader, report.keptFrom[said.invitationId])
  return {
    ...report,
    lines: report.lines.map((line) => ({ ...line, voices: line.voices.filter(may) })),
    proposals: report.proposals.filter(may), views: report.views.filter(may),
    ...(report.adulthood === undefined ? {} : {
      adulthood: { ...report.adulthood, pathways: report.adulthood.pathways.map((one) => ({ ...one, agencies: one.agencies.filter(may) })) },
    }),
  }
}
