// Every duty of the road from a request to a final plan, in the order in which a case meets them.

import { adviceDuty } from './advice-due-on.ts'
import { appealDuty } from './appeal-by.ts'
import { assessDecisionDuty } from './assess-decision-due-on.ts'
import { consultationReplyDuty } from './consultation-reply-due-on.ts'
import { mediationAdviserDuty } from './contact-mediation-adviser-by.ts'
import { draftWindowDuty } from './draft-window.ts'
import type { Duty } from './duty.ts'
import { finalPlanDuty } from './final-plan-due-on.ts'
import { firstReviewDuty } from './first-annual-review.ts'
import { latestDraftDuty } from './latest-draft-service-on.ts'
import { noPlanDecisionDuty } from './no-plan-decision-due-on.ts'

export const duties: readonly Duty[] = [
  assessDecisionDuty,
  adviceDuty,
  noPlanDecisionDuty,
  latestDraftDuty,
  draftWindowDuty,
  consultationReplyDuty,
  finalPlanDuty,
  mediationAdviserDuty,
  appealDuty,
  firstReviewDuty,
]
