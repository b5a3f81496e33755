import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as capacity from './capacity/page.ts'
import * as capacityRecord from './capacity/record-page.tsx'
import * as permission from './permission/page.ts'
import * as rightsPage from './rights-page/page.ts'
import * as youngPerson from './young-person/page.tsx'

export const routes = [
  { get: paths.caseRights.pattern, may: { look: 'rights' }, page: rightsPage.show },
  { post: paths.rightsNotice.pattern, may: { act: 'give-rights-notice' }, page: rightsPage.tell },
  { get: paths.youngPerson.pattern, may: { act: 'record-young-person' }, page: youngPerson.show },
  { post: paths.youngPerson.pattern, may: { act: 'record-young-person' }, page: youngPerson.submit },
  { get: paths.recordCapacity.pattern, may: { act: 'record-capacity' }, page: capacity.show },
  { post: paths.recordCapacity.pattern, may: { act: 'record-capacity' }, page: capacity.submit },
  { get: paths.doubtCapacity.pattern, may: { act: 'doubt-capacity' }, page: capacity.showDoubt },
  { post: paths.doubtCapacity.pattern, may: { act: 'doubt-capacity' }, page: capacity.submitDoubt },
  { get: paths.capacityRecord.pattern, may: { look: 'family-details' }, page: capacityRecord.show },
  // The young person's own act, a deputy's, and an officer's writing down: the page asks which.
  { get: paths.permission.pattern, may: { act: ['record-permission', 'give-permission'] }, page: permission.show },
  { post: paths.permission.pattern, may: { act: ['record-permission', 'give-permission'] }, page: permission.submit },
] satisfies Route[]
