import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as budget from './budget/page.tsx'
import * as details from './details/page.tsx'
import * as explain from './explain/page.tsx'
import * as header from './header/page.tsx'
import * as items from './items/page.ts'
import * as needs from './needs/page.tsx'
import * as numbers from './numbers/page.tsx'
import * as named from './place/named-page.tsx'
import * as placement from './place/placement-page.tsx'
import * as register from './register/page.ts'
import * as trend from './trend/page.ts'

export const routes = [
  { get: paths.returnItems.pattern, may: { look: 'return-items' }, page: items.show },
  { get: paths.returnDetails.pattern, may: { act: 'record-return-items' }, page: details.show },
  { post: paths.returnDetails.pattern, may: { act: 'record-return-items' }, page: details.submit },
  { get: paths.returnNumbers.pattern, may: { act: 'record-return-items' }, page: numbers.show },
  { post: paths.returnNumbers.pattern, may: { act: 'record-return-items' }, page: numbers.submit },
  { get: paths.returnNeeds.pattern, may: { act: 'record-needs' }, page: needs.show },
  { post: paths.returnNeeds.pattern, may: { act: 'record-needs' }, page: needs.submit },
  { get: paths.returnPlacement.pattern, may: { act: 'record-placement' }, page: placement.show },
  { post: paths.returnPlacement.pattern, may: { act: 'record-placement' }, page: placement.submit },
  { get: paths.returnNamed.pattern, may: { act: 'record-placement' }, page: named.show },
  { post: paths.returnNamed.pattern, may: { act: 'record-placement' }, page: named.submit },
  { get: paths.returnBudget.pattern, may: { act: 'record-personal-budget' }, page: budget.show },
  { post: paths.returnBudget.pattern, may: { act: 'record-personal-budget' }, page: budget.submit },
  { get: paths.returnHeader.pattern, may: { act: 'set-return-header' }, page: header.show },
  { post: paths.returnHeader.pattern, may: { act: 'set-return-header' }, page: header.submit },
  { get: paths.explainReturnFault.pattern, may: { act: 'explain-return-fault' }, page: explain.show },
  { post: paths.explainReturnFault.pattern, may: { act: 'explain-return-fault' }, page: explain.submit },
  { get: paths.returnFaults.pattern, may: 'signed-in', page: register.show },
  { get: paths.returnTrend.pattern, may: 'signed-in', page: trend.show },
] satisfies Route[]
