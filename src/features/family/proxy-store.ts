// All SQL of who acts for a family member.

import { listProxies } from '../../casebook/access/family-standing.ts'
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
  const proxies = await listProxies(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id })
  const me = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
  const own = ownOnly ? proxies.filter(({ personId, forPersonId }) => personId === me || forPersonId === me) : proxies
  if (own.length === 0) return []
  const people = await tx.db.selectFrom('person').select(['id', 'fullName']).where('id', 'in', own.flatMap(({ personId, forPersonId }) => [personId, forPersonId])).execute()
  const details = await tx.db.selectFrom('proxy').select(['id', 'consent', 'recordedAt']).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).execute()
  const nameOf = (id: PersonId): string => people.find((one) => one.id === id)?.fullName ?? ''
  return own.flatMap((proxy): ProxyRow[] => {
    const detail = details.find(({ id }) => id === proxy.id)
    return detail === undefined ? [] : [{ ...proxy, name: nameOf(proxy.personId), forName: nameOf(proxy.forPersonId), consent: detail.consent, recordedAt: detail.recordedAt }]
  })
}

/** Whoever has or had a role in the area's council does not act for a family against it. */
export async function worksForCouncil(tx: Tx, caseFile: CaseFile, personId: PersonId): Promise<boolean> {
  const row = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').select('m.id')
    .where('m.personId', '=', personId).where('o.localAreaId', '=', caseFile.localAreaId).where('o.kind', '=', 'council').limit(1).executeTakeFirst()
  return row !== undefined
}
