// Every feature of the product. Each is a folder that can be deleted with its line here.

import type { Feature } from '../casebook/feature.ts'
import { about } from './about/index.ts'
import { accounts } from './accounts/index.ts'
import { accessRecord } from './access-record/index.ts'
import { advice } from './advice/index.ts'
import { amending } from './amending/index.ts'
import { caseOverview } from './case-overview/index.ts'
import { changes } from './changes/index.ts'
import { ceasing } from './ceasing/index.ts'
import { clocks } from './clocks/index.ts'
import { currency } from './currency/index.ts'
import { decisions } from './decisions/index.ts'
import { delays } from './delays/index.ts'
import { demo } from './demo/index.ts'
import { disputes } from './disputes/index.ts'
import { drafting } from './drafting/index.ts'
import { exports } from './exports/index.ts'
import { family } from './family/index.ts'
import { home } from './home/index.ts'
import { issue } from './issue/index.ts'
import { lostFiles } from './lost-files/index.ts'
import { messages } from './messages/index.ts'
import { nationalReturn } from './national-return/index.ts'
import { olderPlans } from './older-plans/index.ts'
import { returnIn } from './return-in/index.ts'
import { moves } from './moves/index.ts'
import { outbox } from './outbox/index.ts'
import { phaseTransfers } from './phase-transfers/index.ts'
import { reassessment } from './reassessment/index.ts'
import { redaction } from './redaction/index.ts'
import { reminders } from './reminders/index.ts'
import { requests } from './requests/index.ts'
import { returnItems } from './return-items/index.ts'
import { reviewLists } from './review-lists/index.ts'
import { reviews } from './reviews/index.ts'
import { rights } from './rights/index.ts'
import { seals } from './seals/index.ts'
import { sending } from './sending/index.ts'
import { sharing } from './sharing/index.ts'
import { signIn } from './sign-in/index.ts'
import { staff } from './staff/index.ts'
import { stock } from './stock/index.ts'
import { targets } from './targets/index.ts'
import { working } from './working/index.ts'

export const features: readonly Feature[] = [
  demo,
  signIn,
  accounts,
  requests,
  caseOverview,
  returnItems,
  decisions,
  messages,
  home,
  outbox,
  advice,
  drafting,
  sharing,
  issue,
  amending,
  working,
  family,
  about,
  clocks,
  reviews,
  ceasing,
  disputes,
  reassessment,
  stock,
  delays,
  reminders,
  targets,
  rights,
  redaction,
  seals,
  lostFiles,
  moves,
  exports,
  sending,
  accessRecord,
  staff,
  reviewLists,
  phaseTransfers,
  currency,
  changes,
  olderPlans,
  returnIn,
  nationalReturn,
]
