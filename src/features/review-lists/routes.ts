import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as convenor from './convenor/page.tsx'
import * as earlyReview from './early-review/page.tsx'
import * as education from './education/page.ts'
import * as listsSent from './lists-sent/page.ts'
import * as otherwise from './otherwise/page.ts'
import * as register from './register/page.ts'
import * as reviewsDue from './reviews-due/page.ts'

export const routes = [
  { get: paths.reviewRegister.pattern, may: { look: 'review-register' }, page: register.show },
  { get: paths.educatedOtherwise.pattern, may: { look: 'review-register' }, page: otherwise.show },
  { get: paths.reviewListsSent.pattern, may: { look: 'review-register' }, page: listsSent.show },
  { post: paths.reviewListsSent.pattern, may: { act: 'send-review-lists' }, page: listsSent.submit, costs: 5 },
  // What was sent to one's own bodies: lists of one's own, like the inbox of consultations.
  { get: paths.reviewsDue.pattern, may: 'signed-in', page: reviewsDue.show },
  { post: paths.reviewsDue.pattern, may: 'signed-in', page: reviewsDue.submit },
  { get: paths.reviewsDueFile.pattern, may: 'signed-in', page: reviewsDue.asFile, costs: 3 },
  { get: paths.reviewsDuePdf.pattern, may: 'signed-in', page: reviewsDue.asPdf, costs: 5 },
  { get: paths.caseEducation.pattern, may: { act: 'record-education' }, page: education.show },
  { post: paths.caseEducation.pattern, may: { act: 'record-education' }, page: education.submit },
  { get: paths.caseConvenor.pattern, may: { act: 'name-convenor' }, page: convenor.show },
  { post: paths.caseConvenor.pattern, may: { act: 'name-convenor' }, page: convenor.submit },
  { get: paths.caseEarlyReview.pattern, may: { act: 'consider-early-review' }, page: earlyReview.show },
  { post: paths.caseEarlyReview.pattern, may: { act: 'consider-early-review' }, page: earlyReview.submit },
] satisfies Route[]
