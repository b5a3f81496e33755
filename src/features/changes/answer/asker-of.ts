import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { ReassessmentAsker } from '../../../domain/case-file/ending-facts.ts'
import type { ChangeSaid } from '../change-store.ts'
import { workingPartsOf } from '../change-store.ts'

/**
 * As whom whoever said it can ask for a new assessment: a parent, the young person, the setting or the health body (CFA 2014 s.44(2)). Nobody else can,
 * and what others say the council may act on by itself (s.44(3)).
 */
export async function askerOf(tx: Tx, caseFile: CaseFile, { part, who }: Pick<ChangeSaid, 'part' | 'who'>): Promise<ReassessmentAsker | undefined> {
  if (part === 'council') return undefined
  if (part === 'family') {
    const member = (await listFamilyAddressees(tx, caseFile)).find(({ personId, copyOf }) => personId === who.id && copyOf === undefined)
    return member === undefined ? undefined : member.relation === 'young person' ? 'young-person' : 'parent'
  }
  const parts = await workingPartsOf(tx, caseFile, who.id)
  return parts.has('school') ? 'setting' : parts.has('health-lead') ? 'health-body' : undefined
}
