import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { ok } from '../../../domain/outcome.ts'
import { insertReceipts, markAcknowledged, ownReceipt } from '../delivery-store.ts'
import { isCouncil, readFinalPlan } from './may-read.ts'

/** Notes that a recipient has the plan open for the first time: themselves, not their whole service. Opening it again adds nothing. */
export const openPlan = act('open-plan', async (tx, caseFile) => {
  if (tx.viewer.kind !== 'person' || isCouncil(caseFile)) throw new NotAllowed('open-plan')
  const { version, own } = await readFinalPlan(tx, caseFile)
  const unopened = own.filter((delivery) => ownReceipt(delivery, tx) === undefined)
  if (unopened.length > 0) {
    await insertReceipts(tx, caseFile, unopened.map(({ id }) => id), tx.viewer.personId)
    await recordFact(tx, caseFile, { type: 'plan-opened', versionId: version.id, by: tx.viewer.name })
  }
  return ok(undefined)
})

/** A recipient says that they have the plan. */
export const acknowledgePlan = act('acknowledge-plan', async (tx, caseFile) => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('acknowledge-plan')
  const { version, own } = await readFinalPlan(tx, caseFile)
  const open = own.filter((delivery) => ownReceipt(delivery, tx)?.acknowledgedAt === undefined)
  if (open.length > 0) {
    await markAcknowledged(tx, caseFile, open.map(({ id }) => id), tx.viewer.personId)
    await recordFact(tx, caseFile, { type: 'plan-acknowledged', versionId: version.id, by: tx.viewer.name })
  }
  return ok(undefined)
})
