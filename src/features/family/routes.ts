import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as addFamily from './add-family/page.ts'
import * as addressInDoubt from './address-in-doubt/page.tsx'
import * as changeAddress from './change-address/page.ts'
import * as communication from './communication/page.ts'
import * as contact from './contact/page.tsx'
import * as evidence from './evidence/page.ts'
import * as familyPage from './family-page/page.ts'
import * as nameProxy from './helping/new-page.tsx'
import * as helping from './helping/page.tsx'
import * as history from './history/page.tsx'
import * as lettersTo from './letters-to/page.tsx'
import * as newOrder from './orders/new-page.tsx'
import * as order from './orders/order-page.tsx'
import * as suspend from './orders/suspend-page.tsx'
import * as protectedAddress from './protected-address/page.tsx'
import * as responsibility from './responsibility/page.tsx'

export const routes = [
  { get: paths.caseFamily.pattern, may: { look: 'family-details' }, page: familyPage.show },
  { get: paths.caseAddFamily.pattern, may: { act: 'record-family' }, page: addFamily.show },
  { post: paths.caseAddFamily.pattern, may: { act: 'record-family' }, page: addFamily.submit },
  { get: paths.responsibility.pattern, may: { act: 'record-responsibility' }, page: responsibility.show },
  { post: paths.responsibility.pattern, may: { act: 'record-responsibility' }, page: responsibility.submit },
  { get: paths.contactRules.pattern, may: { act: 'record-contact' }, page: contact.show },
  { post: paths.contactRules.pattern, may: { act: 'record-contact' }, page: contact.submit },
  { get: paths.tieHistory.pattern, may: { look: 'family-details' }, page: history.show },
  { get: paths.recordRestriction.pattern, may: { act: 'record-restriction' }, page: newOrder.show },
  { post: paths.recordRestriction.pattern, may: { act: 'record-restriction' }, page: newOrder.submit },
  { get: paths.suspendAccess.pattern, may: { act: 'record-restriction' }, page: suspend.show },
  { post: paths.suspendAccess.pattern, may: { act: 'record-restriction' }, page: suspend.submit },
  { get: paths.restriction.pattern, may: { act: 'change-restriction' }, page: order.show },
  { post: paths.restriction.pattern, may: { act: 'change-restriction' }, page: order.submit },
  { post: paths.settleRestriction.pattern, may: { act: 'change-restriction' }, page: order.settle },
  { get: paths.caseAddress.pattern, may: { act: 'change-address' }, page: changeAddress.show },
  { post: paths.caseAddress.pattern, may: { act: 'change-address' }, page: changeAddress.submit },
  { get: paths.lettersTo.pattern, may: { act: 'change-address' }, page: lettersTo.show },
  { post: paths.lettersTo.pattern, may: { act: 'change-address' }, page: lettersTo.submit },
  { get: paths.addressInDoubt.pattern, may: { act: 'question-address' }, page: addressInDoubt.show },
  { post: paths.addressInDoubt.pattern, may: { act: 'question-address' }, page: addressInDoubt.submit },
  { get: paths.protectedAddress.pattern, may: { look: 'sealed-address' }, page: protectedAddress.show },
  { post: paths.protectedAddress.pattern, may: { act: 'open-sealed-address' }, page: protectedAddress.submit },
  { get: paths.shownAddress.pattern, may: { look: 'sealed-address' }, page: protectedAddress.shown },
  { get: paths.helping.pattern, may: { look: 'helping' }, page: helping.show },
  { get: paths.nameProxy.pattern, may: { act: 'name-proxy' }, page: nameProxy.show },
  { post: paths.nameProxy.pattern, may: { act: 'name-proxy' }, page: nameProxy.submit },
  { post: paths.endProxy.pattern, may: { act: 'end-proxy' }, page: helping.end },
  { get: paths.caseCommunication.pattern, may: { act: 'record-communication' }, page: communication.show },
  { post: paths.caseCommunication.pattern, may: { act: 'record-communication' }, page: communication.submit },
  { get: paths.caseEvidence.pattern, may: { act: 'add-evidence' }, page: evidence.show },
  { post: paths.caseEvidence.pattern, may: { act: 'add-evidence' }, page: evidence.submit },
] satisfies Route[]
