// Children whose rights are their own now: a parent without their word is shown no dates and no next step on the home page, only
// where to read who decides. And children for whose family member somebody acts, as long as that gives them anything. Asked of the
// policy case by case, since a family has few.

import { readLedger } from '../../casebook/ledger.ts'
import { standingIn } from '../../casebook/access/standing-in.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Part } from '../../domain/access/parts.ts'
import { mayLook } from '../../domain/access/policy.ts'
import { partsOf } from '../../domain/access/standing.ts'
import { bornByToBeYoungPerson } from '../../domain/calendar/school-year.ts'
import { foldTracks } from '../../domain/case-file/tracks.ts'
import { rightsRecordOf } from '../../domain/rights/rights-record.ts'
import type { FamilyCase } from './home-store.ts'

export interface FamilyCases {
  readonly cases: readonly FamilyCase[]
  /** Of these only who decides is told. */
  readonly past: readonly FamilyCase[]
  /** Children for whose family member they act: what they may do there is on a page of its own. */
  readonly helping: readonly FamilyCase[]
}

export async function splitByRights(tx: Tx, all: readonly FamilyCase[]): Promise<FamilyCases> {
  const cases: FamilyCase[] = []
  const past: FamilyCase[] = []
  const helping: FamilyCase[] = []
  const bornBy = bornByToBeYoungPerson(tx.today)
  for (const one of all) {
    // Of a child the list's own predicate has said all that there is to ask of a family's row.
    const parts = one.isHelper || one.row.bornOn <= bornBy ? await partsToday(tx, one) : ['parent' as const]
    if (parts.length === 0) continue
    if (one.isHelper) helping.push(one)
    else if (mayLook('overview', parts)) cases.push(one)
    else past.push(one)
  }
  return { cases, past, helping }
}

async function partsToday(tx: Tx, { row: { localAreaId, key: { caseId }, bornOn } }: FamilyCase): Promise<readonly Part[]> {
  const { childId } = await tx.db.selectFrom('caseFile').select('childId').where('localAreaId', '=', localAreaId).where('id', '=', caseId).executeTakeFirstOrThrow()
  const ledger = await readLedger(tx, localAreaId, caseId)
  const standing = await standingIn(tx, { localAreaId, id: caseId, childId })
  return partsOf(standing, { localAreaId, today: tx.today, stage: foldTracks(ledger).process, rights: rightsRecordOf(ledger, bornOn) })
}
