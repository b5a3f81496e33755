import { act } from '../../../casebook/act.ts'
import { setOfficer } from '../../../casebook/case-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { listTeam } from '../case-overview-store.ts'

export interface AssignRefusal {
  readonly kind: 'not-an-officer-here' | 'has-it-already'
}

/** Names who looks after the case: families are told a person, never a department (CFA 2014 s.19(c)). */
export const assignOfficer = act('assign-officer', async (tx, caseFile, personId: PersonId): Promise<Outcome<PersonId, AssignRefusal>> => {
  const team = await listTeam(tx, caseFile.localAreaId)
  if (!team.some((member) => member.personId === personId && member.role === 'case-officer')) return refused({ kind: 'not-an-officer-here' })
  if (caseFile.officer?.id === personId) return refused({ kind: 'has-it-already' })
  await setOfficer(tx, caseFile, personId)
  await recordFact(tx, caseFile, { type: 'officer-assigned', personId })
  return ok(personId)
})
