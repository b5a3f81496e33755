// The worker asks again for what is late, advice and the family's views, the day after and every few days then.

import type { Job } from '../../../casebook/feature.ts'
import { inBatches } from '../../../casebook/in-batches.ts'
import { isByDay } from '../../../domain/reminders/by-day.ts'
import { listLateRequests } from '../request-store.ts'
import { chaseAdvice } from './request-acts.ts'

/** By day, each hour: run twice it chases once, because each case is looked at again while its row is held. */
export const chaseLateAdvice: Job = {
  name: 'chase-late-advice',
  runsAt: '15 7-19 * * *',
  run: async (occasion) => {
    if (!isByDay(occasion.house.clock.now())) return
    await inBatches(occasion, listLateRequests, ({ key, id }) => chaseAdvice(occasion, key, { id, byItself: true }))
  },
}
