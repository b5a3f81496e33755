// A setting whose answer is late is reminded: by an officer at any time, by the worker the day after and every few days then. It is
// guidance that it answers in fifteen days (Code of Practice, chapter 9), and the council may go on without it.

import { act } from '../../../casebook/act.ts'
import { toChaseNow } from '../../../casebook/limits/automatic-chases.ts'
import { noteConsultationChase } from '../../../casebook/consultations.ts'
import type { Job } from '../../../casebook/feature.ts'
import { inBatches } from '../../../casebook/in-batches.ts'
import { addresseeOf, alertAddressee } from '../../../casebook/sending/letters.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { isByDay } from '../../../domain/reminders/by-day.ts'
import { paths } from '../../../paths.ts'
import { findConsultation, listLateConsultations } from '../consultation-store.ts'

export interface NothingToChase {
  readonly kind: 'answered' | 'closed'
}

export interface ChaseInput {
  readonly consultationId: string
  /** The worker by itself: only when it is time, the area wants it, and the setting has had no message about this child today. */
  readonly byItself?: true
}

const words = {
  subject: 'A reminder about a consultation',
  words: 'A council is waiting for your answer to a consultation. Please sign in to answer it, or to say what stands in the way.',
}

export const chaseConsultation = act('chase-consultation', async (tx, caseFile, { consultationId, byItself }: ChaseInput): Promise<Outcome<{ chased: boolean }, NothingToChase>> => {
  const consultation = await findConsultation(tx, caseFile, consultationId)
  if (consultation === undefined) throw new NotFound('consultation')
  if (consultation.answeredAt !== undefined) return refused({ kind: 'answered' })
  if (consultation.closedAt !== undefined) return refused({ kind: 'closed' })
  const setting = await addresseeOf(tx, { organisationId: consultation.organisationId })
  if (byItself && (await toChaseNow(tx, caseFile, 'consultation', consultation, [setting])).length === 0) return ok({ chased: false })
  await alertAddressee(tx, caseFile, setting, words, { about: 'consultation-chased', linkTo: paths.consultation({ ...caseFile.key, consultationId }) })
  await noteConsultationChase(tx, caseFile, consultation)
  return ok({ chased: true })
})

/** By day, each hour: run twice it chases once, because each case is looked at again while its row is held. */
export const chaseLateConsultations: Job = {
  name: 'chase-late-consultations',
  runsAt: '25 7-19 * * *',
  run: async (occasion) => {
    if (!isByDay(occasion.house.clock.now())) return
    await inBatches(occasion, listLateConsultations, ({ key, id }) => chaseConsultation(occasion, key, { consultationId: id, byItself: true }))
  },
}
