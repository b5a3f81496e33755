import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as correctOutcome from './correct-outcome/page.ts'
import * as recordMeeting from './record-meeting/page.ts'
import * as recordStep from './record-step/page.ts'
import * as reviewList from './review-list/page.ts'

export const routes = [
  { get: paths.caseReviews.pattern, may: { look: 'reviews' }, page: reviewList.show },
  { get: paths.reviewMeeting.pattern, may: { act: 'record-review-meeting' }, page: recordMeeting.show },
  { post: paths.reviewMeeting.pattern, may: { act: 'record-review-meeting' }, page: recordMeeting.submit },
  { get: paths.reviewOutcome.pattern, may: { act: 'correct-fact' }, page: correctOutcome.show },
  { post: paths.reviewOutcome.pattern, may: { act: 'correct-fact' }, page: correctOutcome.submit },
  // Which act it is follows from the step; all are open to the same parts at the same stage.
  { get: paths.reviewStep.pattern, may: { act: 'record-review-decision' }, page: recordStep.show },
  { post: paths.reviewStep.pattern, may: { act: 'record-review-decision' }, page: recordStep.submit },
] satisfies Route[]
