// Reads what stands around a review: where the child goes, how they take part, who advises on them, and who could be invited. Writes nothing.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'

/** The setting attended today, with its own kind. */
export async function findSetting(tx: Tx, caseFile: CaseFile): Promise<{ id: OrganisationId; name: string; type?: string } | undefined> {
  const row = await tx.db.selectFrom('childSetting as s').innerJoin('organisation as o', 'o.id', 's.organisationId').select(['o.id', 'o.name', 'o.settingType'])
    .where('s.localAreaId', '=', caseFile.localAreaId).where('s.childId', '=', caseFile.child.id).where('s.fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('s.toOn', 'is', null), eb('s.toOn', '>=', tx.today)])).orderBy('s.fromOn', 'desc').executeTakeFirst()
  return row === undefined ? undefined : { id: row.id, name: row.name, ...(row.settingType === null ? {} : { type: row.settingType }) }
}

/** How the child takes part: symbols, signing, an interpreter. */
export async function listMeans(tx: Tx, caseFile: CaseFile): Promise<{ kind: string; detail: string | null }[]> {
  return tx.db.selectFrom('communicationNeed').select(['kind', 'detail']).where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id)
    .where('fromOn', '<=', tx.today).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).orderBy('kind').execute()
}

/** Everybody who advises on the child today by name. */
export async function listAdvisers(tx: Tx, caseFile: CaseFile): Promise<{ personId: PersonId; name: string; profession?: string }[]> {
  const rows = await tx.db.selectFrom('caseParty as c').innerJoin('person as p', 'p.id', 'c.personId').select(['p.id', 'p.fullName', 'p.profession']).distinct()
    .where('c.localAreaId', '=', caseFile.localAreaId).where('c.caseId', '=', caseFile.id).where('c.part', '=', 'adviser')
    .where('c.fromOn', '<=', tx.today).where((eb) => eb.or([eb('c.toOn', 'is', null), eb('c.toOn', '>=', tx.today)])).orderBy('p.fullName').execute()
  return rows.map((row) => ({ personId: row.id, name: row.fullName, ...(row.profession === null ? {} : { profession: row.profession }) }))
}

/** Services and people who can be added: this council's own, and every school and health body, whose work is not bound to an area. */
export interface Addable {
  /** "p:…" or "o:…", as the form sends it. */
  readonly value: string
  readonly name: string
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly profession?: string
}

export async function listAddable(tx: Tx, caseFile: CaseFile): Promise<Addable[]> {
  const rows = await tx.db.selectFrom('organisation as o').innerJoin('membership as m', 'm.organisationId', 'o.id').innerJoin('person as p', 'p.id', 'm.personId')
    .select(['o.id', 'o.name', 'o.service', 'p.id as personId', 'p.fullName', 'p.profession']).distinct()
    .where('m.role', 'in', ['adviser', 'advice-coordinator', 'senco', 'health-lead', 'social-care-lead']).where('p.canSignIn', '=', true)
    .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)]))
    .where((eb) => eb.or([eb('o.kind', '<>', 'council'), eb('o.localAreaId', 'is', null), eb('o.localAreaId', '=', caseFile.localAreaId)]))
    .orderBy('o.name').orderBy('o.service').orderBy('p.fullName').execute()
  const bodies = new Map(rows.map((row): [OrganisationId, Addable] => {
    const name = row.service === null ? row.name : `${row.service}, ${row.name}`
    return [row.id, { value: `o:${row.id}`, name, organisationId: row.id }]
  }))
  return [...bodies.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')).flatMap((body) => [
    body,
    ...rows.filter(({ id }) => id === body.organisationId).map((row): Addable => ({
      value: `p:${row.personId}:${row.id}`, name: `${row.fullName}${row.profession === null ? '' : `, ${row.profession}`}, ${body.name}`, personId: row.personId,
      ...(row.profession === null ? {} : { profession: row.profession }),
    })),
  ])
}
