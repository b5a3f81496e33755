// Where the viewer stands towards one case, read from rows: what the policy (domain/access) is asked with.

import { sql } from 'kysely'
import type { FamilyStanding } from '../domain/access/family-standing.ts'
import type { ActingFor, PartyRow, Standing } from '../domain/access/standing.ts'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { CaseId, ChildId, LocalAreaId, OrganisationId, PersonId } from '../domain/ids.ts'
import { notHeld } from './seen.ts'
import { findLiveOpening } from './broken-glass.ts'
import { listProxies, standingsOf } from './family-standing.ts'
import { organisationsOf } from './sight.ts'
import type { Tx } from './tx.ts'

export interface CaseOfChild {
  readonly localAreaId: LocalAreaId
  readonly id: CaseId
  readonly childId: ChildId
}

/** The viewer's roles as they are today, their own rows of the case and their organisations', and what they are to the child. */
export async function standingIn(tx: Tx, caseRow: CaseOfChild): Promise<Standing> {
  const { viewer } = tx
  if (viewer.kind !== 'person') return { kind: viewer.kind }
  const rows = await tx.db.selectFrom('caseParty').select(['part', 'personId', 'organisationId', 'fromOn', 'toOn'])
    .where('localAreaId', '=', caseRow.localAreaId).where('caseId', '=', caseRow.id)
    .where((eb) => eb.or([eb('personId', '=', viewer.personId), eb('organisationId', '=', sql<never>`any(${organisationsOf(viewer)}::uuid[])`)])).where(notHeld(tx.now, 'caseParty.localAreaId', 'caseParty.id')).execute()
  // Asked of everybody: an order binds whoever somebody is besides family.
  const standing = await standingsOf(tx, { localAreaId: caseRow.localAreaId, childId: caseRow.childId })
  const actsFor = rows.some(({ part }) => part === 'proxy') ? await readActingFor(tx, caseRow, viewer.personId, standing) : []
  return {
    kind: 'person', personId: viewer.personId, roles: viewer.roles, hasBrokenGlass: await findLiveOpening(tx, caseRow) !== undefined,
    family: standing(viewer.personId), ...(actsFor.length === 0 ? {} : { actsFor }),
    rows: rows.map(datesOf),
  }
}

const datesOf = ({ part, personId, organisationId, fromOn, toOn }: { part: string; personId: PersonId | null; organisationId: OrganisationId | null; fromOn: PlainDate; toOn: PlainDate | null }): PartyRow => ({
  part, fromOn, ...(personId === null ? {} : { personId }), ...(organisationId === null ? {} : { organisationId }), ...(toOn === null ? {} : { toOn }),
})

/** For whom the viewer acts in this case, with the rows and the standing of each. Read only of somebody with such a row. */
async function readActingFor(tx: Tx, { localAreaId, id: caseId }: CaseOfChild, personId: PersonId, standing: (personId: string) => FamilyStanding): Promise<ActingFor[]> {
  const proxies = (await listProxies(tx, { localAreaId, caseId })).filter((one) => one.personId === personId)
  if (proxies.length === 0) return []
  const rows = await tx.db.selectFrom('caseParty').select(['part', 'personId', 'organisationId', 'fromOn', 'toOn'])
    .where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).where('personId', 'in', proxies.map(({ forPersonId }) => forPersonId)).execute()
  return proxies.map((proxy) => ({ proxy, rows: rows.filter((row) => row.personId === proxy.forPersonId).map(datesOf), family: standing(proxy.forPersonId) }))
}
