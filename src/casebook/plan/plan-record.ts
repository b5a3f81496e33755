// What the record has by which the age of a plan's lines is told: the versions that were issued, the days of the reports they rest on,
// and what the council found to be still right. The rule is domain/currency/confirmed.ts.

import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { IssuedLines, PlanRecord, StillRight } from '../../domain/currency/confirmed.ts'
import type { AdviceId, CaseId, LocalAreaId, PlanId, PlanVersionId, ReviewId } from '../../domain/ids.ts'
import type { LineFields } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { thawHere } from './thaw-here.ts'
import type { Tx } from '../tx.ts'

/** The case whose plan it is. */
export interface PlanPlace {
  readonly localAreaId: LocalAreaId
  readonly id: CaseId
}

export interface PlanInForce {
  readonly planId: PlanId
  readonly versionId: PlanVersionId
  readonly issuedOn: PlainDate
  readonly record: PlanRecord
}

/** The record of the plan in force, for who sees all of it: the council's team and the program. Undefined while no version is in force here. */
export async function readPlanInForce(tx: Tx, { localAreaId, id }: PlanPlace): Promise<PlanInForce | undefined> {
  const rows = await tx.db.selectFrom('planVersion as v').innerJoin('plan as p', (join) => join.onRef('p.localAreaId', '=', 'v.localAreaId').onRef('p.id', '=', 'v.planId'))
    .select(['v.id', 'v.planId', 'v.no', 'v.content', 'v.ids', 'v.issuedOn', 'v.frozenAt', 'v.supersededOn'])
    .where('p.localAreaId', '=', localAreaId).where('p.caseId', '=', id).where('v.kind', '=', 'final')
    // What was taken back before it was sent was never in force (keep-issued.ts).
    .where('v.label', 'not like', '%taken back%').orderBy('v.no').execute()
  const place = rows.findLastIndex(({ supersededOn }) => supersededOn === null)
  const current = rows[place]
  if (current === undefined) return undefined
  const versions = rows.slice(0, place + 1).map((row): IssuedLines => {
    const frozen = thawHere(row)
    if (!frozen.ok) throw new Error(`version ${row.id} cannot be read: ${frozen.refusal}`)
    const on = row.issuedOn ?? frozen.value.heading.issuedOn
    // Issued by the hub it is frozen on its day; one that came from before has a day of its own.
    return { no: row.no, on, wasBroughtIn: on < londonDateOf(row.frozenAt), lines: frozen.value.content.lines }
  })
  const days = await daysOfAdvice(tx, localAreaId, id)
  const stillRight = await listStillRight(tx, { localAreaId, id }, current.planId)
  return {
    planId: current.planId, versionId: current.id, issuedOn: versions.at(-1)?.on ?? tx.today,
    record: { versions, stillRight, adviceDay: (advice) => days.get(advice) },
  }
}

/** The author's own date of each report; where there is none, the day on which it was given. */
async function daysOfAdvice(tx: Tx, localAreaId: LocalAreaId, caseId: CaseId): Promise<Map<AdviceId, PlainDate>> {
  const rows = await tx.db.selectFrom('advice').select(['id', 'dated', 'givenAt']).where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).execute()
  return new Map(rows.flatMap(({ id, dated, givenAt }) => {
    const on = dated ?? (givenAt === null ? undefined : londonDateOf(givenAt))
    return on === undefined ? [] : [[id, on] as const]
  }))
}

/** What an act confirmed whose sending was taken back was never confirmed: the two are of one moment. */
async function listStillRight(tx: Tx, { localAreaId, id }: PlanPlace, planId: PlanId): Promise<StillRight[]> {
  const rows = await tx.db.selectFrom('lineConfirmation as k')
    .innerJoin('planLineRevision as r', (join) => join.onRef('r.localAreaId', '=', 'k.localAreaId').onRef('r.lineId', '=', 'k.lineId').onRef('r.n', '=', 'k.revision'))
    .select(['k.lineId', 'k.confirmedOn', 'k.reviewId', 'r.section', 'r.text', 'r.fields'])
    .where('k.localAreaId', '=', localAreaId).where('k.planId', '=', planId)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('fact as b').innerJoin('fact as f', (join) => join.onRef('f.localAreaId', '=', 'b.localAreaId').onRef('f.caseId', '=', 'b.caseId').onRef('f.seq', '=', 'b.correctsSeq'))
      .select('b.seq').where('b.localAreaId', '=', localAreaId).where('b.caseId', '=', id).where('b.type', '=', 'sending-taken-back').whereRef('f.recordedAt', '=', 'k.recordedAt'))))
    .orderBy('k.confirmedOn').orderBy('k.id').execute()
  return rows.map((row) => ({
    lineId: row.lineId, on: row.confirmedOn, section: row.section as Section, text: row.text, fields: row.fields as LineFields,
    ...(row.reviewId === null ? {} : { reviewId: row.reviewId as ReviewId }),
  }))
}
