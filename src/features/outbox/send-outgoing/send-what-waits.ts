// Nothing waits unseen in the outbox: what lost its job (its worker was killed, or it was night) is given a new one. An item that
// has been sent, or is being sent, is never sent again: the job holds its row and looks at its state.

import type { Job } from '../../../casebook/feature.ts'
import { sendJob, sendKeyOf } from '../../../casebook/sending/outgoing.ts'
import { enqueue } from '../../../casebook/queue.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { isByDay } from '../../../domain/reminders/by-day.ts'
import { instantAfter } from '../../../platform/clock/system-clock.ts'
import { listForgotten } from '../outbox-store.ts'

const fiveMinutes = 5 * 60 * 1000

export const sendWhatWaits: Job = {
  name: 'send-what-waits',
  runsAt: '*/5 * * * *',
  run: (occasion) => inTransaction(occasion, async (tx) => {
    const forgotten = await listForgotten(tx, { waitingSince: instantAfter(tx.now, -fiveMinutes), now: tx.now, isDay: isByDay(tx.now) })
    for (const { localAreaId, id } of forgotten) await enqueue(tx, sendJob, { localAreaId, outgoingId: id }, { key: sendKeyOf(id) })
  }),
}
