// Cases that an officer looks after when they leave the team: each goes to a colleague, or to nobody yet, which is where the home page
// of the team shows what has no officer.

import { setOfficer } from '../../casebook/case-rows.ts'
import type { Handover, Leaver } from '../../casebook/handovers.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { listTeam } from './case-overview-store.ts'
import { listCasesInHand } from './in-hand-store.ts'

async function pass(tx: Tx, caseFile: CaseFile, _: string, leaver: Leaver): Promise<void> {
  if (caseFile.officer?.id !== leaver.personId) return
  const team = await listTeam(tx, caseFile.localAreaId)
  const { to } = leaver
  await recordFact(tx, caseFile, { type: 'party-left', part: 'case-officer', name: leaver.name })
  // Only a case officer looks after a case: the family is told who (CFA 2014 s.19(c)).
  if (to === undefined || !team.some((member) => member.personId === to.personId && member.role === 'case-officer')) {
    await setOfficer(tx, caseFile, null)
    return
  }
  await setOfficer(tx, caseFile, to.personId)
  await recordFact(tx, caseFile, { type: 'officer-assigned', personId: to.personId })
}

export const handOverCases: Handover = { of: 'cases', list: listCasesInHand, pass }
