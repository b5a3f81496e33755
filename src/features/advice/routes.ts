import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as accept from './accept/page.tsx'
import * as adviceList from './advice-list/page.ts'
import * as answerQuestion from './answer-question/page.tsx'
import * as askForAdvice from './ask/page.ts'
import * as excuse from './excuse/page.tsx'
import * as give from './give/page.ts'
import * as given from './given/page.ts'
import * as inbox from './inbox/page.ts'
import * as keepOut from './keep-out/page.ts'
import * as line from './line/page.ts'
import * as mark from './mark/page.ts'
import * as request from './request/page.ts'
import * as returned from './return/page.tsx'
import * as reuse from './reuse/page.tsx'
import * as send from './send/page.ts'
import * as views from './views/page.ts'

export const routes = [
  { get: paths.adviceInbox.pattern, may: 'signed-in', page: inbox.show },
  { get: paths.adviceList.pattern, may: { look: 'advice-list' }, page: adviceList.show },
  { get: paths.askForAdvice.pattern, may: { act: 'ask-for-advice' }, page: askForAdvice.show },
  { post: paths.askForAdvice.pattern, may: { act: 'ask-for-advice' }, page: askForAdvice.submit },
  { get: paths.adviceRequest.pattern, may: { look: 'advice-list' }, page: request.show },
  { get: paths.adviceEnclosure.pattern, may: { look: 'advice-list' }, page: request.enclosure },
  { post: paths.confirmAdvice.pattern, may: { act: 'confirm-advice-request' }, page: request.confirm },
  { post: paths.takeAdvice.pattern, may: { act: 'take-advice' }, page: request.take },
  { post: paths.chaseAdvice.pattern, may: { act: 'chase-advice' }, page: request.chase },
  { post: paths.withdrawAdvice.pattern, may: { act: 'withdraw-advice-request' }, page: request.withdraw },
  { get: paths.excuseAdvice.pattern, may: { act: 'excuse-advice' }, page: excuse.show },
  { post: paths.excuseAdvice.pattern, may: { act: 'excuse-advice' }, page: excuse.submit },
  { get: paths.reuseAdvice.pattern, may: { act: 'reuse-advice' }, page: reuse.show },
  { post: paths.reuseAdvice.pattern, may: { act: 'reuse-advice' }, page: reuse.submit },
  { get: paths.giveAdvice.pattern, may: { act: 'give-advice' }, page: give.show },
  { post: paths.giveAdvice.pattern, may: { act: 'give-advice' }, page: give.submit },
  { post: paths.adviceAutosave.pattern, may: { act: 'give-advice' }, page: give.autosave },
  { get: paths.advice.pattern, may: { look: ['all-advice', 'own-advice'] }, page: given.show },
  { get: paths.adviceFile.pattern, may: { look: ['all-advice', 'own-advice'] }, page: given.download },
  { get: paths.viewsFile.pattern, may: { look: ['all-advice', 'own-advice'] }, page: given.viewsFile },
  { get: paths.markAdvice.pattern, may: { act: 'mark-advice' }, page: mark.show },
  { post: paths.markAdvice.pattern, may: { act: 'mark-advice' }, page: mark.submit },
  { get: paths.adviceLine.pattern, may: { act: 'mark-advice' }, page: line.show },
  { post: paths.adviceLine.pattern, may: { act: 'mark-advice' }, page: line.submit },
  { get: paths.answerAuthorQuestion.pattern, may: { act: 'answer-author-question' }, page: answerQuestion.show },
  { post: paths.answerAuthorQuestion.pattern, may: { act: 'answer-author-question' }, page: answerQuestion.submit },
  { get: paths.sendAdvice.pattern, may: { act: 'give-advice' }, page: send.show },
  { post: paths.sendAdvice.pattern, may: { act: 'give-advice' }, page: send.submit },
  { post: paths.confirmReadings.pattern, may: { act: 'mark-advice' }, page: send.confirm },
  { get: paths.returnAdvice.pattern, may: { act: 'return-advice' }, page: returned.show },
  { post: paths.returnAdvice.pattern, may: { act: 'return-advice' }, page: returned.submit },
  { get: paths.acceptAdvice.pattern, may: { act: 'accept-advice' }, page: accept.show },
  { post: paths.acceptAdvice.pattern, may: { act: 'accept-advice' }, page: accept.submit },
  { get: paths.giveViews.pattern, may: { act: 'give-views' }, page: views.show },
  { post: paths.giveViews.pattern, may: { act: 'give-views' }, page: views.submit },
  { get: paths.keepOut.pattern, may: { act: 'keep-out-term' }, page: keepOut.show },
  { post: paths.keepOut.pattern, may: { act: 'keep-out-term' }, page: keepOut.submit },
] satisfies Route[]
