// Which cases somebody has open in an emergency now: read by the opening of a case, by sight and by the banner on every page. Written
// by features/access-record alone.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import { glassRoles } from '../../domain/access/parts.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { BreakGlassId, CaseId, LocalAreaId } from '../../domain/ids.ts'
import type { Tx } from '../tx.ts'
import type { Viewer } from '../signing-in/viewer.ts'

/** The right goes with the role, at once: an opening of somebody who left is open no more. */
export const mayBreakGlass = (viewer: Viewer): boolean => viewer.kind === 'person' && viewer.roles.some(({ role }) => glassRoles.includes(role))

/** True for the rows of `case_file` (under this alias) that the viewer has open in an emergency at this moment. */
export function isOpenInEmergency({ viewer, now }: Pick<Tx, 'viewer' | 'now'>, alias: string): RawBuilder<SqlBool> {
  if (viewer.kind !== 'person' || !mayBreakGlass(viewer)) return sql<SqlBool>`false`
  return sql<SqlBool>`exists (select 1 from break_glass bg where bg.local_area_id = ${sql.ref(`${alias}.local_area_id`)} and bg.case_id = ${sql.ref(`${alias}.id`)}
    and bg.person_id = ${viewer.personId} and bg.opened_at <= ${now} and bg.ends_at > ${now} and bg.ended_at is null)`
}

/** The viewer's own live opening of a case, as a column of the statement that opens it. */
export function liveOpening({ viewer, now }: Pick<Tx, 'viewer' | 'now'>, { localAreaId, id }: { localAreaId: LocalAreaId; id: CaseId }): RawBuilder<BreakGlassId | null> {
  if (viewer.kind !== 'person' || !mayBreakGlass(viewer)) return sql<null>`null::uuid`
  return sql<BreakGlassId | null>`(select bg.id from break_glass bg where bg.local_area_id = ${localAreaId} and bg.case_id = ${id}
    and bg.person_id = ${viewer.personId} and bg.opened_at <= ${now} and bg.ends_at > ${now} and bg.ended_at is null limit 1)`
}

/** An opening that runs, as the banner on each of this person's pages says it. */
export interface RunningEmergency {
  readonly area: string
  readonly caseId: CaseId
  readonly openingId: BreakGlassId
  readonly endsAt: Instant
}

/** All that the viewer has open, the one that ends first in front. Asks nothing for those who have no right to any. */
export async function listRunning(tx: Tx): Promise<RunningEmergency[]> {
  const { viewer, now } = tx
  if (viewer.kind !== 'person' || !mayBreakGlass(viewer)) return []
  const rows = await tx.db.selectFrom('breakGlass as b').innerJoin('localArea as a', 'a.id', 'b.localAreaId').select(['a.code', 'b.caseId', 'b.id', 'b.endsAt'])
    .where('b.personId', '=', viewer.personId).where('b.openedAt', '<=', now).where('b.endsAt', '>', now).where('b.endedAt', 'is', null).orderBy('b.endsAt').execute()
  return rows.map(({ code, caseId, id, endsAt }) => ({ area: code, caseId, openingId: id as BreakGlassId, endsAt }))
}
