import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as addFamily from './add-family/page.ts'
import * as changeAddress from './change-address/page.ts'
import * as communication from './communication/page.ts'
import * as evidence from './evidence/page.ts'
import * as familyPage from './family-page/page.ts'

export const routes = [
  { get: paths.caseFamily.pattern, may: { look: 'family-details' }, page: familyPage.show },
  { get: paths.caseAddFamily.pattern, may: { act: 'record-family' }, page: addFamily.show },
  { post: paths.caseAddFamily.pattern, may: { act: 'record-family' }, page: addFamily.submit },
  { get: paths.caseAddress.pattern, may: { act: 'change-address' }, page: changeAddress.show },
  { post: paths.caseAddress.pattern, may: { act: 'change-address' }, page: changeAddress.submit },
  { get: paths.caseCommunication.pattern, may: { act: 'record-communication' }, page: communication.show },
  { post: paths.caseCommunication.pattern, may: { act: 'record-communication' }, page: communication.submit },
  { get: paths.caseEvidence.pattern, may: { act: 'add-evidence' }, page: evidence.show },
  { post: paths.caseEvidence.pattern, may: { act: 'add-evidence' }, page: evidence.submit },
] satisfies Route[]
