import { dayCopy } from '../../casebook/day-copies.ts'
import type { Feature } from '../../casebook/feature.ts'
import { takeOutOfForce } from '../../casebook/keep-issued.ts'
import { undoing } from '../../casebook/undoings.ts'
import { moveAgreedOn } from './check-store.ts'
import { chaseUnopenedPlans } from './deliveries/chase.ts'
import { routes } from './routes.ts'

export const issue: Feature = {
  name: 'issue', routes, jobs: [chaseUnopenedPlans],
  dayCopies: [dayCopy('health-body-agreed', (tx, caseFile, { agreedBy, happenedOn }, was) => moveAgreedOn(tx, caseFile, agreedBy, { was, agreedOn: happenedOn }))],
  undoings: [undoing('final-issued', (tx, caseFile, { versionId }) => takeOutOfForce(tx, caseFile, versionId))],
}
