import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as check from './check/page.ts'
import * as deliveries from './deliveries/page.ts'
import * as deliverLater from './deliver-later/page.ts'
import * as finalPlan from './final-plan/page.ts'
import * as healthAgreement from './health-agreement/page.ts'
import * as inbox from './inbox/page.ts'
import * as issueFinal from './issue-final/page.ts'
import * as notOpened from './not-opened/page.ts'
import * as release from './release/page.ts'
import * as superseded from './superseded/page.ts'

export const routes = [
  { get: paths.planCheck.pattern, may: { look: 'checks' }, page: check.show },
  { post: paths.planCheck.pattern, may: { act: 'run-plan-check' }, page: check.submit },
  { get: paths.releaseCheck.pattern, may: { act: 'release-check' }, page: release.show },
  { post: paths.releaseCheck.pattern, may: { act: 'release-check' }, page: release.submit },
  { get: paths.healthAgreement.pattern, may: { act: 'record-agreement' }, page: healthAgreement.show },
  { post: paths.healthAgreement.pattern, may: { act: 'record-agreement' }, page: healthAgreement.submit },
  { get: paths.issueFinal.pattern, may: { act: 'issue-final-plan' }, page: issueFinal.show },
  { post: paths.issueFinal.pattern, may: { act: 'issue-final-plan' }, page: issueFinal.submit },
  { get: paths.issueAmended.pattern, may: { act: 'issue-amended-plan' }, page: issueFinal.showAmended },
  { post: paths.issueAmended.pattern, may: { act: 'issue-amended-plan' }, page: issueFinal.submitAmended },
  { get: paths.finalPlan.pattern, may: { look: 'final-plan' }, page: finalPlan.show },
  { get: paths.finalPlanPdf.pattern, may: { look: 'final-plan' }, page: finalPlan.pdf, costs: 8 },
  { get: paths.finalPlanWord.pattern, may: { look: 'final-plan' }, page: finalPlan.word, costs: 8 },
  { get: paths.finalPlanSummary.pattern, may: { look: 'final-plan' }, page: finalPlan.summary, costs: 8 },
  { post: paths.acknowledgePlan.pattern, may: { act: 'acknowledge-plan' }, page: finalPlan.acknowledge },
  { get: paths.deliveries.pattern, may: { look: 'deliveries' }, page: deliveries.show },
  { post: paths.deliveries.pattern, may: { act: 'chase-delivery' }, page: deliveries.submit },
  { get: paths.deliverPlan.pattern, may: { act: 'deliver-plan' }, page: deliverLater.show },
  { post: paths.deliverPlan.pattern, may: { act: 'deliver-plan' }, page: deliverLater.submit },
  { get: paths.earlierPlan.pattern, may: { look: 'final-plan' }, page: superseded.show },
  { get: paths.earlierPlanPdf.pattern, may: { look: 'final-plan' }, page: superseded.pdf, costs: 8 },
  { get: paths.unopenedPlans.pattern, may: { act: 'chase-delivery' }, page: notOpened.show },
  { get: paths.planInbox.pattern, may: 'signed-in', page: inbox.show },
] satisfies Route[]
