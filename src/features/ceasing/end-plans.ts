// The worker ends plans that the council decided to end, when nobody has appealed. It waits longer than the law asks: the Tribunal tells a
// council of an appeal some days after it has received it, and a plan that ends too early takes a child's help away (decision 32). An
// officer who has asked the Tribunal need not wait.

import { z } from 'zod'
import type { Job } from '../../casebook/feature.ts'
import { enqueue } from '../../casebook/queue.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { addDays } from '../../domain/calendar/plain-date.ts'
import { londonDateOf } from '../../domain/calendar/london-date.ts'
import { endPlan } from './ceasing-acts.ts'
import { listPlansToEnd } from './ceasing-store.ts'

/** Days after the last day of appeal for word of one to reach the council. Ours, and no period of law: the plan may end from the next day. */
export const daysForWord = 21

export const findPlansToEnd: Job = {
  name: 'find-plans-to-end',
  runsAt: '50 5 * * *',
  run: (occasion) => inTransaction(occasion, async (tx) => {
    for (const key of await listPlansToEnd(tx, addDays(tx.today, -daysForWord))) await enqueue(tx, endPlanByItself.name, key, { key: `${endPlanByItself.name} ${key.caseId}` })
  }),
}

const caseToEnd = z.object({ area: z.string(), caseId: z.string() })

export const endPlanByItself: Job = {
  name: 'end-plan',
  // Refused where an appeal or mediation came in meanwhile, or the plan was kept or has ended: that is no fault.
  run: async (occasion, payload) => { await endPlan(occasion, caseToEnd.parse(payload), { on: londonDateOf(occasion.house.clock.now()) }) },
}
