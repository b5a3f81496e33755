import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as after from './after/page.tsx'
import * as arrival from './arrival/page.ts'
import * as arrivals from './arrivals/page.ts'
import * as callOff from './call-off/page.tsx'
import * as caseMove from './case-move/page.ts'
import * as handOver from './hand-over/page.tsx'
import * as locked from './locked/page.tsx'
import * as people from './people/page.tsx'
import * as recordMove from './record-move/page.ts'
import * as send from './send/page.ts'
import * as tell from './tell/page.tsx'
import * as unlock from './unlock/page.tsx'

const receives = { office: 'receive-moves' } as const

export const routes = [
  { get: paths.caseMove.pattern, may: { look: 'moves' }, page: caseMove.show },
  { get: paths.recordMove.pattern, may: { act: 'record-move' }, page: recordMove.show },
  { post: paths.recordMove.pattern, may: { act: 'record-move' }, page: recordMove.submit },
  { get: paths.tellOfTransfer.pattern, may: { act: 'tell-of-transfer' }, page: tell.show },
  { post: paths.tellOfTransfer.pattern, may: { act: 'tell-of-transfer' }, page: tell.submit },
  { get: paths.inviteAfterMove.pattern, may: { act: 'invite-after-move' }, page: people.show },
  { post: paths.inviteAfterMove.pattern, may: { act: 'invite-after-move' }, page: people.submit },
  { get: paths.afterMove.pattern, may: { act: 'record-after-move' }, page: after.show },
  { post: paths.afterMove.pattern, may: { act: 'record-after-move' }, page: after.submit },
  { get: paths.sendOnMove.pattern, may: { act: 'send-on-move' }, page: send.show },
  { post: paths.sendOnMove.pattern, may: { act: 'send-on-move' }, page: send.submit },
  { get: paths.callOffMove.pattern, may: { act: 'call-off-move' }, page: callOff.show },
  { post: paths.callOffMove.pattern, may: { act: 'call-off-move' }, page: callOff.submit },
  { get: paths.handOverMove.pattern, may: { act: 'confirm-move' }, page: handOver.showHandOver },
  { post: paths.handOverMove.pattern, may: { act: 'confirm-move' }, page: handOver.submitHandOver },
  { get: paths.moveReceipt.pattern, may: { act: 'confirm-move' }, page: handOver.showReceipt },
  { post: paths.moveReceipt.pattern, may: { act: 'confirm-move' }, page: handOver.submitReceipt },
  { get: paths.movePackage.pattern, may: { act: 'confirm-move' }, page: locked.showMovePackage },
  { post: paths.movePackage.pattern, may: { act: 'confirm-move' }, page: locked.movePackageFile, costs: 5 },
  { get: paths.arrivals.pattern, may: receives, page: arrivals.show },
  { post: paths.arrivals.pattern, may: receives, page: arrivals.submit, costs: 5 },
  { get: paths.arrival.pattern, may: receives, page: arrival.show },
  { post: paths.arrival.pattern, may: receives, page: arrival.submit },
  { get: paths.arrivalRecord.pattern, may: receives, page: arrival.showRecord },
  { get: paths.arrivalPackage.pattern, may: receives, page: locked.showArrivalPackage },
  { post: paths.arrivalPackage.pattern, may: receives, page: locked.arrivalPackageFile, costs: 5 },
  { get: paths.lockedPackage.pattern, may: receives, page: unlock.show },
  { post: paths.lockedPackage.pattern, may: receives, page: unlock.submit, costs: 5 },
  { get: paths.arrivalReceipt.pattern, may: receives, page: arrival.receiptFile },
] satisfies Route[]
