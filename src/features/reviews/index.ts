import type { Feature } from '../../casebook/feature.ts'
import { undoing } from '../../casebook/undoings.ts'
import { uncirculateAt } from './contribution-store.ts'
import { unfreezeReport } from './report-store.ts'
import { unsendAt } from './review-store.ts'
import { routes } from './routes.ts'

export const reviews: Feature = {
  name: 'reviews', routes,
  undoings: [
    undoing('review-invitations-sent', async (tx, caseFile, { reviewId, recordedAt }) => { await unsendAt(tx, caseFile, reviewId, 'sentAt', recordedAt) }),
    undoing('review-advice-circulated', async (tx, caseFile, { reviewId, recordedAt }) => {
      await unsendAt(tx, caseFile, reviewId, 'papersAt', recordedAt)
      await uncirculateAt(tx, caseFile, reviewId, recordedAt)
    }),
    undoing('review-report-sent', async (tx, caseFile, { reviewId }) => { await unfreezeReport(tx, caseFile, reviewId) }),
  ],
}
