// Where the viewer stands towards one case, read from rows: what the policy (domain/access) is asked with.

import { sql } from 'kysely'
import type { FamilyStanding } from '../../domain/access/family-standing.ts'
import type { ActingFor, PartyRow, Standing } from '../../domain/access/standing.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { BreakGlassId, CaseId, ChildId, LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { notHeld } from '../sending/seen.ts'
import { liveOpening } from './broken-glass.ts'
import type { StandingColumns } from './family-standing.ts'
import { listProxies, standingBy, standingColumns } from './family-standing.ts'
import { organisationsOf } from './sight.ts'
import type { Tx } from '../tx.ts'

export interface CaseOfChild {
  readonly localAreaId: LocalAreaId
  readonly id: CaseId
  readonly childId: ChildId
}

/** What the viewer's standing is folded from, as columns of whichever statement asks. */
export interface ViewerColumns extends StandingColumns {
  /** Their own rows of the case and their organisations'. */
  readonly rows: readonly PartyColumns[]
  /** Their live opening of the case in an emergency. */
  readonly opening: BreakGlassId | null
}

/** Orders and ties are asked of everybody: an order binds whoever somebody is besides family. */
export const viewerColumns = (tx: Tx, caseRow: CaseOfChild) => [
  sql<ViewerColumns['rows']>`(select coalesce(json_agg(json_build_object('part', p.part, 'personId', p.person_id, 'organisationId', p.organisation_id, 'fromOn', p.from_on, 'toOn', p.to_on)), '[]')
    from case_party p where p.local_area_id = ${caseRow.localAreaId} and p.case_id = ${caseRow.id}
      and (p.person_id = ${tx.viewer.kind === 'person' ? tx.viewer.personId : null} or p.organisation_id = any(${organisationsOf(tx.viewer)}::uuid[])) and ${notHeld(tx.now, 'p.localAreaId', 'p.id')})`.as('rows'),
  liveOpening(tx, caseRow).as('opening'), ...standingColumns(caseRow),
] as const

/** The viewer's roles as they are today, their own rows of the case and their organisations', and what they are to the child. */
export async function standingIn(tx: Tx, caseRow: CaseOfChild): Promise<Standing> {
  return standingOf(tx, caseRow, await tx.db.selectNoFrom(viewerColumns(tx, caseRow)).executeTakeFirstOrThrow())
}

/** The same by columns that were read already. */
export async function standingOf(tx: Tx, caseRow: CaseOfChild, { rows, opening, ...columns }: ViewerColumns): Promise<Standing> {
  const { viewer } = tx
  if (viewer.kind !== 'person') return { kind: viewer.kind }
  const standing = standingBy(columns, tx.today)
  const actsFor = rows.some(({ part }) => part === 'proxy') ? await readActingFor(tx, caseRow, viewer.personId, standing) : []
  return {
    kind: 'person', personId: viewer.personId, roles: viewer.roles, hasBrokenGlass: opening !== null,
    family: standing(viewer.personId), ...(actsFor.length === 0 ? {} : { actsFor }),
    rows: rows.map(datesOf),
  }
}

interface PartyColumns {
  readonly part: string
  readonly personId: PersonId | null
  readonly organisationId: OrganisationId | null
  readonly fromOn: PlainDate
  readonly toOn: PlainDate | null
}

const datesOf = ({ part, personId, organisationId, fromOn, toOn }: PartyColumns): PartyRow => ({
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
