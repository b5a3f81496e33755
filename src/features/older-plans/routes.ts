import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as batch from './batch/page.ts'
import * as bringIn from './bring-in/page.ts'
import * as confirm from './confirm/page.ts'
import * as list from './list/page.ts'
import * as piece from './piece/page.ts'
import * as place from './place/page.ts'
import * as setAside from './set-aside/page.tsx'

// Before it is confirmed a plan is of no case: each page asks whether this is the council of the area (open-older-plan.ts).
export const routes = [
  { get: paths.olderPlans.pattern, may: { act: 'place-older-plan' }, page: list.show },
  { get: paths.bringInPlans.pattern, may: { act: 'place-older-plan' }, page: bringIn.show },
  { post: paths.bringInPlans.pattern, may: { act: 'place-older-plan' }, page: bringIn.submit, costs: 10 },
  { get: paths.olderPlanBatch.pattern, may: { act: 'place-older-plan' }, page: batch.show },
  { get: paths.olderPlan.pattern, may: { act: 'place-older-plan' }, page: place.show },
  { post: paths.olderPlan.pattern, may: { act: 'place-older-plan' }, page: place.submit },
  { get: paths.olderPlanOriginal.pattern, may: { act: 'place-older-plan' }, page: place.original },
  { get: paths.olderPlanPiece.pattern, may: { act: 'place-older-plan' }, page: piece.show },
  { post: paths.olderPlanPiece.pattern, may: { act: 'place-older-plan' }, page: piece.submit },
  { get: paths.confirmOlderPlan.pattern, may: { act: 'confirm-older-plan' }, page: confirm.show },
  { post: paths.confirmOlderPlan.pattern, may: { act: 'confirm-older-plan' }, page: confirm.submit, costs: 10 },
  { get: paths.setOlderPlanAside.pattern, may: { act: 'place-older-plan' }, page: setAside.show },
  { post: paths.setOlderPlanAside.pattern, may: { act: 'place-older-plan' }, page: setAside.submit },
] satisfies Route[]
