// Plans in force that somebody was sent and nobody there has opened, for a whole council: the oldest first.

import { sql } from 'kysely'
import { isSeen } from '../../../casebook/sending/hold.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { caseInSight } from '../../../casebook/access/sight.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { LocalAreaId } from '../../../domain/ids.ts'
import { inForceFor } from '../delivery-store.ts'

export interface Unopened {
  readonly deliveryId: string
  readonly key: CaseKey
  readonly reference: string
  readonly childName: string
  readonly name: string
  readonly role: string
  /** The body that the copy went to, or where its person works. */
  readonly body: string
  readonly issuedOn: PlainDate
  readonly sentAt: Instant
  readonly chased: number
  readonly isAmended: boolean
}

/** At most this many are listed: the oldest, which matter most. */
export const mostListed = 500

export async function listUnopened(tx: Tx, localAreaId: LocalAreaId): Promise<Unopened[]> {
  const rows = await tx.db.selectFrom('delivery as d').innerJoin('localArea as a', 'a.id', 'd.localAreaId')
    .innerJoin('caseFile as c', (join) => join.onRef('c.localAreaId', '=', 'd.localAreaId').onRef('c.id', '=', 'd.caseId'))
    .innerJoin('child as k', (join) => join.onRef('k.localAreaId', '=', 'c.localAreaId').onRef('k.id', '=', 'c.childId'))
    .innerJoin('planVersion as v', (join) => join.onRef('v.localAreaId', '=', 'd.localAreaId').onRef('v.id', '=', 'd.versionId'))
    .leftJoin('organisation as o', 'o.id', 'd.organisationId')
    .select(['d.id', 'd.caseId', 'd.name', 'd.role', 'd.sentAt', 'd.chasedAt', 'a.code', 'c.reference', 'k.givenName', 'k.preferredName', 'k.familyName', 'v.issuedOn', 'v.no', 'o.name as body', 'o.service'])
    // Somebody who was sent it in person is listed where they work today.
    .select(({ selectFrom }) => selectFrom('membership as m').innerJoin('organisation as w', 'w.id', 'm.organisationId').select(sql<string>`concat_ws(', ', w.service, w.name)`.as('at')).whereRef('m.personId', '=', 'd.personId')
      .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).orderBy('m.fromOn').orderBy('w.id').limit(1).as('worksAt'))
    .select(({ exists, selectFrom }) => exists(selectFrom('planVersion as b').select('b.id').whereRef('b.localAreaId', '=', 'v.localAreaId').whereRef('b.planId', '=', 'v.planId')
      .where('b.kind', '=', 'final').whereRef('b.no', '<', 'v.no')).as('isAmended'))
    .where('d.localAreaId', '=', localAreaId).where('d.byPost', '=', false).where(caseInSight(tx, 'c')).where(isSeen(tx, 'd.localAreaId', 'd.id')).where(inForceFor(tx))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('deliveryReceipt as r').select('r.personId').whereRef('r.localAreaId', '=', 'd.localAreaId').whereRef('r.deliveryId', '=', 'd.id'))))
    .orderBy('d.sentAt').orderBy(sql`coalesce(o.name, d.name)`).orderBy('d.id').limit(mostListed).execute()
  return rows.map((row) => ({
    deliveryId: row.id, key: { area: row.code, caseId: row.caseId }, reference: row.reference, childName: `${row.preferredName ?? row.givenName} ${row.familyName}`, name: row.name, role: row.role,
    body: row.body === null ? row.worksAt ?? 'The families' : row.service === null ? row.body : `${row.service}, ${row.body}`,
    issuedOn: row.issuedOn ?? tx.today, sentAt: row.sentAt, chased: row.chasedAt.length, isAmended: Boolean(row.isAmended),
  }))
}
