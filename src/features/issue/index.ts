import { dayCopy } from '../../casebook/day-copies.ts'
import type { Feature } from '../../casebook/feature.ts'
import { takeOutOfForce } from '../../casebook/plan/keep-issued.ts'
import { undoing } from '../../casebook/undoings.ts'
import { moveAgreedOn } from './check-store.ts'
import { chaseUnopenedPlans } from './deliveries/chase.ts'
import { routes } from './routes.ts'
import { haveItStill } from './superseded/no-longer-named.ts'

export const issue: Feature = {
  name: 'issue', routes, jobs: [chaseUnopenedPlans],
  dayCopies: [dayCopy('health-body-agreed', (tx, caseFile, { agreedBy, happenedOn }, was) => moveAgreedOn(tx, caseFile, agreedBy, { was, agreedOn: happenedOn }))],
  undoings: [
    undoing('final-issued', (tx, caseFile, { versionId }) => takeOutOfForce(tx, caseFile, versionId)),
    undoing('amended-final-issued', async (tx, caseFile, { versionId }) => { if (versionId !== undefined) await takeOutOfForce(tx, caseFile, versionId) }),
    undoing('plan-superseded-told', haveItStill),
  ],
}
