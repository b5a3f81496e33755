// What goes with a letter on paper. An amendment notice goes with a copy of the plan as it is and the evidence for the changes (SEND Regulations
// 2014, regs 22(2)(a), 28): the plan is printed with the letter, and the rest is named for whoever fills the envelope.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { FrozenPlan } from '../../../casebook/plan/plan-in-force.ts'
import { findPlanBefore } from '../../../casebook/plan/plan-in-force.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { allOf, standingFacts } from '../../../domain/case-file/facts.ts'
import { openReassessment } from '../../../domain/reassessment/reassessments-of.ts'
import { paths } from '../../../paths.ts'
import type { Outgoing } from '../outbox-store.ts'

export interface Enclosures {
  /** The plan in force when the notice went. */
  readonly plan?: FrozenPlan
  /** What is printed from other pages. */
  readonly evidence: readonly { readonly text: string; readonly href: string }[]
}

/** Undefined for letters that go alone. */
export async function findEnclosures(tx: Tx, caseFile: CaseFile, { channel, about, queuedAt }: Outgoing): Promise<Enclosures | undefined> {
  if (channel !== 'letter' || about !== 'amendment-notice') return undefined
  const standing = standingFacts(caseFile.facts)
  // The letter and the fact are of one act, and of one moment.
  const notice = allOf(standing, 'amendment-notice-sent').find(({ recordedAt }) => recordedAt === queuedAt)
  if (notice?.versionId === undefined) return undefined
  const plan = await findPlanBefore(tx, caseFile, notice.versionId)
  const isReported = allOf(standing, 'review-report-sent').some(({ reviewId }) => reviewId === notice.reviewId)
  return {
    ...(plan === undefined ? {} : { plan }),
    evidence: [
      ...(isReported ? [{ text: 'The report of the review', href: paths.reviewReport({ ...caseFile.key, reviewId: notice.reviewId }) }] : []),
      ...(openReassessment(caseFile.facts) === undefined ? [] : [{ text: 'The advice of the new assessment that the letter names', href: paths.adviceList(caseFile.key) }]),
    ],
  }
}
