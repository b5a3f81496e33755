// What settles a review (SEND Regulations 2014, regs 20(10), 22): everything that was proposed has an answer, and the decision agrees with
// what was accepted. Whoever decides is not told what to decide; only that the two cannot contradict each other.

import type { LineId, ProposalId } from '../ids.ts'

export type SettledAs = 'amend' | 'maintain'

export type SettleRefusal =
  /** Something that was proposed has no answer yet. */
  | { readonly kind: 'proposals-open'; readonly count: number }
  /** To amend is to change something: a notice with the text of nothing is none (R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)). */
  | { readonly kind: 'nothing-changes' }
  /** Changes were accepted and stand in the working document: the plan cannot be kept as it is with them. */
  | { readonly kind: 'changes-accepted'; readonly count: number }
  /** Who is told that a plan stays as it is must be told why. */
  | { readonly kind: 'reasons-missing' }

export function settleRefusal(as: SettledAs, { open, changes, reasons }: { readonly open: number; readonly changes: number; readonly reasons: string }): SettleRefusal | undefined {
  if (open > 0) return { kind: 'proposals-open', count: open }
  if (as === 'amend') return changes === 0 ? { kind: 'nothing-changes' } : undefined
  if (changes > 0) return { kind: 'changes-accepted', count: changes }
  return reasons.trim() === '' ? { kind: 'reasons-missing' } : undefined
}

export interface Wanted {
  readonly proposalId: ProposalId
  readonly lineId?: LineId
  readonly isAccepted: boolean
  /** Leaves the line as it stands: no words of its own are written. */
  readonly keepsNow?: boolean
}

/** Proposals that were accepted on a line for which another was accepted before in the same list: only one set of words can stand. */
export function acceptedTwice(wanted: readonly Wanted[]): ProposalId[] {
  const taken = new Set<LineId>()
  return wanted.flatMap(({ proposalId, lineId, isAccepted, keepsNow }) => {
    if (!isAccepted || lineId === undefined || keepsNow === true) return []
    if (taken.has(lineId)) return [proposalId]
    taken.add(lineId)
    return []
  })
}
