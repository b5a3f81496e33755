import type { Feature } from '../../casebook/feature.ts'
import { undoing } from '../../casebook/undoings.ts'
import { dropDecision } from './ceasing-store.ts'
import { endPlanByItself, findPlansToEnd } from './end-plans.ts'
import { routes } from './routes.ts'

export const ceasing: Feature = {
  name: 'ceasing', routes, jobs: [findPlansToEnd, endPlanByItself],
  undoings: [
    undoing('cease-notified', async (tx, caseFile, { ceasingId }) => { await dropDecision(tx, caseFile, ceasingId) }),
    undoing('ceasing-dropped', async (tx, caseFile, { ceasingId }) => { await dropDecision(tx, caseFile, ceasingId) }),
  ],
}
