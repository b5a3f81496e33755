import type { Feature } from '../../casebook/feature.ts'
import { undoing } from '../../casebook/undoings.ts'
import { dropAnswer } from './change-store.ts'
import { routes } from './routes.ts'

export const changes: Feature = {
  name: 'changes', routes,
  undoings: [undoing('change-answered', async (tx, caseFile, { changeId }) => { await dropAnswer(tx, caseFile, changeId) })],
}
