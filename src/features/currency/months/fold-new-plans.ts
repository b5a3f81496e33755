// A plan that came in some other way than by being issued here (a bundle, a move from another area) has its lines dated by the next
// morning, before the month is counted. It finds only plans that have an issued version and no row.

import type { Job } from '../../../casebook/feature.ts'
import { rebuildCurrency } from '../../../casebook/plan/keep-currency.ts'

export const foldNewPlans: Job = {
  name: 'fold-new-plans',
  runsAt: '35 3 * * *',
  run: async (occasion) => { await rebuildCurrency(occasion, { repair: true, which: 'missing' }) },
}
