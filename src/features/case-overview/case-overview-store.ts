// What the pages about the whole case read beside its ledger: alerts, who is on it, who looked, names.

import { sql } from 'kysely'
import { listProxies } from '../../casebook/access/family-standing.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { mayHaveSight } from '../../domain/access/family-standing.ts'
import { isLive } from '../../domain/access/parts-of-proxy.ts'
import type { Part } from '../../domain/access/parts.ts'
import { councilRoles } from '../../domain/access/parts.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { restrictionAlerts } from '../../domain/family/restriction-alerts.ts'
import { isInForce } from '../../domain/family/restriction.ts'
import type { LocalAreaId, PersonId } from '../../domain/ids.ts'

/** Leads whoever may see it to the page of the protected address. */
export const addressProtected = 'Address protected'

/** What must not be missed by anybody who works on the case, in words: never the address, never the order itself. */
export async function listAlerts(tx: Tx, caseFile: CaseFile): Promise<string[]> {
  const { localAreaId, child } = caseFile
  const isNow = (alias: string) => sql`${sql.ref(alias)}.local_area_id = ${localAreaId} and ${sql.ref(alias)}.child_id = ${child.id} and ${sql.ref(alias)}.from_on <= ${tx.today} and (${sql.ref(alias)}.to_on is null or ${sql.ref(alias)}.to_on >= ${tx.today})`
  const { rows: [found] } = await sql<{ isConfidential: boolean; ties: TieColumns[]; needs: { kind: string; detail: string | null }[]; disputed: string[] }>`select
    exists (select 1 from child_address a where ${isNow('a')} and a.is_confidential) as is_confidential,
    (select coalesce(json_agg(json_build_object('personId', n.id, 'fullName', n.full_name, 'needsInterpreter', r.needs_interpreter, 'language', r.language, 'safeContact', r.safe_contact) order by n.full_name), '[]')
      from relationship r join person n on n.id = r.person_id where r.local_area_id = ${localAreaId} and r.child_id = ${child.id}) as ties,
    (select coalesce(json_agg(json_build_object('kind', c.kind, 'detail', c.detail) order by c.kind), '[]') from communication_need c where ${isNow('c')}) as needs,
    array(select distinct n.full_name from address_dispute d join person n on n.id = d.person_id
      where d.local_area_id = ${localAreaId} and d.child_id = ${child.id} and d.closed_at is null and d.holds_until is null order by n.full_name) as disputed`.execute(tx.db)
  const { isConfidential, ties, needs, disputed } = found ?? { isConfidential: false, ties: [], needs: [], disputed: [] }
  const languages = [...new Set(ties.filter((tie) => tie.needsInterpreter).map(({ language }) => language ?? 'language not recorded'))]
  return [
    ...(isConfidential ? [addressProtected] : []),
    ...restrictionAlerts(caseFile.restrictions.filter((one) => isInForce(one, tx.today)), (id) => ties.find(({ personId }) => personId === id)?.fullName ?? 'somebody', child.preferredName),
    ...disputed.map((fullName) => `${fullName}: address in doubt, letters are held`),
    ...languages.map((language) => `Interpreter: ${language}`),
    ...ties.filter(({ safeContact }) => safeContact !== 'any').map(({ fullName, safeContact }) => `${fullName}: ${safeContactWords[safeContact] ?? safeContact}`),
    ...needs.map(({ kind, detail }) => (detail === null ? kind : `${kind}: ${detail}`)),
  ]
}

interface TieColumns {
  readonly personId: PersonId
  readonly fullName: string
  readonly needsInterpreter: boolean
  readonly language: string | null
  readonly safeContact: string
}

const safeContactWords: Readonly<Record<string, string>> = {
  email: 'email only', phone: 'phone only', post: 'post only', hub: 'hub only', none: 'do not contact',
}

export interface PartyRow {
  readonly name: string
  readonly part: Part
  readonly basis: string
  readonly fromOn: PlainDate
  readonly toOn?: PlainDate
  readonly personId?: PersonId
}

/** Everybody who has or had a part of their own in the case, those there longest first. */
export async function listParties(tx: Tx, caseFile: CaseFile): Promise<PartyRow[]> {
  const rows = await tx.db.selectFrom('caseParty as p').leftJoin('person as n', 'n.id', 'p.personId').leftJoin('organisation as o', 'o.id', 'p.organisationId')
    .select(['n.fullName', 'o.name', 'o.service', 'p.personId', 'p.part', 'p.basis', 'p.fromOn', 'p.toOn'])
    .where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
    .orderBy('p.fromOn').orderBy('n.fullName').orderBy('o.name').execute()
  return rows.map((row) => {
    const body = row.name === null ? undefined : row.service === null ? row.name : `${row.service}, ${row.name}`
    return {
      name: [row.fullName ?? undefined, body].filter(Boolean).join(', '), part: row.part as Part, basis: row.basis, fromOn: row.fromOn,
      ...(row.toOn === null ? {} : { toOn: row.toOn }), ...(row.personId === null ? {} : { personId: row.personId }),
    }
  })
}

/**
 * The same as somebody outside the council may read it: who is kept out or is no parent in law cannot see the case and is not
 * listed; who helps one family member is named to that one alone.
 */
export async function listPartiesFor(tx: Tx, caseFile: CaseFile, audience: 'staff' | 'family' | 'professional', viewerId: PersonId | undefined): Promise<PartyRow[]> {
  const parties = await listParties(tx, caseFile)
  if (audience === 'staff') return parties
  const proxies = parties.some(({ part }) => part === 'proxy') ? await listProxies(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }) : []
  const isOwnHelper = (personId: PersonId | undefined): boolean => personId === viewerId || proxies.some((one) => one.personId === personId && one.forPersonId === viewerId && isLive(one, tx.today))
  return parties.flatMap((party): PartyRow[] => {
    const { part, personId } = party
    if (part === 'parent' && personId !== undefined && !mayHaveSight(caseFile.standing(personId))) return []
    if (part !== 'proxy') return [party]
    return isOwnHelper(personId) ? [party] : proxies.some((one) => one.personId === personId && isLive(one, tx.today)) ? [{ ...party, name: audience === 'family' ? 'Somebody who helps another family member' : 'Somebody who helps a family member' }] : []
  })
}

export interface TeamMember {
  readonly personId: PersonId
  readonly name: string
  readonly role: Part
}

/** The council's SEND team of an area today: they have sight of its every case. */
export async function listTeam(tx: Tx, localAreaId: LocalAreaId): Promise<TeamMember[]> {
  const rows = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('person as n', 'n.id', 'm.personId')
    .select(['n.id as personId', 'n.fullName as name', 'm.role']).distinct()
    .where('o.localAreaId', '=', localAreaId).where('o.kind', '=', 'council').where('m.role', 'in', councilRoles)
    .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)]))
    .orderBy('n.fullName').orderBy('m.role').execute()
  return rows.map((row) => ({ ...row, role: row.role as Part }))
}

/** Names of the people and bodies that a ledger points at. */
export async function listNames(tx: Tx, caseFile: CaseFile): Promise<{ person: (id: string) => string; organisation: (id: string) => string }> {
  const personIds = caseFile.facts.flatMap((fact) => [fact.recordedBy, fact.type === 'officer-assigned' ? fact.personId : undefined]).filter((id) => id !== undefined)
  const organisationIds = caseFile.facts.map(({ forOrganisation }) => forOrganisation).filter((id) => id !== undefined)
  const people = await tx.db.selectFrom('person').select(['id', 'fullName']).where('id', '=', sql<never>`any(${[...new Set(personIds)]}::uuid[])`).execute()
  const bodies = await tx.db.selectFrom('organisation').select(['id', 'name', 'service']).where('id', '=', sql<never>`any(${[...new Set(organisationIds)]}::uuid[])`).execute()
  const personNames = new Map<string, string>(people.map(({ id, fullName }) => [id, fullName]))
  const bodyNames = new Map<string, string>(bodies.map(({ id, name, service }) => [id, service === null ? name : `${service}, ${name}`]))
  return { person: (id) => personNames.get(id) ?? 'Somebody', organisation: (id) => bodyNames.get(id) ?? 'another body' }
}

/** Messages, comments, wishes, changes and letters that belong to the viewer: what a family member may read of their own. */
export async function listOwnMarks(tx: Tx, caseFile: CaseFile): Promise<ReadonlySet<string>> {
  if (tx.viewer.kind !== 'person') return new Set()
  const { personId } = tx.viewer
  const { localAreaId, id: caseId } = caseFile
  const found = await sql<{ mark: string }>`
    select id as mark from message where local_area_id = ${localAreaId} and case_id = ${caseId} and with_person_id = ${personId}
    union all select p.id from proposal p join plan on plan.local_area_id = p.local_area_id and plan.id = p.plan_id
      where p.local_area_id = ${localAreaId} and plan.case_id = ${caseId} and coalesce(p.on_behalf_of, p.author_id) = ${personId}
    union all select id from change_said where local_area_id = ${localAreaId} and case_id = ${caseId} and coalesce(on_behalf_of, said_by) = ${personId}
    union all select id from wish where local_area_id = ${localAreaId} and case_id = ${caseId} and coalesce(on_behalf_of, by_person_id) = ${personId}
    union all select id from outgoing where local_area_id = ${localAreaId} and case_id = ${caseId} and to_person_id = ${personId}
    union all select id from notice where local_area_id = ${localAreaId} and case_id = ${caseId} and to_person_id = ${personId}
  `.execute(tx.db)
  return new Set(found.rows.map(({ mark }) => mark))
}
