import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as add from './add/page.ts'
import * as addBody from './bodies/add-page.ts'
import * as bodies from './bodies/page.ts'
import * as leaves from './leaves/page.ts'
import * as list from './list/page.ts'
import * as member from './member/page.ts'
import * as review from './review/page.ts'

// An administrator has no part in any case: each page asks whether they look after this body (open-body.ts), and is not found else.
export const routes = [
  { get: paths.staff.pattern, may: { office: 'look-after-staff' }, page: list.toMine },
  { get: paths.staffOf.pattern, may: { office: 'look-after-staff' }, page: list.show },
  { get: paths.addStaff.pattern, may: { office: 'look-after-staff' }, page: add.show },
  { post: paths.addStaff.pattern, may: { office: 'look-after-staff' }, page: add.submit },
  { get: paths.reviewStaff.pattern, may: { office: 'look-after-staff' }, page: review.show },
  { post: paths.reviewStaff.pattern, may: { office: 'look-after-staff' }, page: review.submit },
  { get: paths.staffMember.pattern, may: { office: 'look-after-staff' }, page: member.show },
  { post: paths.staffMember.pattern, may: { office: 'look-after-staff' }, page: member.submit },
  { get: paths.staffLeaves.pattern, may: { office: 'look-after-staff' }, page: leaves.show },
  { post: paths.staffLeaves.pattern, may: { office: 'look-after-staff' }, page: leaves.submit },
  { post: paths.staffStays.pattern, may: { office: 'look-after-staff' }, page: member.stays },
  { get: paths.inviteStaff.pattern, may: { office: 'look-after-staff' }, page: member.showInvite },
  { post: paths.inviteStaff.pattern, may: { office: 'look-after-staff' }, page: member.invites },
  { get: paths.organisations.pattern, may: { office: 'see-bodies' }, page: bodies.show },
  { get: paths.addOrganisation.pattern, may: { office: 'add-body' }, page: addBody.show },
  { post: paths.addOrganisation.pattern, may: { office: 'add-body' }, page: addBody.submit },
  { get: paths.organisation.pattern, may: { office: 'add-body' }, page: addBody.showOne },
  { post: paths.organisation.pattern, may: { office: 'add-body' }, page: addBody.submitAdministrator },
] satisfies Route[]
