// Which plan is being issued: the first final plan of a child, or an amended one. Both go the same way (CFA 2014 s.39(8); SEND Regulations
// 2014, regs 13(2), 22(3), 28): section I, the check, the words as read, the letters, everybody who needs it.

import type { CaseKey } from '../../../casebook/open-case-file.ts'
import type { ReviewId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'

export interface Issuing {
  readonly act: 'issue-final-plan' | 'issue-amended-plan'
  /** As what the plan is checked, and what its heading says. */
  readonly status: 'final' | 'amended'
  readonly letter: 'final-plan' | 'amended-plan'
  readonly label: string
  readonly title: string
  readonly button: string
  readonly done: 'issued' | 'amended-issued'
  /** The review or amendment that ends with this plan. */
  readonly reviewId?: ReviewId
  readonly href: (key: CaseKey, query?: Record<string, string>) => string
}

export const firstPlan: Issuing = {
  act: 'issue-final-plan', status: 'final', letter: 'final-plan', label: 'Final plan', title: 'Issue the final plan', button: 'Issue the final plan', done: 'issued',
  href: (key, query) => paths.issueFinal(key, query),
}

export const amendedPlan = (reviewId: ReviewId): Issuing => ({
  act: 'issue-amended-plan', status: 'amended', letter: 'amended-plan', label: 'Amended final plan', title: 'Issue the amended final plan', button: 'Issue the amended plan',
  done: 'amended-issued', reviewId, href: (key, query) => paths.issueAmended({ ...key, reviewId }, query),
})
