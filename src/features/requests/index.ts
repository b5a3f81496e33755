import { dayCopy } from '../../casebook/day-copies.ts'
import type { Feature } from '../../casebook/feature.ts'
import { moveReceivedOn } from './request-store.ts'
import { routes } from './routes.ts'

export const requests: Feature = {
  name: 'requests', routes,
  dayCopies: [
    dayCopy('request-received', (tx, caseFile, { requestId, happenedOn }) => moveReceivedOn(tx, caseFile, requestId, happenedOn)),
    dayCopy('brought-to-attention', (tx, caseFile, { requestId, happenedOn }) => moveReceivedOn(tx, caseFile, requestId, happenedOn)),
  ],
}
