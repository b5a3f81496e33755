import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as areaStart from './area-start/page.ts'
import * as caseRequest from './case-request/page.ts'
import * as check from './check/page.ts'
import * as comeBack from './come-back/page.ts'
import * as evidence from './evidence/page.ts'
import * as hubStart from './hub-start/page.ts'
import * as keepCode from './keep-code/page.ts'
import * as question from './question/page.ts'
import * as sent from './sent/page.ts'
import * as settleDuplicate from './settle-duplicate/page.ts'
import * as taskList from './task-list/page.ts'
import * as tell from './tell/page.ts'
import * as whoIsAsking from './who-is-asking/page.ts'
import * as withdraw from './withdraw/page.ts'
import * as youthAccommodation from './youth-accommodation/page.tsx'

// The form itself is open to anyone; each draft, though, only to whoever began it (draft-door.ts).
export const routes = [
  { get: paths.start.pattern, may: 'anyone', page: hubStart.show },
  { get: paths.areaStart.pattern, may: 'anyone', page: areaStart.show },
  { get: paths.requestStart.pattern, may: 'anyone', page: whoIsAsking.show },
  { post: paths.requestStart.pattern, may: 'anyone', page: whoIsAsking.submit },
  { get: paths.requestReturn.pattern, may: 'anyone', page: comeBack.show },
  { post: paths.requestReturn.pattern, may: 'anyone', page: comeBack.submit },
  { get: paths.requestCode.pattern, may: 'anyone', page: keepCode.show },
  { post: paths.requestCode.pattern, may: 'anyone', page: keepCode.submit },
  { get: paths.requestTasks.pattern, may: 'anyone', page: taskList.show },
  { get: paths.requestQuestion.pattern, may: 'anyone', page: question.show },
  { post: paths.requestQuestion.pattern, may: 'anyone', page: question.submit },
  { get: paths.requestEvidence.pattern, may: 'anyone', page: evidence.show },
  { post: paths.requestEvidence.pattern, may: 'anyone', page: evidence.submit },
  { get: paths.requestRemoveEvidence.pattern, may: 'anyone', page: evidence.showRemove },
  { post: paths.requestRemoveEvidence.pattern, may: 'anyone', page: evidence.submitRemove },
  { get: paths.requestCheck.pattern, may: 'anyone', page: check.show },
  { post: paths.requestCheck.pattern, may: { act: 'make-request' }, page: check.submit },
  { get: paths.requestSent.pattern, may: 'anyone', page: sent.show },
  { get: paths.caseRequest.pattern, may: { look: 'request' }, page: caseRequest.show },
  { get: paths.returnYouthAccommodation.pattern, may: { act: 'record-return-items' }, page: youthAccommodation.show },
  { post: paths.returnYouthAccommodation.pattern, may: { act: 'record-return-items' }, page: youthAccommodation.submit },
  { get: paths.caseDuplicates.pattern, may: { act: 'settle-duplicate' }, page: settleDuplicate.show },
  { post: paths.caseDuplicates.pattern, may: { act: 'settle-duplicate' }, page: settleDuplicate.submit },
  { get: paths.caseWithdraw.pattern, may: { act: 'withdraw-request' }, page: withdraw.show },
  { post: paths.caseWithdraw.pattern, may: { act: 'withdraw-request' }, page: withdraw.submit },
  { get: paths.tellOfRequest.pattern, may: { act: 'tell-of-request' }, page: tell.show },
  { post: paths.tellOfRequest.pattern, may: { act: 'tell-of-request' }, page: tell.submit },
] satisfies Route[]
