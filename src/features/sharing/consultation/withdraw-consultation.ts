import { act } from '../../../casebook/act.ts'
import { closeConsultation } from '../../../casebook/consultations.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { ConsultationId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findConsultation } from '../consultation-store.ts'

/** Closes a consultation by hand, with a reason: from the next page on the setting finds nothing. */
export const withdrawConsultation = act('withdraw-consultation', async (
  tx, caseFile, { consultationId, reason }: { consultationId: string; reason: string },
): Promise<Outcome<ConsultationId, { kind: 'already-closed' }>> => {
  const consultation = await findConsultation(tx, caseFile, consultationId)
  if (consultation === undefined) throw new NotFound('consultation')
  return await closeConsultation(tx, caseFile, consultation.id, reason) ? ok(consultation.id) : refused({ kind: 'already-closed' })
})
