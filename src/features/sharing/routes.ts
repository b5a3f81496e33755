import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as consult from './consult/page.ts'
import * as consultation from './consultation/page.ts'
import * as consultationInbox from './consultation-inbox/page.ts'
import * as consultMany from './consult-many/page.ts'
import * as consultedMany from './consult-many/progress-page.ts'
import * as finish from './finish/page.ts'
import * as proposals from './proposals/page.ts'
import * as answerProposal from './proposals/answer-page.ts'
import * as propose from './propose/page.ts'
import * as shareDraft from './share-draft/page.ts'
import * as sharedDraft from './shared-draft/page.ts'
import * as chase from './consultation/chase-page.ts'
import * as withdraw from './consultation/withdraw-page.ts'
import * as wishes from './wishes/page.ts'
import * as makeWish from './wishes/make-page.ts'
import * as answerWish from './wishes/answer-page.ts'

export const routes = [
  { get: paths.shareDraft.pattern, may: { act: 'share-draft' }, page: shareDraft.show },
  { post: paths.shareDraft.pattern, may: { act: 'share-draft' }, page: shareDraft.submit },
  { get: paths.sharedDraft.pattern, may: { look: 'shared-draft' }, page: sharedDraft.show },
  { get: paths.proposeOnLine.pattern, may: { act: 'propose-change' }, page: propose.showOnLine },
  { post: paths.proposeOnLine.pattern, may: { act: 'propose-change' }, page: propose.submitOnLine },
  { get: paths.proposeNewLine.pattern, may: { act: 'propose-change' }, page: propose.showInSection },
  { post: paths.proposeNewLine.pattern, may: { act: 'propose-change' }, page: propose.submitInSection },
  { get: paths.makeWish.pattern, may: { act: 'make-wish' }, page: makeWish.show },
  { post: paths.makeWish.pattern, may: { act: 'make-wish' }, page: makeWish.submit },
  { get: paths.finishCommenting.pattern, may: { act: 'finish-commenting' }, page: finish.show },
  { post: paths.finishCommenting.pattern, may: { act: 'finish-commenting' }, page: finish.submit },
  { get: paths.proposals.pattern, may: { act: 'answer-proposal' }, page: proposals.show },
  { get: paths.answerProposal.pattern, may: { act: 'answer-proposal' }, page: answerProposal.show },
  { post: paths.answerProposal.pattern, may: { act: 'answer-proposal' }, page: answerProposal.submit },
  { get: paths.wishes.pattern, may: { act: 'answer-wish' }, page: wishes.show },
  { get: paths.answerWish.pattern, may: { act: 'answer-wish' }, page: answerWish.show },
  { post: paths.answerWish.pattern, may: { act: 'answer-wish' }, page: answerWish.submit },
  { get: paths.consultSettings.pattern, may: { look: 'consultations' }, page: consult.show },
  { post: paths.consultSettings.pattern, may: { act: 'consult-setting' }, page: consult.submit },
  { get: paths.consultation.pattern, may: { look: 'own-consultation' }, page: consultation.show },
  { post: paths.consultation.pattern, may: { act: 'answer-consultation' }, page: consultation.submit },
  { get: paths.consultationDocument.pattern, may: { look: 'own-consultation' }, page: consultation.download },
  { post: paths.chaseConsultation.pattern, may: { act: 'chase-consultation' }, page: chase.submit },
  { get: paths.withdrawConsultation.pattern, may: { act: 'withdraw-consultation' }, page: withdraw.show },
  { post: paths.withdrawConsultation.pattern, may: { act: 'withdraw-consultation' }, page: withdraw.submit },
  // Of a whole area: which cases, the act asks one by one.
  { get: paths.consultMany.pattern, may: { act: 'consult-setting' }, page: consultMany.show },
  { post: paths.consultMany.pattern, may: { act: 'consult-setting' }, page: consultMany.submit, costs: 10 },
  { get: paths.consultedMany.pattern, may: { act: 'consult-setting' }, page: consultedMany.show },
  { post: paths.consultedMany.pattern, may: { act: 'consult-setting' }, page: consultedMany.submit, costs: 10 },
  { get: paths.consultationInbox.pattern, may: 'signed-in', page: consultationInbox.show },
] satisfies Route[]
