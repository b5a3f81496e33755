// What can be sealed on a case, and for whom: the reports and documents that the viewer may find, the people and bodies on the case.

import { documentsGiven, copiesForViewer } from '../../casebook/access/redacted-copies.ts'
import { listDocuments, mayOpenPaper } from '../../casebook/papers/documents.ts'
import { notHidden } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { adviceTitles } from '../../casebook/plan/plan-content.ts'
import { organisationsOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import { councilRoles } from '../../domain/access/parts.ts'
import { adviceInSight, maySeeAdvice } from '../../domain/advice/advice-sight.ts'
import type { AdviceId, OrganisationId, PersonId } from '../../domain/ids.ts'

export const thingKinds = ['advice', 'document'] as const
export type ThingKind = (typeof thingKinds)[number]

export interface Thing {
  readonly kind: ThingKind
  readonly id: string
  readonly title: string
  /** Whoever wrote it or handed it in. */
  readonly ownerId?: PersonId
  /** Itself, and what goes out of sight with it. */
  readonly withIt: readonly string[]
  /** Lines of the plan that were made from it, and stay. */
  readonly planLines: number
}

/** A report's own file is the report. */
const isReportsFile = (kind: string): boolean => ['advice-report', 'views-report', 'views-file'].includes(kind)

/** The reports and documents that this viewer may find and open, reports first. */
export async function listThings(tx: Tx, caseFile: CaseFile): Promise<Thing[]> {
  const documents = documentsGiven(await copiesForViewer(tx, caseFile), await listDocuments(tx, caseFile))
    .filter((one) => !isReportsFile(one.kind) && mayOpenPaper(tx, caseFile, one))
  return [
    ...await listReports(tx, caseFile),
    ...documents.map(({ id, title, uploadedBy }): Thing => ({ kind: 'document', id, title, withIt: [id], planLines: 0, ...(uploadedBy === undefined ? {} : { ownerId: uploadedBy }) })),
  ]
}

async function listReports(tx: Tx, caseFile: CaseFile): Promise<Thing[]> {
  const rows = await tx.db.selectFrom('advice as d')
    .leftJoin('adviceRequest as q', (join) => join.onRef('q.localAreaId', '=', 'd.localAreaId').onRef('q.id', '=', 'd.adviceRequestId'))
    .select(['d.id', 'd.kind', 'd.state', 'd.authorName', 'd.authorPersonId', 'd.organisationId', 'd.begunBy', 'd.notFor', 'd.givenAt', 'd.documentId', 'd.adviceRequestId', 'q.askedPersonId', 'q.askedOrganisationId'])
    .where('d.localAreaId', '=', caseFile.localAreaId).where('d.caseId', '=', caseFile.id).where('d.state', 'in', ['given', 'accepted', 'returned'])
    .where(notHidden(caseFile, 'd.id')).orderBy('d.item').orderBy('d.givenAt').orderBy('d.id').execute()
  const looker = {
    personId: tx.viewer.kind === 'person' ? tx.viewer.personId : '', parts: caseFile.parts, organisationIds: organisationsOf(tx.viewer),
    ...(caseFile.onlyBefore === undefined ? {} : { onlyBefore: caseFile.onlyBefore }), ...(caseFile.actsFor === undefined ? {} : { actsFor: caseFile.actsFor }),
  }
  const seen = rows.filter((row) => maySeeAdvice(adviceInSight(row), looker))
  const files = await viewsFiles(tx, caseFile, seen.map(({ id }) => id))
  const quoted = await linesMadeFrom(tx, caseFile, seen.map(({ id }) => id))
  return seen.map((row): Thing => {
    const ownerId = row.authorPersonId ?? row.begunBy
    return {
      kind: 'advice', id: row.id, title: `${adviceTitles[row.kind] ?? 'Advice'}: ${row.authorName}`, planLines: quoted.get(row.id) ?? 0, ...(ownerId === null ? {} : { ownerId }),
      withIt: [row.id, ...[row.documentId, row.adviceRequestId].filter((id) => id !== null), ...files.flatMap(({ adviceId, documentId }) => (adviceId === row.id ? [documentId] : []))],
    }
  })
}

const viewsFiles = async (tx: Tx, caseFile: CaseFile, ids: readonly AdviceId[]) => (ids.length === 0 ? [] : tx.db.selectFrom('adviceFile').select(['adviceId', 'documentId'])
  .where('localAreaId', '=', caseFile.localAreaId).where('adviceId', 'in', [...ids]).where('removedAt', 'is', null).execute())

async function linesMadeFrom(tx: Tx, caseFile: CaseFile, ids: readonly AdviceId[]): Promise<Map<string, number>> {
  const rows = ids.length === 0 ? [] : await tx.db.selectFrom('planLineSource').select((eb) => ['adviceId', eb.fn.count<string>('lineId').distinct().as('lines')])
    .where('localAreaId', '=', caseFile.localAreaId).where('adviceId', 'in', [...ids]).where('removedAt', 'is', null).groupBy('adviceId').execute()
  return new Map(rows.flatMap(({ adviceId, lines }) => (adviceId === null ? [] : [[adviceId, Number(lines)] as const])))
}

export interface Reader {
  readonly id: PersonId
  readonly name: string
  readonly as: string
}

/** The council's team of the area, and everybody with a row of their own on the case: whom a seal can name. Whoever decides needs no naming. */
export async function listReaders(tx: Tx, caseFile: CaseFile): Promise<Reader[]> {
  const team = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('person as n', 'n.id', 'm.personId')
    .select(['n.id', 'n.fullName', 'm.role']).where('o.localAreaId', '=', caseFile.localAreaId).where('o.kind', '=', 'council').where('m.role', 'in', councilRoles)
    .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).orderBy('n.fullName').execute()
  const onCase = await tx.db.selectFrom('caseParty as p').innerJoin('person as n', 'n.id', 'p.personId').select(['n.id', 'n.fullName', 'p.part'])
    .where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id).where('p.fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)])).orderBy('n.fullName').execute()
  // People of a body on the case, who read through its row.
  const inBodies = await tx.db.selectFrom('caseParty as p').innerJoin('membership as m', 'm.organisationId', 'p.organisationId').innerJoin('person as n', 'n.id', 'm.personId')
    .select(['n.id', 'n.fullName', 'p.part']).where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id).where('p.personId', 'is', null)
    .where('p.fromOn', '<=', tx.today).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)]))
    .where('m.role', 'not in', ['staff-administrator', 'access-officer']).where('m.fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).orderBy('n.fullName').execute()
  const deciders = new Set(team.flatMap(({ id, role }) => (role === 'decision-maker' ? [id] : [])))
  const all = [...team.map(({ id, fullName, role }) => ({ id, name: fullName, as: role })), ...[...onCase, ...inBodies].map(({ id, fullName, part }) => ({ id, name: fullName, as: part }))]
  return all.filter(({ id }, index) => !deciders.has(id) && all.findIndex((other) => other.id === id) === index)
}

export interface Body {
  readonly id: OrganisationId
  readonly name: string
}

/** Bodies whose staff work on the case, by a row of theirs or of somebody who works there. */
export async function listBodies(tx: Tx, caseFile: CaseFile): Promise<Body[]> {
  const rows = await tx.db.selectFrom('caseParty as p').leftJoin('membership as m', (join) => join.onRef('m.personId', '=', 'p.personId').on('m.toOn', 'is', null))
    .innerJoin('organisation as o', (join) => join.on((eb) => eb.or([eb('o.id', '=', eb.ref('p.organisationId')), eb('o.id', '=', eb.ref('m.organisationId'))])))
    .select(['o.id', 'o.name', 'o.service']).distinct().where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
    .where('p.fromOn', '<=', tx.today).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)])).orderBy('o.name').orderBy('o.service').execute()
  return rows.map(({ id, name, service }) => ({ id, name: service === null ? name : `${service}, ${name}` }))
}
