import { act } from '../../../casebook/act.ts'
import { findServed } from '../../../casebook/plan/served.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { latestOf } from '../../../domain/case-file/facts.ts'
import { currentProcess } from '../../../domain/case-file/tracks.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'

/** The day on which this person said so of the draft that they have now; a draft sent again asks again. */
export function finishedOn(caseFile: CaseFile, personId: PersonId): PlainDate | undefined {
  const facts = currentProcess(caseFile.facts)
  const served = findServed(caseFile)
  const said = latestOf(facts.filter(({ recordedBy }) => recordedBy === personId), 'family-finished-commenting')
  return said !== undefined && served !== undefined && said.seq > served.seq ? said.happenedOn : undefined
}

/** One of the family says that they have no more to say. A person weighs it: it ends nobody's time by itself (reg 13(1)). */
export const finishCommenting = act('finish-commenting', async (tx, caseFile): Promise<Outcome<PlainDate, { kind: 'already-said' }>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('finish-commenting')
  if (finishedOn(caseFile, tx.viewer.personId) !== undefined) return refused({ kind: 'already-said' })
  await recordFact(tx, caseFile, { type: 'family-finished-commenting', by: tx.viewer.name })
  return ok(tx.today)
})
