// A report before anybody has written in it: what was given for the review, concluded line by line, for whoever writes it to read and
// finish (SEND Regulations 2014, reg 20(7)).

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { AdulthoodPathway, PlanLine } from '../../../domain/plan/line.ts'
import { adulthoodPathways } from '../../../domain/plan/line.ts'
import { linesInOrder } from '../../../domain/plan/plan-order.ts'
import { lineNumbers } from '../../../domain/plan/line-numbers.ts'
import type { IssuedVersion } from '../../../domain/plan/freeze.ts'
import type { LineReply } from '../../../domain/review/contribution.ts'
import type { InviteePart } from '../../../domain/review/invitees.ts'
import { isFamilyInvitee } from '../../../domain/review/invitees.ts'
import { concludeLine } from '../../../domain/review/line-questions.ts'
import type { ReportDraft } from '../../../domain/review/review-report.ts'
import type { Said, SentProposal } from '../../../domain/review/sent-report.ts'
import type { KeptContribution } from '../contribution-store.ts'
import { listContributions } from '../contribution-store.ts'
import type { OpenReview } from '../open-review.ts'
import { mayReadContribution, readReviewed } from '../open-review.ts'
import { questionWords } from '../questions.ts'

export interface Voice extends Said {
  readonly reply: LineReply
}

export interface GatheredLine {
  readonly line: PlanLine
  readonly number: string
  readonly voices: readonly Voice[]
  /** What the report begins with, and whether people differ. */
  readonly begins: LineReply
  readonly differs: boolean
}

export interface Gathered {
  readonly version: IssuedVersion
  readonly lines: readonly GatheredLine[]
  readonly proposals: readonly SentProposal[]
  readonly views: readonly (Said & { readonly question: string; readonly text: string })[]
  readonly pathways: Readonly<Record<AdulthoodPathway, readonly (Said & { readonly words?: string })[]>>
  readonly keptFrom: Readonly<Record<string, readonly string[]>>
  /** The report as it begins. */
  readonly begins: ReportDraft
}

interface Given extends Said {
  readonly kept: KeptContribution
}

export async function gather(tx: Tx, caseFile: CaseFile, open: OpenReview): Promise<Gathered> {
  const { version, lines } = await readReviewed(tx, caseFile, open.arrangement)
  const given = (await listContributions(tx, caseFile, open.review.id)).filter((one) => one.givenAt !== undefined && mayReadContribution(open, one)).flatMap((kept): Given[] => {
    const by = open.invitations.find(({ id }) => id === kept.invitationId)
    return by === undefined ? [] : [{ invitationId: by.id, from: by.name, part: by.part, kept }]
  })
  const convenor: InviteePart = open.arrangement.convenor === undefined ? 'officer' : 'setting'
  const numbers = lineNumbers(version.content)
  const gathered = linesInOrder(lines).map((line): GatheredLine => gatherLine(line, numbers.get(line.id) ?? '', given, convenor))
  const byPathway = (pathway: AdulthoodPathway) => given.filter(({ kept }) => kept.content.pathways[pathway] !== undefined).map(({ kept, ...said }) => {
    const words = kept.content.pathways[pathway]?.words
    return { ...said, ...(words === undefined ? {} : { words }) }
  })
  const pathways = Object.fromEntries(adulthoodPathways.map((pathway) => [pathway, byPathway(pathway)])) as unknown as Gathered['pathways']
  return {
    version, lines: gathered, pathways, proposals: given.flatMap((one) => proposalsOf(one, numbers)),
    views: given.flatMap(({ kept, ...said }) => Object.entries(kept.content.views).filter(([, text]) => text.trim() !== '').map(([key, text]) => ({ ...said, question: questionWords(key), text }))),
    keptFrom: Object.fromEntries(given.filter(({ kept }) => kept.content.notFor.length > 0).map(({ invitationId, kept }) => [invitationId, kept.content.notFor])),
    begins: {
      summary: '', recommendations: {}, added: [], lines: Object.fromEntries(gathered.filter(({ begins }) => begins.answer !== undefined).map(({ line, begins }) => [line.id, begins])),
      // The child's own hopes, and what each agency said of a side of adult life, are where the report begins; a parent's words are theirs.
      aspirations: given.filter(({ part }) => part === 'child' || part === 'young-person').map(({ kept }) => kept.content.views['future'] ?? '').filter((text) => text !== '').join('\n'),
      pathways: Object.fromEntries(adulthoodPathways.map((pathway) => [pathway, pathways[pathway].filter(({ part, words }) => !isFamilyInvitee(part) && words !== undefined).map(({ from, words }) => `${from}: ${words ?? ''}`).join('\n')])),
    },
  }
}

function gatherLine(line: PlanLine, number: string, given: readonly Given[], convenor: InviteePart): GatheredLine {
  const voices = given.flatMap(({ kept, ...said }): Voice[] => {
    const reply = kept.content.lines[line.id]
    return reply === undefined ? [] : [{ ...said, reply }]
  })
  const answered = voices.flatMap(({ part, reply }) => (reply.answer === undefined ? [] : [{ answer: reply.answer, isConvenor: part === convenor }]))
  const { answer, differs } = concludeLine(answered)
  const own = voices.find(({ part }) => part === convenor)?.reply.words
  // Staff's words may stand in everybody's copy; the family's stand in their own place and nowhere else.
  const words = own ?? voices.find(({ part, reply }) => !isFamilyInvitee(part) && reply.answer === answer && reply.words !== undefined)?.reply.words
  return { line, number, voices, differs, begins: { ...(answer === undefined ? {} : { answer }), ...(words === undefined ? {} : { words }) } }
}

function proposalsOf({ kept, ...said }: Given, numbers: ReadonlyMap<PlanLine['id'], string>): SentProposal[] {
  return kept.proposals.map(({ id, ...made }): SentProposal => {
    const number = made.lineId === undefined ? undefined : numbers.get(made.lineId)
    return { ...said, ...made, proposalId: id, ...(number === undefined ? {} : { number }) }
  })
}
