// Who of the family is told of a delay: whoever holds the rights of Part 3 (CFA 2014 ss.19, 80, 83(2)). Once that is the young
// person, the letter is theirs.

import type { Addressee } from '../../casebook/letters.ts'
import { listFamilyAddressees } from '../../casebook/letters.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { latestOf, standingFacts } from '../../domain/case-file/facts.ts'
import { rightsHolderOn } from '../../domain/rights/rights-holder-on.ts'

const decision = 'be told of a delay'

/** Everybody of the family whom the law's holder of the rights is, or all of the family where nobody of the case is that holder. */
export async function listWhomToTell(tx: Tx, caseFile: CaseFile): Promise<Addressee[]> {
  const family = await listFamilyAddressees(tx, caseFile)
  const found = latestOf(standingFacts(caseFile.facts), 'capacity-found')
  const capacity = found === undefined ? [] : [{ decision, assessedOn: found.happenedOn, hasCapacity: found.hasCapacity, assessedBy: '', evidence: '' }]
  const { holder } = rightsHolderOn(tx.today, { dateOfBirth: caseFile.child.bornOn, capacity }, decision)
  if (holder !== 'young-person') return family
  const own = family.filter(({ personId, relation }) => relation === 'young person' || (personId !== undefined && personId === caseFile.child.personId))
  return own.length > 0 ? own.map((one) => ({ ...one, relation: 'young person' })) : family
}
