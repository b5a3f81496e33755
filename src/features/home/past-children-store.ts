// Children whose rights are their own now: a parent without their word is shown no dates and no next step on the home page, only
// where to read who decides. Asked case by case, since a family has few.

import { readLedger } from '../../casebook/ledger.ts'
import type { Tx } from '../../casebook/tx.ts'
import { partsOfParent, partsOfRepresentative } from '../../domain/access/parts-of-family.ts'
import { mayLook } from '../../domain/access/policy.ts'
import { bornByToBeYoungPerson } from '../../domain/calendar/school-year.ts'
import { rightsRecordOf } from '../../domain/rights/rights-record.ts'
import type { FamilyCase } from './home-store.ts'

export interface FamilyCases {
  readonly cases: readonly FamilyCase[]
  /** Of these only who decides is told. */
  readonly past: readonly FamilyCase[]
}

export async function splitByRights(tx: Tx, all: readonly FamilyCase[]): Promise<FamilyCases> {
  const cases: FamilyCase[] = []
  const past: FamilyCase[] = []
  const bornBy = bornByToBeYoungPerson(tx.today)
  for (const one of all) {
    const sees = one.row.bornOn > bornBy ? 'dates' : await sightOf(tx, one)
    if (sees === 'dates') cases.push(one)
    if (sees === 'who decides') past.push(one)
  }
  return { cases, past }
}

async function sightOf(tx: Tx, { row }: FamilyCase): Promise<'dates' | 'who decides' | 'nothing'> {
  if (tx.viewer.kind !== 'person') return 'nothing'
  const { personId } = tx.viewer
  const held = await tx.db.selectFrom('caseParty').select('part').where('localAreaId', '=', row.localAreaId).where('caseId', '=', row.key.caseId)
    .where('personId', '=', personId).where('fromOn', '<=', tx.today).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
  if (held.some(({ part }) => part === 'young-person')) return 'dates'
  const rights = rightsRecordOf(await readLedger(tx, row.localAreaId, row.key.caseId), row.bornOn)
  const parts = held.flatMap(({ part }) => (part === 'parent' ? partsOfParent : partsOfRepresentative)(rights, personId, tx.today))
  return parts.length === 0 ? 'nothing' : mayLook('overview', parts) ? 'dates' : 'who decides'
}
