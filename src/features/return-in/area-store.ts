import type { Tx } from '../../casebook/tx.ts'
import type { CaseId, ChildId, LocalAreaId } from '../../domain/ids.ts'

export const areaOfBatch = (tx: Tx, id: LocalAreaId): Promise<{ readonly id: LocalAreaId; readonly code: string }> =>
  tx.db.selectFrom('localArea').select(['id', 'code']).where('id', '=', id).executeTakeFirstOrThrow()

/** The cases of a child, the newest first. */
export const casesOfChild = (tx: Tx, localAreaId: LocalAreaId, childId: ChildId): Promise<{ readonly id: CaseId; readonly reference: string; readonly givenName: string; readonly familyName: string; readonly bornOn: string; readonly stage: string }[]> =>
  tx.db.selectFrom('caseFile as c').innerJoin('child as k', (join) => join.onRef('k.localAreaId', '=', 'c.localAreaId').onRef('k.id', '=', 'c.childId')).select(['c.id', 'c.reference', 'k.givenName', 'k.familyName', 'k.bornOn', 'c.stage'])
    .where('c.localAreaId', '=', localAreaId).where('c.childId', '=', childId).orderBy('c.openedAt', 'desc').orderBy('c.id', 'desc').execute()
