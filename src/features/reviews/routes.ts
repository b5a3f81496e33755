import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as callOff from './arrange/call-off-page.tsx'
import * as arrange from './arrange/page.ts'
import * as contribute from './contribute/page.ts'
import * as correctOutcome from './correct-outcome/page.ts'
import * as grade from './grade/page.tsx'
import * as hold from './hold/page.tsx'
import * as invite from './invite/page.ts'
import * as oneReview from './one-review/page.ts'
import * as papers from './papers/page.tsx'
import * as recordMeeting from './record-meeting/page.ts'
import * as recordStep from './record-step/page.ts'
import * as readReport from './report/read-page.tsx'
import * as writeReport from './report/write-page.ts'
import * as reviewList from './review-list/page.ts'

export const routes = [
  { get: paths.reviewPlan.pattern, may: { act: 'arrange-review' }, page: arrange.show },
  { post: paths.reviewPlan.pattern, may: { act: 'arrange-review' }, page: arrange.submit },
  { get: paths.review.pattern, may: { look: 'reviews' }, page: oneReview.show },
  { get: paths.reviewMove.pattern, may: { act: 'arrange-review' }, page: arrange.showMove },
  { post: paths.reviewMove.pattern, may: { act: 'arrange-review' }, page: arrange.submitMove },
  { get: paths.reviewCallOff.pattern, may: { act: 'arrange-review' }, page: callOff.show },
  { post: paths.reviewCallOff.pattern, may: { act: 'arrange-review' }, page: callOff.submit },
  { get: paths.reviewInvite.pattern, may: { act: 'invite-to-review' }, page: invite.show },
  { post: paths.reviewInvite.pattern, may: { act: 'invite-to-review' }, page: invite.submit },
  { post: paths.reviewTakeOff.pattern, may: { act: 'invite-to-review' }, page: invite.takeOff },
  { post: paths.reviewAnswer.pattern, may: { act: 'answer-review-invitation' }, page: oneReview.answer },
  { get: paths.reviewContribute.pattern, may: { act: 'contribute-to-review' }, page: contribute.show },
  { post: paths.reviewContribute.pattern, may: { act: 'contribute-to-review' }, page: contribute.submit },
  { post: paths.reviewContributeAutosave.pattern, may: { act: 'contribute-to-review' }, page: contribute.autosave },
  { get: paths.reviewPapers.pattern, may: { look: 'reviews' }, page: papers.show },
  { post: paths.reviewPapers.pattern, may: { act: 'circulate-review-papers' }, page: papers.submit },
  { get: paths.reviewHold.pattern, may: { act: 'hold-review' }, page: hold.show },
  { post: paths.reviewHold.pattern, may: { act: 'hold-review' }, page: hold.submit },
  { get: paths.reviewWriteReport.pattern, may: { act: 'send-review-report' }, page: writeReport.show },
  { post: paths.reviewWriteReport.pattern, may: { act: 'send-review-report' }, page: writeReport.submit },
  { post: paths.reviewWriteAutosave.pattern, may: { act: 'send-review-report' }, page: writeReport.autosave },
  { get: paths.reviewReport.pattern, may: { look: 'reviews' }, page: readReport.show },
  { get: paths.reviewReportPdf.pattern, may: { look: 'reviews' }, page: readReport.pdf, costs: 8 },
  { get: paths.reviewReportWord.pattern, may: { look: 'reviews' }, page: readReport.word, costs: 4 },
  { get: paths.reviewGrade.pattern, may: { act: 'grade-review-report' }, page: grade.show },
  { post: paths.reviewGrade.pattern, may: { act: 'grade-review-report' }, page: grade.submit },
  { get: paths.caseReviews.pattern, may: { look: 'reviews' }, page: reviewList.show },
  { get: paths.reviewMeeting.pattern, may: { act: 'record-review-meeting' }, page: recordMeeting.show },
  { post: paths.reviewMeeting.pattern, may: { act: 'record-review-meeting' }, page: recordMeeting.submit },
  { get: paths.reviewOutcome.pattern, may: { act: 'correct-fact' }, page: correctOutcome.show },
  { post: paths.reviewOutcome.pattern, may: { act: 'correct-fact' }, page: correctOutcome.submit },
  // Which act it is follows from the step; all are open to the same parts at the same stage.
  { get: paths.reviewStep.pattern, may: { act: 'record-review-decision' }, page: recordStep.show },
  { post: paths.reviewStep.pattern, may: { act: 'record-review-decision' }, page: recordStep.submit },
] satisfies Route[]
