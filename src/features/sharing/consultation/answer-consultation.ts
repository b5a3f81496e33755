import { act } from '../../../casebook/act.ts'
import { keepAnswer } from '../../../casebook/consultations.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { ConsultationId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { Answers } from '../consultation-store.ts'
import { findOwnConsultation } from '../consultation-store.ts'

/** A setting answers what it was asked. A late answer is taken like any other, until the consultation is closed. */
export const answerConsultation = act('answer-consultation', async (
  tx, caseFile, { consultationId, answers }: { consultationId: string; answers: Answers },
): Promise<Outcome<ConsultationId, { kind: 'already-answered' }>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('answer-consultation')
  const own = await findOwnConsultation(tx, caseFile, consultationId)
  if (own === undefined) throw new NotFound('consultation')
  if (!await keepAnswer(tx, caseFile, own.id, { answers, by: tx.viewer.personId })) return refused({ kind: 'already-answered' })
  await recordFact(tx, caseFile, { type: 'consultation-answered', consultationId: own.id, name: own.name, canMeetNeeds: answers.canMeet }, { forOrganisation: own.organisationId })
  return ok(own.id)
})
