// The plan in force: the last final version that this viewer may see, whatever the working document says by now.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { PlanVersionId } from '../../domain/ids.ts'
import type { IssuedVersion } from '../../domain/plan/freeze.ts'
import { isSeen } from '../sending/hold.ts'
import type { CaseFile } from '../open-case-file.ts'
import { readVersion } from './plan-content.ts'
import type { Tx } from '../tx.ts'

export interface FrozenPlan {
  readonly id: PlanVersionId
  readonly no: number
  readonly issuedOn?: PlainDate
  readonly supersededOn?: PlainDate
  readonly version: IssuedVersion
}

/** Undefined where the hub holds no final version: the plan was made on paper. */
export async function findPlanInForce(tx: Tx, caseFile: CaseFile): Promise<FrozenPlan | undefined> {
  return (await listFinals(tx, caseFile)).at(-1)?.read()
}

/** The plan that was in force when this version was frozen: what its changes are changes of. */
export async function findPlanBefore(tx: Tx, caseFile: CaseFile, versionId: PlanVersionId): Promise<FrozenPlan | undefined> {
  const of = await versions(tx, caseFile).where('v.id', '=', versionId).executeTakeFirst()
  return of === undefined ? undefined : findFinalBefore(tx, caseFile, of.no)
}

/** The same for whoever knows the version's number. */
export async function findFinalBefore(tx: Tx, caseFile: CaseFile, before: number): Promise<FrozenPlan | undefined> {
  return (await listFinals(tx, caseFile)).findLast(({ no }) => no < before)?.read()
}

export interface FinalRow extends Omit<FrozenPlan, 'version'> {
  readonly read: () => Promise<FrozenPlan>
}

/** Every final version that was issued and not taken back before it left, oldest first; read only when asked. */
export async function listFinals(tx: Tx, caseFile: CaseFile): Promise<FinalRow[]> {
  const rows = await versions(tx, caseFile).where('v.kind', '=', 'final').where('v.label', 'not like', '%taken back%').where(isSeen(tx, 'v.localAreaId', 'v.id')).execute()
  return rows.map((row) => {
    const head = {
      id: row.id, no: row.no, ...(row.issuedOn === null ? {} : { issuedOn: row.issuedOn }), ...(row.supersededOn === null ? {} : { supersededOn: row.supersededOn }),
    }
    return { ...head, read: async () => ({ ...head, version: await readVersion(tx, caseFile, row.id) }) }
  })
}

const versions = (tx: Tx, { localAreaId, id }: CaseFile) => tx.db.selectFrom('planVersion as v')
  .innerJoin('plan as p', (join) => join.onRef('p.localAreaId', '=', 'v.localAreaId').onRef('p.id', '=', 'v.planId'))
  .select(['v.id', 'v.no', 'v.issuedOn', 'v.supersededOn']).where('p.localAreaId', '=', localAreaId).where('p.caseId', '=', id).orderBy('v.no')
