// Somebody's last day has passed: what is left of their access ends, and each piece of their work is passed on in a transaction of its
// own. Safe to run twice; a fault in one piece leaves the leaving open, and the next night goes on with it.

import { z } from 'zod'
import { leaveBody } from '../../casebook/accounts/memberships.ts'
import type { Job } from '../../casebook/feature.ts'
import type { Leaver } from '../../casebook/handovers.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { actCode } from '../../casebook/audit/trail.ts'
import type { Occasion, Tx } from '../../casebook/tx.ts'
import { inTransaction, read } from '../../casebook/tx.ts'
import type { OrganisationId } from '../../domain/ids.ts'
import type { Leaving } from './change-store.ts'
import { findLeaving, finishLeaving, hasLeft, listLeavingsDue, recordStaffEvent } from './change-store.ts'
import { findBody, listStaff, nameOf } from './staff-store.ts'

export const handOverJob = 'hand-over-work'
const payload = z.object({ organisationId: z.string(), id: z.string() })

export const handOverWork: Job = {
  name: handOverJob,
  run: async (occasion, given) => {
    const { organisationId, id } = payload.parse(given)
    const leaving = await read(occasion, (tx) => findLeaving(tx, organisationId as OrganisationId, id))
    if (leaving !== undefined) await handOver(occasion, leaving)
  },
}

/** Each night: whose last day was yesterday. (Their access was over with the first second of today: session.ts asks for the day.) */
export const finishLeavings: Job = {
  name: 'finish-leavings',
  runsAt: '10 1 * * *',
  run: async (occasion) => {
    const faults: unknown[] = []
    for (const leaving of await read(occasion, listLeavingsDue)) await handOver(occasion, leaving).catch((fault: unknown) => faults.push(fault))
    if (faults.length > 0) throw faults[0]
  },
}

async function handOver(occasion: Occasion, leaving: Leaving): Promise<void> {
  const leaver = await inTransaction(occasion, async (tx) => {
    if (!await hasLeft(tx, leaving)) {
      tx.doings.act = actCode('finish-leaving')
      await leaveBody(tx, leaving.personId, leaving.organisationId)
      await recordStaffEvent(tx, leaving.organisationId, { personId: leaving.personId, what: 'left', lastOn: leaving.lastOn })
    }
    return leaverOf(tx, leaving)
  })
  for (const { list, pass } of occasion.house.handovers) {
    for (const { key, id } of await read(occasion, (tx) => list(tx, leaver))) {
      await inTransaction(occasion, async (tx) => { await pass(tx, await openCaseFile(tx, key, { lock: true }), id, leaver) })
    }
  }
  await inTransaction(occasion, (tx) => finishLeaving(tx, leaving))
}

/** A colleague who has left in the meantime takes on nothing: then it is the inbox's. */
async function leaverOf(tx: Tx, { personId, organisationId, handToPersonId }: Leaving): Promise<Leaver> {
  const body = await findBody(tx, organisationId)
  const name = await nameOf(tx, personId)
  const to = handToPersonId === null ? undefined : (await listStaff(tx, organisationId)).find(({ id, lastOn }) => id === handToPersonId && (lastOn === undefined || lastOn >= tx.today))
  return { personId, name, organisationId, organisationName: body?.name ?? '', ...(to === undefined ? {} : { to: { personId: to.id, name: to.name } }) }
}
