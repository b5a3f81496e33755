import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as consider from './consider/page.tsx'
import * as consulted from './consulted/page.tsx'
import * as decide from './decide/page.tsx'
import * as end from './end/page.tsx'
import * as planEnding from './plan-ending/page.ts'
import * as restore from './restore/page.tsx'
import * as withoutDecision from './without-decision/page.tsx'

export const routes = [
  { get: paths.ceasing.pattern, may: { look: 'plan-endings' }, page: planEnding.show },
  { get: paths.considerCeasing.pattern, may: { act: 'consider-ceasing' }, page: consider.show },
  { post: paths.considerCeasing.pattern, may: { act: 'consider-ceasing' }, page: consider.submit },
  { get: paths.ceasingConsulted.pattern, may: { act: 'record-ceasing-consultation' }, page: consulted.show },
  { post: paths.ceasingConsulted.pattern, may: { act: 'record-ceasing-consultation' }, page: consulted.submit },
  { get: paths.decideCeasing.pattern, may: { act: 'decide-ceasing' }, page: decide.show },
  { post: paths.decideCeasing.pattern, may: { act: 'decide-ceasing' }, page: decide.submit },
  { get: paths.endPlan.pattern, may: { act: 'end-plan' }, page: end.show },
  { post: paths.endPlan.pattern, may: { act: 'end-plan' }, page: end.submit },
  { get: paths.endPlanWithoutDecision.pattern, may: { act: 'end-plan-without-decision' }, page: withoutDecision.show },
  { post: paths.endPlanWithoutDecision.pattern, may: { act: 'end-plan-without-decision' }, page: withoutDecision.submit },
  { get: paths.restorePlan.pattern, may: { act: 'restore-plan' }, page: restore.show },
  { post: paths.restorePlan.pattern, may: { act: 'restore-plan' }, page: restore.submit },
] satisfies Route[]
