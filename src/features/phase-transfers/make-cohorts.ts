// The cohort of a year: from 1 June everybody with a plan who moves to the next phase in September of the next year (SEND Regulations 2014,
// regs 2(1), 18). It is looked for again each night, so that a plan that is made later, or a child who moves in, is not missed; whoever
// has a row of the year is left as they are.

import { act } from '../../casebook/act.ts'
import type { Job } from '../../casebook/feature.ts'
import { inBatches } from '../../casebook/in-batches.ts'
import { recordFact } from '../../casebook/ledger.ts'
import { listAreas } from '../../casebook/open-area.ts'
import type { Area } from '../../casebook/open-case-file.ts'
import type { Occasion, Tx } from '../../casebook/tx.ts'
import { read } from '../../casebook/tx.ts'
import { ok } from '../../domain/outcome.ts'
import type { Foreseen } from '../../domain/transfer/foresee.ts'
import { cohortYearOn, foresee } from '../../domain/transfer/foresee.ts'
import { transferDays } from '../../domain/transfer/transfer-days.ts'
import type { Candidate, MovedSince } from './cohort-store.ts'
import { followChild, forgetOne, insertTransfer, listCandidates, listMovedSince } from './cohort-store.ts'

interface Found { readonly candidate: Candidate; readonly foreseen: Foreseen; readonly year: number }

/** Puts one child into the cohort as foreseen; what the law counts from it is recorded as a fact. */
const putIn = act<Found, boolean>('foresee-transfer', async (tx, caseFile, { candidate: { setting, yearGroupOverride }, foreseen, year }) => {
  const id = tx.newId<string>()
  const kind = foreseen.as === 'to-look-at' ? undefined : foreseen.kind
  const strictOn = kind === undefined ? undefined : transferDays(kind, { year })?.strictLastDay
  const isNew = await insertTransfer(tx, caseFile, {
    id, year, standing: foreseen.as, because: foreseen.because, yearGroup: foreseen.yearGroup, isOutOfYear: yearGroupOverride !== undefined,
    ...(kind === undefined ? {} : { kind }), ...(strictOn === undefined ? {} : { strictOn }), ...(setting === 'none' ? {} : { organisationId: setting.organisationId }),
  })
  if (isNew && kind !== undefined) await recordFact(tx, caseFile, { type: 'phase-transfer-foreseen', transferId: id, kind, year })
  return ok(isNew)
})

export function foreseenOf({ bornOn, yearGroupOverride, setting }: Candidate, when: { year: number; today: Tx['today'] }): Foreseen | undefined {
  return foresee({ bornOn, ...(yearGroupOverride === undefined ? {} : { yearGroupOverride }) }, setting === 'none' ? 'none' : setting.years ?? 'not-known', when)
}

/**
 * A child who has changed settings since: the same move from the new one is followed, and what no clock hangs on is foreseen anew. A move that has
 * become another, or none, stays as it is with its days until a person says what is right; the board shows it.
 */
const follow = act<{ moved: MovedSince; foreseen: Foreseen | undefined }, null>('foresee-transfer', async (tx, caseFile, { moved: { id, kind, candidate }, foreseen }) => {
  if (kind === undefined) await forgetOne(tx, caseFile, id)
  else if (foreseen !== undefined && foreseen.as !== 'to-look-at' && foreseen.kind === kind) {
    await followChild(tx, caseFile, id, { because: foreseen.because, yearGroup: foreseen.yearGroup, ...(candidate.setting === 'none' ? {} : { organisationId: candidate.setting.organisationId }) })
  }
  return ok(null)
})

/** Looks at every plan of an area that has no word of the year. Answers with how many were put into it. */
export async function makeCohort(occasion: Occasion, area: Area, year: number): Promise<number> {
  const today = occasion.house.clock.today()
  for (const moved of await read(occasion, (tx) => listMovedSince(tx, area.id, year))) {
    await follow(occasion, { area: area.code, caseId: moved.candidate.caseId }, { moved, foreseen: foreseenOf(moved.candidate, { year, today }) })
  }
  let found = 0
  await inBatches<Candidate>(occasion, (tx, after) => listCandidates(tx, area.id, year, after?.caseId), async (candidate) => {
    const foreseen = foreseenOf(candidate, { year, today })
    if (foreseen === undefined) return
    const done = await putIn(occasion, { area: area.code, caseId: candidate.caseId }, { candidate, foreseen, year })
    // A plan that is not in force any more was there when it was found.
    if (done.ok && done.value) found += 1
  })
  return found
}

export const makeCohorts: Job = {
  name: 'make-transfer-cohorts',
  runsAt: '40 2 * * *',
  run: async (occasion) => {
    for (const area of await read(occasion, listAreas)) await makeCohort(occasion, area, cohortYearOn(occasion.house.clock.today()))
  },
}
