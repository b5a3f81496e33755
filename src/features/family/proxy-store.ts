// All SQL of who acts for a family member.

import { keptProxy } from '../../casebook/access/family-standing.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { HelpPart } from '../../domain/case-file/facts.ts'
import type { ProxyKind } from '../../domain/access/parts-of-proxy.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { KeptProxy } from '../../casebook/access/family-standing.ts'

export interface NewProxy {
  readonly personId: PersonId
  readonly forPersonId: PersonId
  readonly kind: ProxyKind
  readonly organisation?: string
  readonly scopes: readonly HelpPart[]
  readonly consent: string
  readonly from: PlainDate
  readonly to: PlainDate
}

export async function insertProxy(tx: Tx, caseFile: CaseFile, { from, to, organisation, ...proxy }: NewProxy): Promise<string> {
  const id = tx.newId<string>()
  await tx.db.insertInto('proxy').values({
    localAreaId: caseFile.localAreaId, id, childId: caseFile.child.id, caseId: caseFile.id, ...proxy, scopes: [...proxy.scopes], organisation: organisation ?? null,
    fromOn: from, toOn: to, recordedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, recordedAt: tx.now,
  }).execute()
  return id
}

export async function endProxyRow(tx: Tx, caseFile: CaseFile, proxyId: string): Promise<void> {
  await tx.db.updateTable('proxy').set({ endedAt: tx.now, endedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', proxyId).where('endedAt', 'is', null).execute()
}

export interface ProxyRow extends KeptProxy {
  readonly name: string
  readonly forName: string
  readonly consent: string
  readonly recordedAt: Instant
}

/** Who acts or acted for whom, with names; of these only the viewer's own unless they are of the council. */
export async function listProxyRows(tx: Tx, caseFile: CaseFile, { ownOnly }: { ownOnly: boolean }): Promise<ProxyRow[]> {
  const rows = await tx.db.selectFrom('proxy as x').leftJoin('person as n', 'n.id', 'x.personId').leftJoin('person as f', 'f.id', 'x.forPersonId').selectAll('x').select(['n.fullName as name', 'f.fullName as forName'])
    .where('x.localAreaId', '=', caseFile.localAreaId).where('x.caseId', '=', caseFile.id).orderBy('x.fromOn', 'desc').orderBy('x.id', 'desc').execute()
  const me = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
  return rows.filter(({ personId, forPersonId }) => !ownOnly || personId === me || forPersonId === me)
    .map((row) => ({ ...keptProxy(row), name: row.name ?? '', forName: row.forName ?? '', consent: row.consent, recordedAt: row.recordedAt }))
}

/** Whoever has or had a role in the area's council does not act for a family against it. */
export async function worksForCouncil(tx: Tx, caseFile: CaseFile, personId: PersonId): Promise<boolean> {
  const row = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').select('m.id')
    .where('m.personId', '=', personId).where('o.localAreaId', '=', caseFile.localAreaId).where('o.kind', '=', 'council').limit(1).executeTakeFirst()
  return row !== undefined
}
