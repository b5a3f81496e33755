// Writing and giving a part for the review. Until it is given it is the paper of whoever writes it and leaves no fact; giving it records
// the fact, and what it wants changed goes to the working document as proposals on the plan's own lines.

import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import { insertProposal, withdrawProposal } from '../../../casebook/plan/proposals.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Channel } from '../../../domain/case-file/facts.ts'
import type { PersonId, ProposalId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { Contribution, ContributionGap } from '../../../domain/review/contribution.ts'
import { changesIn, gapsIn } from '../../../domain/review/contribution.ts'
import { promiseInWords } from '../../../domain/plan/promise-words.ts'
import { isFamilyInvitee } from '../../../domain/review/invitees.ts'
import type { KeptContribution, MadeProposal } from '../contribution-store.ts'
import { changeGiven, insertContribution, keepAside, listContributions, markGiven, saveContribution } from '../contribution-store.ts'
import type { OpenReview } from '../open-review.ts'
import { openReview, readReviewed } from '../open-review.ts'
import type { Invitation } from '../review-store.ts'
import { changeInvitation, isOwnInvitation } from '../review-store.ts'

export interface Writing {
  readonly invitation: Invitation
  readonly kept?: KeptContribution
  /** Somebody who runs the review writes down what they were told. */
  readonly isForAnother: boolean
  /** What was given is theirs to change: their own, what they wrote down for somebody, or a child's part of whoever runs the review. */
  readonly mayChange: boolean
}

/**
 * Whose part somebody may write: their own, and, of whoever runs the review, what others told them. What a family member has begun
 * themselves nobody else opens before it is given.
 */
export async function openToWrite(tx: Tx, caseFile: CaseFile, open: OpenReview, invitationId: string): Promise<Writing> {
  const invitation = open.invitations.find(({ id }) => id === invitationId)
  if (invitation === undefined || tx.viewer.kind !== 'person') throw new NotFound('invitation')
  const isOwn = isOwnInvitation(tx, invitation)
  if (!isOwn && !open.runs) throw new NotFound('invitation')
  const kept = (await listContributions(tx, caseFile, open.review.id)).find((one) => one.invitationId === invitationId)
  const isOfAll = isOwn || invitation.part === 'child'
  const isBegunByThem = invitation.begunAt !== undefined && invitation.begunBy !== tx.viewer.personId && !isOfAll && kept?.givenAt === undefined
  if (isBegunByThem) throw new NotAllowed('a part that somebody else is writing')
  return { invitation, isForAnother: !isOfAll, mayChange: isOfAll || kept?.savedBy === tx.viewer.personId, ...(kept === undefined ? {} : { kept }) }
}

export interface WritingInput {
  readonly reviewId: string
  readonly invitationId: string
  /** The version that the page was made from; 0 before there was any. */
  readonly version: number
  readonly content: Contribution
  readonly channel: Channel
  /** Given now, and not only saved. */
  readonly give: boolean
  /** Changes what was given, said on the page: a form that was open before it was given does not write over it. */
  readonly isChange?: boolean
}

export type WritingRefusal =
  | { readonly kind: 'gaps'; readonly gaps: readonly ContributionGap[] }
  /** It was given already, or the review is over: what is on the page is shown again and not lost. */
  | { readonly kind: 'given-already' }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'review-is-over' }

export type Written =
  | { readonly kind: 'saved' | 'given' | 'changed'; readonly version: number }
  /** Somebody saved in between: nothing was written over, and these words are kept beside. */
  | { readonly kind: 'kept-aside'; readonly version: number }

export const writeContribution = act('contribute-to-review', async (tx, caseFile, input: WritingInput): Promise<Outcome<Written, WritingRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('contribute-to-review')
  const open = await openReview(tx, caseFile, input.reviewId)
  const { invitation, kept, isForAnother, mayChange } = await openToWrite(tx, caseFile, open, input.invitationId)
  if (open.review.isCalledOff || open.review.reportOn !== undefined) return refused({ kind: 'review-is-over' })
  if (kept?.givenAt !== undefined && !(mayChange && input.give && input.isChange === true)) return refused({ kind: 'given-already' })
  const by = tx.viewer.personId
  if (kept !== undefined && kept.version !== input.version) {
    await keepAside(tx, caseFile, kept, tx.viewer.name, input.content)
    return ok({ kind: 'kept-aside', version: kept.version })
  }
  const version = (kept?.version ?? 0) + 1
  if (kept?.givenAt !== undefined) return changeIt(tx, caseFile, open, { invitation, kept, content: input.content, by, isForAnother, version })
  const channel: Channel = isForAnother ? input.channel : 'hub'
  if (kept === undefined) {
    const familyPersonId = isFamilyInvitee(invitation.part) && invitation.part !== 'child' ? invitation.personId : undefined
    await insertContribution(tx, caseFile, { reviewId: open.review.id, invitationId: invitation.id, by, channel, content: input.content, ...(familyPersonId === undefined ? {} : { familyPersonId }) })
    await changeInvitation(tx, caseFile, invitation.id, { begunAt: tx.now, begunBy: by })
  } else await saveContribution(tx, caseFile, invitation.id, { by, channel, content: input.content, version })
  if (!input.give) return ok({ kind: 'saved', version })
  const gaps = gapsIn(input.content, { part: invitation.part, isYearNine: open.isYearNine })
  if (gaps.length > 0) return refused({ kind: 'gaps', gaps })
  await giveIt(tx, caseFile, open, { invitation, content: input.content, by, channel, isForAnother })
  return ok({ kind: 'given', version })
})

interface Giving {
  readonly invitation: Invitation
  readonly content: Contribution
  readonly by: PersonId
  readonly channel: Channel
  readonly isForAnother: boolean
}

async function giveIt(tx: Tx, caseFile: CaseFile, open: OpenReview, giving: Giving): Promise<void> {
  const { invitation, by } = giving
  await markGiven(tx, caseFile, invitation.id, by, await propose(tx, caseFile, open, giving, []))
  await recordFact(tx, caseFile, { type: 'review-contribution-given', reviewId: open.review.id, invitationId: invitation.id, from: invitation.name })
}

/** Until the report is sent, whoever gave it may say it otherwise: what it said before is kept, and its proposals say what they say now. */
async function changeIt(
  tx: Tx, caseFile: CaseFile, open: OpenReview,
  { invitation, kept, content, by, isForAnother, version }: Omit<Giving, 'channel'> & { readonly kept: KeptContribution; readonly version: number },
): Promise<Outcome<Written, WritingRefusal>> {
  if (isSame(content, kept.content)) return refused({ kind: 'nothing-changed' })
  const gaps = gapsIn(content, { part: invitation.part, isYearNine: open.isYearNine })
  if (gaps.length > 0) return refused({ kind: 'gaps', gaps })
  const proposals = await propose(tx, caseFile, open, { invitation, content, by, channel: kept.channel, isForAnother }, kept.proposals)
  for (const { id } of kept.proposals) if (!proposals.some((one) => one.id === id)) await withdrawProposal(tx, caseFile, id)
  await changeGiven(tx, caseFile, kept, { by, content, proposals, version })
  await recordFact(tx, caseFile, { type: 'review-contribution-changed', reviewId: open.review.id, invitationId: invitation.id, from: invitation.name })
  return ok({ kind: 'changed', version })
}

/** The same whatever the order of its lines. */
const isSame = (one: Contribution, other: Contribution): boolean => ordered(one) === ordered(other)
const ordered = (value: unknown): string => JSON.stringify(value, (_, part: unknown) =>
  (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => a.localeCompare(b))) : part))

/** What the part wants changed goes to the working document; what was proposed before in the same words stays as it is, with whatever was answered to it. */
async function propose(tx: Tx, caseFile: CaseFile, { arrangement, review }: OpenReview, { invitation, content, by, channel, isForAnother }: Giving, before: readonly MadeProposal[]): Promise<MadeProposal[]> {
  const { lines } = await readReviewed(tx, caseFile, arrangement)
  const planId = await planIdOf(tx, caseFile)
  const proposals: MadeProposal[] = []
  for (const change of changesIn(content, lines)) {
    const { onRevision: _revision, fields, ...said } = change
    const amounts = fields === undefined ? undefined : promiseInWords(fields)
    const made = { ...said, ...(amounts === undefined ? {} : { amounts }) }
    const same = before.find(({ id: _id, ...one }) => ordered(one) === ordered(made))
    const id = same?.id ?? tx.newId<ProposalId>()
    proposals.push({ id, ...made })
    if (same !== undefined) continue
    await insertProposal(tx, caseFile, planId, {
      id, ...change, reviewId: review.id, versionId: arrangement.versionId, authorId: by, channel,
      ...(isForAnother && invitation.personId !== undefined ? { onBehalfOf: invitation.personId } : {}),
    })
  }
  return proposals
}
