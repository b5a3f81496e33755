// All SQL that reads round a draft: who changed what last, who is here, what was asked, what waits.

import { sql } from 'kysely'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { LineId, PersonId, PlanId } from '../../domain/ids.ts'
import type { Revision } from '../../domain/plan/clash.ts'
import type { LineKind, Source } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import { notHidden } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { authorOf } from '../../casebook/plan/line-rows.ts'
import type { InArea, MadeHow } from '../../casebook/plan/revision-row.ts'
import { toRevision, toSource } from '../../casebook/plan/revision-row.ts'
import { organisationsOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'

/** The kinds of advice that the viewer, or a body of theirs, was asked for on this case: asked of an adviser alone, the only one whose sections hang on it. */
export async function listKindsAskedFor(tx: Tx, caseFile: CaseFile): Promise<string[]> {
  if (tx.viewer.kind !== 'person' || isOfCouncil(caseFile.parts) || !caseFile.parts.includes('adviser')) return []
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

/** What was done to the lines of a plan, and what is still to do. */
export interface LineWork {
  /** Who changed each line last, and when. That a line was only moved is no change of it. */
  readonly changes: ReadonlyMap<LineId, LastChange>
  /** Lines that were taken out, newest first, to be brought back if that was wrong. */
  readonly removed: readonly RemovedLine[]
  /** How many comments and proposals wait for an answer, by line; those on no line under undefined. */
  readonly proposals: ReadonlyMap<LineId | undefined, number>
}

export async function readLineWork(tx: Tx, { localAreaId }: InArea, planId: PlanId): Promise<LineWork> {
  const rows = await tx.db
    .with('line', (db) => db.selectFrom('planLine as l')
      .innerJoin('planLineRevision as latest', (join) => join.onRef('latest.localAreaId', '=', 'l.localAreaId').onRef('latest.lineId', '=', 'l.id').onRef('latest.n', '=', 'l.latest'))
      .innerJoinLateral((eb) => eb.selectFrom('planLineRevision as r').innerJoin('person as n', 'n.id', 'r.authorId').leftJoin('organisation as o', 'o.id', 'r.forOrganisationId')
        .select(['n.fullName', 'o.name as organisation', 'o.service', 'r.at']).whereRef('r.localAreaId', '=', 'l.localAreaId').whereRef('r.lineId', '=', 'l.id')
        .where('r.how', '!=', 'moved').orderBy('r.n', 'desc').limit(1).as('changed'), (join) => join.onTrue())
      .select(['l.id', 'l.kind', 'latest.section', 'latest.text', 'latest.isRemoved', 'changed.fullName', 'changed.organisation', 'changed.service', 'changed.at'])
      .where('l.localAreaId', '=', localAreaId).where('l.planId', '=', planId))
    .with('asked', (db) => db.selectFrom('proposal').select(['lineId', ({ fn }) => fn.countAll<number>().as('waiting')])
      .where('localAreaId', '=', localAreaId).where('planId', '=', planId).where('decidedAt', 'is', null).groupBy('lineId'))
    .selectFrom('line').fullJoin('asked', 'asked.lineId', 'line.id').selectAll('line').select(['asked.lineId as askedOn', 'asked.waiting']).execute()
  const lines = rows.flatMap(({ id, kind, section, text, isRemoved, fullName, at, organisation, service }) => (id === null || fullName === null || at === null ? []
    : [{ lineId: id, kind: kind as LineKind, section: section as Section, text: text ?? '', isRemoved: isRemoved === true, by: fullName, at, ...organisationName({ organisation, service }) }]))
  return {
    changes: new Map(lines.map((line) => [line.lineId, line])),
    removed: lines.filter(({ isRemoved }) => isRemoved).toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    proposals: new Map(rows.flatMap(({ askedOn, waiting }) => (waiting === null ? [] : [[askedOn ?? undefined, Number(waiting)]]))),
  }
}

export interface Present {
  readonly personId: PersonId
  readonly name: string
  readonly organisation?: string
  readonly lineId?: LineId
}

/**
 * Says that the viewer has the draft of the case open, and on which line. Answers with its plan and everybody else who was here in the last
 * minute, by name; NotFound before there is a plan.
 */
export async function enterDraft(tx: Tx, { localAreaId, id: caseId }: Pick<CaseFile, 'localAreaId' | 'id'>, lineId: LineId | undefined): Promise<{ planId: PlanId; present: Present[] }> {
  const self = authorOf(tx)
  const here = { lineId: lineId ?? null, seenAt: tx.now }
  const rows = await tx.db
    .with('entered', (db) => db.insertInto('planPresence').columns(['localAreaId', 'planId', 'personId', 'lineId', 'seenAt'])
      .expression((eb) => eb.selectFrom('plan as d').where('d.localAreaId', '=', localAreaId).where('d.caseId', '=', caseId)
        .select(['d.localAreaId', 'd.id', sql<PersonId>`${self}::uuid`.as('personId'), sql<LineId | null>`${here.lineId}::uuid`.as('lineId'), sql<Instant>`${here.seenAt}::timestamptz`.as('seenAt')]))
      .onConflict((conflict) => conflict.columns(['localAreaId', 'planId', 'personId']).doUpdateSet(here)).returning(['localAreaId', 'planId']))
    .selectFrom('entered')
    .leftJoin(
      (eb) => eb.selectFrom('planPresence as p').innerJoin('person as n', 'n.id', 'p.personId').select(['p.localAreaId', 'p.planId', 'p.personId', 'p.lineId', 'n.fullName'])
        .where('p.seenAt', '>', sql<Instant>`${tx.now}::timestamptz - interval '60 seconds'`).where('p.personId', '!=', self).as('other'),
      (join) => join.onRef('other.localAreaId', '=', 'entered.localAreaId').onRef('other.planId', '=', 'entered.planId'),
    )
    .leftJoinLateral(
      (eb) => eb.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').select(['o.name as organisation', 'o.service'])
        .whereRef('m.personId', '=', 'other.personId').where('m.fromOn', '<=', tx.today)
        .where((or) => or.or([or('m.toOn', 'is', null), or('m.toOn', '>=', tx.today)])).orderBy('m.fromOn').limit(1).as('works'),
      (join) => join.onTrue(),
    )
    .select(['entered.planId', 'other.personId', 'other.fullName', 'other.lineId', 'works.organisation', 'works.service']).orderBy('other.fullName').execute()
  const [first] = rows
  if (first === undefined) throw new NotFound('plan')
  return {
    planId: first.planId,
    present: rows.flatMap((row): Present[] => (row.personId === null || row.fullName === null ? []
      : [{ personId: row.personId, name: row.fullName, ...(row.lineId === null ? {} : { lineId: row.lineId }), ...organisationName(row) }])),
  }
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
