// The parents on a case, each with what the young person has said of them.

import { listFamilyOnCase } from '../../../casebook/sending/family-addressees.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { permissionOf } from '../../../domain/rights/rights-record.ts'
import type { Permission } from '../../../domain/rights/rights-record.ts'
import type { PersonId } from '../../../domain/ids.ts'

export interface ParentHere {
  readonly personId: PersonId
  readonly name: string
  readonly relation: string
  readonly now?: Permission
}

export async function listParents(tx: Tx, caseFile: CaseFile): Promise<ParentHere[]> {
  const family = await listFamilyOnCase(tx, caseFile)
  return family.flatMap(({ part, to }): ParentHere[] => {
    if (part !== 'parent' || to.personId === undefined) return []
    const now = permissionOf(caseFile.rights, to.personId, tx.today)
    return [{ personId: to.personId, name: to.name, relation: to.relation ?? 'parent', ...(now === undefined ? {} : { now }) }]
  })
}
