// What the access officer does about an opening in an emergency: says whether it was right, keeps it from the family, lets them see it.

import { actOutsideCase } from '../../../casebook/act.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { ok } from '../../../domain/outcome.ts'
import type { Desk } from '../access-officer.ts'
import { openDesk } from '../access-officer.ts'
import type { EmergencyOpening, Verdict } from '../access-store.ts'
import { findEmergency, insertReview, setWithheld } from '../access-store.ts'

export interface OpeningKey {
  readonly area: string
  readonly openingId: string
}

async function hold(tx: Tx, { area, openingId }: OpeningKey): Promise<Desk & { opening: EmergencyOpening }> {
  const desk = await openDesk(tx, area)
  const opening = await findEmergency(tx, desk.area.id, openingId)
  if (opening === undefined) throw new NotFound('opening')
  Object.assign(tx.doings, { caseId: opening.caseId, localAreaId: desk.area.id })
  return { ...desk, opening }
}

export const reviewOpening = actOutsideCase('review-opening', async (tx, input: OpeningKey & { verdict: Verdict; words: string }) => {
  const { area, officerId, opening } = await hold(tx, input)
  await insertReview(tx, { localAreaId: area.id, breakGlassId: opening.id, verdict: input.verdict, words: input.words, reviewedBy: officerId })
  return ok(null)
})

/** Only where telling the family would put somebody in danger: safeguarding (DPA 2018 Sch 3 para 21). Its reason and author are kept. */
export const withholdOpening = actOutsideCase('withhold-opening', async (tx, input: OpeningKey & { reason: string }) => {
  const { area, officerId, opening } = await hold(tx, input)
  await setWithheld(tx, area.id, opening.id, { reason: input.reason, by: officerId })
  return ok(null)
})

export const showOpening = actOutsideCase('show-opening', async (tx, input: OpeningKey) => {
  const { area, opening } = await hold(tx, input)
  await setWithheld(tx, area.id, opening.id, undefined)
  return ok(null)
})
