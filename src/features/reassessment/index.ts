import type { Feature } from '../../casebook/feature.ts'
import { dropDecision, dropRequest } from '../../casebook/reassessments.ts'
import { undoing } from '../../casebook/undoings.ts'
import { routes } from './routes.ts'

export const reassessment: Feature = {
  name: 'reassessment', routes,
  undoings: [
    undoing('reassessment-requested', async (tx, caseFile, { reassessmentId }) => { await dropRequest(tx, caseFile, reassessmentId) }),
    undoing('reassessment-decided', async (tx, caseFile, { reassessmentId }) => { await dropDecision(tx, caseFile, reassessmentId) }),
    undoing('reassessment-begun', async (tx, caseFile, { reassessmentId }) => { await dropDecision(tx, caseFile, reassessmentId) }),
  ],
}
