// How old one plan is: its row for whoever may know it, and for the council's team every line with what it was confirmed by.

import { notHidden } from '../../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { sectionColumns } from '../../../casebook/plan/keep-currency.ts'
import { readPlanInForce } from '../../../casebook/plan/plan-record.ts'
import { adviceTitles } from '../../../casebook/plan/plan-content.ts'
import { isSeen } from '../../../casebook/sending/hold.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { yearGroupOn } from '../../../domain/calendar/school-year.ts'
import type { ConfirmedLine } from '../../../domain/currency/confirmed.ts'
import { confirmedLines } from '../../../domain/currency/confirmed.ts'
import { lastMoveOn } from '../../../domain/currency/last-move.ts'
import { scoredSections } from '../../../domain/currency/rule.ts'
import type { ScoredOn, SectionDays } from '../../../domain/currency/scores.ts'
import type { AdviceId } from '../../../domain/ids.ts'

export interface PlanRow {
  readonly issuedOn: PlainDate
  readonly oldest: SectionDays
  readonly oldestOn: PlainDate | undefined
  readonly halfOn: PlainDate | undefined
}

/** What is kept of the plan in force; undefined while its words are not here, or before it is let go. */
export async function findPlanRow(tx: Tx, caseFile: CaseFile): Promise<PlanRow | undefined> {
  const row = await tx.db.selectFrom('planCurrency as k').selectAll('k').where('k.localAreaId', '=', caseFile.localAreaId).where('k.caseId', '=', caseFile.id)
    .where(isSeen(tx, 'k.localAreaId', 'k.versionId')).executeTakeFirst()
  if (row === undefined) return undefined
  const oldest = Object.fromEntries(scoredSections.flatMap((section) => {
    const on = row[sectionColumns[section]]
    return on === null ? [] : [[section, on]]
  })) as SectionDays
  return { issuedOn: row.issuedOn, oldest, oldestOn: row.oldestOn ?? undefined, halfOn: row.halfOn ?? undefined }
}

/** Today, and when the child came into the phase of education that they are in. */
export const scoredOnFor = (tx: Tx, { child }: CaseFile): ScoredOn =>
  ({ today: tx.today, movedOn: lastMoveOn(child.yearGroupOverride ?? yearGroupOn(child.bornOn, tx.today), tx.today) })

export interface LineAges {
  readonly lines: readonly ConfirmedLine[]
  /** "Psychological advice by Dr Imogen Petrie"; absent for a report that a seal keeps from the viewer. */
  readonly reports: ReadonlyMap<AdviceId, string>
}

/** Every line of the plan in force with what confirmed it. For the council's team, who read all of them. */
export async function readLineAges(tx: Tx, caseFile: CaseFile): Promise<LineAges> {
  const inForce = await readPlanInForce(tx, caseFile)
  const lines = inForce === undefined ? [] : confirmedLines(inForce.record)
  const rows = await tx.db.selectFrom('advice').select(['id', 'kind', 'authorName']).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where(notHidden(caseFile, 'advice.id')).execute()
  return { lines, reports: new Map(rows.map(({ id, kind, authorName }) => [id, `${adviceTitles[kind] ?? 'Advice'} by ${authorName}`])) }
}
