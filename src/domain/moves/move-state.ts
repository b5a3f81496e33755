// How far a move is, as either side reads it. What is unopened is never silent: both sides see it, and it is chased.

import type { PlainDate } from '../calendar/plain-date.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'

export interface MoveSoFar {
  readonly isElsewhere: boolean
  readonly orderedAt?: string
  readonly carriedAt?: string
  readonly handedOverOn?: PlainDate
  readonly openedAt?: string
  readonly takenInAt?: string
  readonly returnedAt?: string
  readonly calledOffAt?: string
}

export const moveStates = ['known', 'ordered', 'to-hand-over', 'sent', 'opened', 'taken-in', 'returned', 'called-off'] as const
export type MoveState = (typeof moveStates)[number]

export function moveStateOf(move: MoveSoFar): MoveState {
  if (move.calledOffAt !== undefined) return 'called-off'
  if (move.takenInAt !== undefined) return 'taken-in'
  if (move.returnedAt !== undefined) return 'returned'
  if (move.openedAt !== undefined) return 'opened'
  if (move.carriedAt === undefined) return move.orderedAt === undefined ? 'known' : 'ordered'
  return move.isElsewhere && move.handedOverOn === undefined ? 'to-hand-over' : 'sent'
}

export const moveStateWords: Readonly<Record<MoveState, string>> = {
  known: 'Not sent yet', ordered: 'Ready, waits to leave', 'to-hand-over': 'Package made, not handed over yet', sent: 'Sent, not opened yet', opened: 'Opened, not taken in yet',
  'taken-in': 'Taken in', returned: 'Sent back by the new council', 'called-off': 'Called off',
}

export interface ArrivalSoFar {
  readonly openedAt?: string
  readonly takenInAt?: string
  readonly returnedAt?: string
  readonly calledOffAt?: string
}

export const arrivalStates = ['waiting', 'opened', 'taken-in', 'returned', 'called-off'] as const
export type ArrivalState = (typeof arrivalStates)[number]

export function arrivalStateOf({ calledOffAt, takenInAt, returnedAt, openedAt }: ArrivalSoFar): ArrivalState {
  if (takenInAt !== undefined) return 'taken-in'
  if (calledOffAt !== undefined) return 'called-off'
  if (returnedAt !== undefined) return 'returned'
  return openedAt === undefined ? 'waiting' : 'opened'
}

export const arrivalStateWords: Readonly<Record<ArrivalState, string>> = {
  waiting: 'Not opened', opened: 'Opened, not taken in', 'taken-in': 'Taken in', returned: 'Sent back', 'called-off': 'Called off by the other council',
}

/** Working days after which whoever could open or take in what arrived is told again. The family's six weeks run meanwhile (reg 15(4)). */
export const chaseAfterWorkingDays = 2

export const isTimeToChaseArrival = (lastTold: PlainDate, today: PlainDate): boolean => workingDaysBetween(lastTold, today) >= chaseAfterWorkingDays
