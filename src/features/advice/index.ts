import { dayCopy } from '../../casebook/day-copies.ts'
import type { Feature } from '../../casebook/feature.ts'
import { undoing } from '../../casebook/undoings.ts'
import { handOverAdvice } from './hand-over.ts'
import { changeRequest, moveReceivedOn, moveSentOn } from './request-store.ts'
import { chaseLateAdvice } from './request/chase-late-advice.ts'
import { routes } from './routes.ts'

export const advice: Feature = {
  name: 'advice', routes, jobs: [chaseLateAdvice],
  handovers: [handOverAdvice],
  dayCopies: [
    dayCopy('advice-asked', (tx, caseFile, { adviceRequestId, happenedOn }) => moveSentOn(tx, caseFile, adviceRequestId, happenedOn)),
    dayCopy('advice-request-received', (tx, caseFile, { adviceRequestId, happenedOn }) => moveReceivedOn(tx, caseFile, adviceRequestId, happenedOn)),
  ],
  undoings: [undoing('advice-asked', (tx, caseFile, { adviceRequestId }) => changeRequest(tx, caseFile, adviceRequestId, { state: 'withdrawn', endedReason: 'Taken back before it was sent' }))],
}
