import { dayCopy } from '../../casebook/day-copies.ts'
import type { Feature } from '../../casebook/feature.ts'
import { moveAgreedOn } from './check-store.ts'
import { chaseUnopenedPlans } from './deliveries/chase.ts'
import { routes } from './routes.ts'

export const issue: Feature = {
  name: 'issue', routes, jobs: [chaseUnopenedPlans],
  dayCopies: [dayCopy('health-body-agreed', (tx, caseFile, { agreedBy, happenedOn }, was) => moveAgreedOn(tx, caseFile, agreedBy, { was, agreedOn: happenedOn }))],
}
