import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as appealStep from './appeal-step/page.tsx'
import * as concede from './concede/page.tsx'
import * as disagreements from './disagreements/page.ts'
import * as changeLock from './lock-words/change-page.tsx'
import * as lockWords from './lock-words/page.tsx'
import * as mediationStep from './mediation-step/page.tsx'
import * as order from './order/page.tsx'
import * as orderedWords from './ordered-words/page.tsx'
import * as recommendation from './recommendation/page.tsx'

export const routes = [
  { get: paths.disagreements.pattern, may: { look: 'disagreements' }, page: disagreements.show },
  { get: paths.mediationStep.pattern, may: { act: 'record-mediation' }, page: mediationStep.show },
  { post: paths.mediationStep.pattern, may: { act: 'record-mediation' }, page: mediationStep.submit },
  { get: paths.appealStep.pattern, may: { act: 'record-appeal' }, page: appealStep.show },
  { post: paths.appealStep.pattern, may: { act: 'record-appeal' }, page: appealStep.submit },
  { get: paths.concedeAppeal.pattern, may: { act: 'concede-appeal' }, page: concede.show },
  { post: paths.concedeAppeal.pattern, may: { act: 'concede-appeal' }, page: concede.submit },
  { get: paths.recommendation.pattern, may: { act: 'record-recommendation' }, page: recommendation.show },
  { post: paths.recommendation.pattern, may: { act: 'record-recommendation' }, page: recommendation.submit },
  { get: paths.recordOrder.pattern, may: { act: 'record-order' }, page: order.show },
  { post: paths.recordOrder.pattern, may: { act: 'record-order' }, page: order.submit },
  { get: paths.orderedWords.pattern, may: { look: 'plan-endings' }, page: orderedWords.show },
  { get: paths.lockWords.pattern, may: { act: 'lock-ordered-words' }, page: lockWords.show },
  { post: paths.lockWords.pattern, may: { act: 'lock-ordered-words' }, page: lockWords.submit },
  { get: paths.changeLock.pattern, may: { act: 'lock-ordered-words' }, page: changeLock.show },
  { post: paths.changeLock.pattern, may: { act: 'lock-ordered-words' }, page: changeLock.submit },
] satisfies Route[]
