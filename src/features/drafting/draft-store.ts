// All SQL that reads round a draft: who changed what last, who is here, what was asked, what waits.

import { sql } from 'kysely'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { LineId, PersonId, PlanId } from '../../domain/ids.ts'
import type { Revision } from '../../domain/plan/clash.ts'
import type { LineKind, Source } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { notHidden } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { InArea, MadeHow } from '../../casebook/plan/revision-row.ts'
import { toRevision, toSource } from '../../casebook/plan/revision-row.ts'
import { organisationsOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'

/** The kinds of advice that the viewer, or a body of theirs, was asked for on this case. */
export async function listKindsAskedFor(tx: Tx, caseFile: CaseFile): Promise<string[]> {
  if (tx.viewer.kind !== 'person') return []
  const { personId } = tx.viewer
  const rows = await tx.db.selectFrom('adviceRequest').select('kind').distinct()
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('state', '!=', 'withdrawn')
    .where((eb) => eb.or([
      eb('askedPersonId', '=', personId),
      eb('askedOrganisationId', '=', sql<never>`any(${organisationsOf(tx.viewer)}::uuid[])`),
    ])).execute()
  return rows.map(({ kind }) => kind)
}

export interface LastChange {
  readonly lineId: LineId
  readonly by: string
  readonly organisation?: string
  readonly at: Instant
}

const organisationName = (row: { organisation: string | null; service: string | null }): { organisation?: string } =>
  (row.organisation === null ? {} : { organisation: row.service === null ? row.organisation : `${row.service}, ${row.organisation}` })

/** Who changed each line last, and when. That a line was only moved is no change of it. */
export async function listLastChanges(tx: Tx, caseFile: InArea, planId: PlanId): Promise<Map<LineId, LastChange>> {
  const rows = await tx.db.selectFrom('planLineRevision as r')
    .innerJoin('planLine as l', (join) => join.onRef('l.localAreaId', '=', 'r.localAreaId').onRef('l.id', '=', 'r.lineId'))
    .innerJoin('person as n', 'n.id', 'r.authorId').leftJoin('organisation as o', 'o.id', 'r.forOrganisationId')
    .distinctOn('r.lineId').select(['r.lineId', 'n.fullName', 'o.name as organisation', 'o.service', 'r.at'])
    .where('r.localAreaId', '=', caseFile.localAreaId).where('l.planId', '=', planId).where('r.how', '!=', 'moved')
    .orderBy('r.lineId').orderBy('r.n', 'desc').execute()
  return new Map(rows.map((row) => [row.lineId, { lineId: row.lineId, by: row.fullName, at: row.at, ...organisationName(row) }]))
}

export interface PastRevision {
  readonly revision: Revision
  readonly how: MadeHow
  readonly position: number
  readonly by: string
  readonly organisation?: string
  readonly at: Instant
}

/** Every wording of a line, oldest first, with who wrote it. */
export async function listRevisions(tx: Tx, caseFile: InArea, lineId: LineId): Promise<PastRevision[]> {
  const rows = await tx.db.selectFrom('planLineRevision as r').innerJoin('person as n', 'n.id', 'r.authorId')
    .leftJoin('organisation as o', 'o.id', 'r.forOrganisationId').selectAll('r').select(['n.fullName', 'o.name as organisation', 'o.service'])
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.lineId', '=', lineId).orderBy('r.n').execute()
  return rows.map((row) => ({
    revision: toRevision(row), how: row.how as MadeHow, position: row.position, by: row.fullName, at: row.at, ...organisationName(row),
  }))
}

export interface RemovedLine {
  readonly lineId: LineId
  readonly kind: LineKind
  readonly section: Section
  readonly text: string
  readonly by: string
  readonly at: Instant
}

/** Lines that were taken out, newest first, to be brought back if that was wrong. */
export async function listRemovedLines(tx: Tx, caseFile: InArea, planId: PlanId, section?: Section): Promise<RemovedLine[]> {
  let query = tx.db.selectFrom('planLine as l')
    .innerJoin('planLineRevision as r', (join) => join.onRef('r.localAreaId', '=', 'l.localAreaId').onRef('r.lineId', '=', 'l.id').onRef('r.n', '=', 'l.latest'))
    .innerJoin('person as n', 'n.id', 'r.authorId').select(['l.id', 'l.kind', 'r.section', 'r.text', 'n.fullName', 'r.at'])
    .where('l.localAreaId', '=', caseFile.localAreaId).where('l.planId', '=', planId).where('r.isRemoved', '=', true).orderBy('r.at', 'desc')
  if (section !== undefined) query = query.where('r.section', '=', section)
  return (await query.execute()).map((row) =>
    ({ lineId: row.id, kind: row.kind as LineKind, section: row.section as Section, text: row.text, by: row.fullName, at: row.at }))
}

/** How many comments and proposals wait for an answer, by line; those on no line under undefined. */
export async function countOpenProposals(tx: Tx, caseFile: InArea, planId: PlanId): Promise<Map<LineId | undefined, number>> {
  const rows = await tx.db.selectFrom('proposal').select(['lineId', ({ fn }) => fn.countAll<number>().as('waiting')])
    .where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId).where('decidedAt', 'is', null).groupBy('lineId').execute()
  return new Map(rows.map((row) => [row.lineId ?? undefined, Number(row.waiting)]))
}

export interface Present {
  readonly personId: PersonId
  readonly name: string
  readonly organisation?: string
  readonly lineId?: LineId
}

/** Says that the viewer has the draft open, and on which line. */
export async function notePresence(tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId | undefined): Promise<void> {
  if (tx.viewer.kind !== 'person') return
  const here = { lineId: lineId ?? null, seenAt: tx.now }
  await tx.db.insertInto('planPresence').values({ localAreaId: caseFile.localAreaId, planId, personId: tx.viewer.personId, ...here })
    .onConflict((conflict) => conflict.columns(['localAreaId', 'planId', 'personId']).doUpdateSet(here)).execute()
}

/** Everybody else who was here in the last minute, by name. */
export async function listPresent(tx: Tx, caseFile: InArea, planId: PlanId): Promise<Present[]> {
  const self = tx.viewer.kind === 'person' ? tx.viewer.personId : null
  const rows = await tx.db.selectFrom('planPresence as p').innerJoin('person as n', 'n.id', 'p.personId')
    .leftJoinLateral(
      (eb) => eb.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').select(['o.name as organisation', 'o.service'])
        .whereRef('m.personId', '=', 'p.personId').where('m.fromOn', '<=', tx.today)
        .where((or) => or.or([or('m.toOn', 'is', null), or('m.toOn', '>=', tx.today)])).orderBy('m.fromOn').limit(1).as('works'),
      (join) => join.onTrue(),
    )
    .select(['p.personId', 'n.fullName', 'p.lineId', 'works.organisation', 'works.service'])
    .where('p.localAreaId', '=', caseFile.localAreaId).where('p.planId', '=', planId)
    .where('p.seenAt', '>', sql<Instant>`${tx.now}::timestamptz - interval '60 seconds'`).where('p.personId', 'is distinct from', self)
    .orderBy('n.fullName').execute()
  return rows.map((row) => ({
    personId: row.personId, name: row.fullName, ...(row.lineId === null ? {} : { lineId: row.lineId }), ...organisationName(row),
  }))
}

export interface SourceRow {
  readonly id: string
  readonly lineId: LineId
  readonly source: Source
  readonly addedAt: Instant
}

/** The live sources of one line, or of every line of the plan, in the order they were added. */
export async function listSources(tx: Tx, caseFile: InArea & Pick<CaseFile, 'sealed'>, planId: PlanId, lineId?: LineId): Promise<SourceRow[]> {
  let query = tx.db.selectFrom('planLineSource as s').innerJoin('planLine as l', (join) => join.onRef('l.localAreaId', '=', 's.localAreaId').onRef('l.id', '=', 's.lineId'))
    .selectAll('s').where('s.localAreaId', '=', caseFile.localAreaId).where('l.planId', '=', planId).where('s.removedAt', 'is', null).where(notHidden(caseFile, 's.adviceId'))
    .orderBy('s.addedAt').orderBy('s.id')
  if (lineId !== undefined) query = query.where('s.lineId', '=', lineId)
  return (await query.execute()).map((row) => ({ id: row.id, lineId: row.lineId, addedAt: row.addedAt, source: toSource(row) }))
}
