import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { ok } from '../../../domain/outcome.ts'
import type { HealthAgreement } from '../check-store.ts'
import { insertHealthAgreement } from '../check-store.ts'

/** SEND Regulations 2014 reg 12(2): health provision in the plan must be agreed by the responsible commissioning body. */
export const recordAgreement = act('record-agreement', async (tx, caseFile, agreement: HealthAgreement) => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('record-agreement')
  await insertHealthAgreement(tx, caseFile, agreement, tx.viewer.personId)
  await recordFact(tx, caseFile, { type: 'health-body-agreed', agreedBy: agreement.agreedBy }, { happenedOn: agreement.agreedOn })
  return ok(undefined)
})
