// All SQL of panels and decisions. A panel advises; a named person with delegated power decides.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'

export type Question = 'assess' | 'issue'

export interface PanelItem {
  readonly id: string
  readonly panelOn: PlainDate
  readonly members: readonly string[]
  readonly conflicts?: string
  readonly advice: string
  readonly reasons: string
  readonly conditions?: string
}

export async function insertPanelItem(tx: Tx, caseFile: CaseFile, question: Question, recordedBy: PersonId, item: PanelItem): Promise<void> {
  await tx.db.insertInto('panelItem').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, id: item.id, question, panelOn: item.panelOn, members: [...item.members],
    conflicts: item.conflicts ?? null, advice: item.advice, reasons: item.reasons, conditions: item.conditions ?? null,
    recordedBy, recordedAt: tx.now,
  }).execute()
}

/** What panels advised on this question, newest first. */
export async function listPanelItems(tx: Tx, caseFile: CaseFile, question: Question): Promise<PanelItem[]> {
  const rows = await tx.db.selectFrom('panelItem').selectAll()
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('question', '=', question)
    .orderBy('panelOn', 'desc').orderBy('recordedAt', 'desc').execute()
  return rows.map(({ id, panelOn, members, advice, reasons, conflicts, conditions }) => ({
    id, panelOn, members, advice, reasons, ...(conflicts === null ? {} : { conflicts }), ...(conditions === null ? {} : { conditions }),
  }))
}

export interface NewDecision {
  readonly question: Question
  readonly outcome: string
  readonly decidedBy: PersonId
  readonly testAnswers: Readonly<Record<string, string>>
  readonly reasons: string
  readonly panelItemId?: string
  readonly noticeId: string
}

export async function insertDecision(tx: Tx, caseFile: CaseFile, decision: NewDecision): Promise<void> {
  await tx.db.insertInto('decision').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, id: tx.newId<string>(), question: decision.question, outcome: decision.outcome,
    decidedOn: tx.today, decidedBy: decision.decidedBy, testAnswers: JSON.stringify(decision.testAnswers), reasons: decision.reasons,
    panelItemId: decision.panelItemId ?? null, noticeId: decision.noticeId,
  }).execute()
}

export interface OutstandingAdvice {
  readonly item: string
  readonly kind: string
  readonly of: string
  readonly dueOn?: PlainDate
}

/** Advice asked for and neither in, reused, excused nor withdrawn; the one due first comes first. */
export async function listOutstandingAdvice(tx: Tx, caseFile: CaseFile): Promise<OutstandingAdvice[]> {
  const rows = await tx.db.selectFrom('adviceRequest as a')
    .leftJoin('person as p', 'p.id', 'a.askedPersonId').leftJoin('organisation as o', 'o.id', 'a.askedOrganisationId')
    .select(['a.item', 'a.kind', 'a.dueOn', 'p.fullName', 'o.name', 'o.service'])
    .where('a.localAreaId', '=', caseFile.localAreaId).where('a.caseId', '=', caseFile.id)
    .where('a.state', 'in', ['asked', 'received', 'returned']).orderBy('a.dueOn').execute()
  return rows.map((row) => ({
    item: row.item, kind: row.kind, of: row.fullName ?? [row.service, row.name].filter((word) => word !== null).join(', '),
    ...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
  }))
}

export interface Limit {
  readonly dueOn: PlainDate
  /** An excuse of the law disapplies it. */
  readonly isExcused: boolean
}

/** The last day of the newest of these clocks, as the engine keeps it. */
export async function findLimit(tx: Tx, caseFile: CaseFile, clocks: readonly string[]): Promise<Limit | undefined> {
  const row = await tx.db.selectFrom('clock').select(['dueOn', 'excusedBy']).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('clockId', 'in', [...clocks]).where('dueOn', 'is not', null).orderBy('startedOn', 'desc').orderBy('startedBy', 'desc').limit(1).executeTakeFirst()
  if (row === undefined || row.dueOn === null) return undefined
  return { dueOn: row.dueOn, isExcused: row.excusedBy !== null }
}

/** The decision was made on another day than was thought; its letter names it. */
export async function moveDecidedOn(tx: Tx, caseFile: CaseFile, noticeId: string, decidedOn: PlainDate): Promise<void> {
  await tx.db.updateTable('decision').set({ decidedOn }).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('noticeId', '=', noticeId).execute()
}

/** The panel sat on another day than was thought: the item that said this on that day, one if it is there twice. */
export async function movePanelOn(
  tx: Tx, caseFile: CaseFile, { question, advice }: { question: Question; advice: string }, { was, panelOn }: { was: PlainDate; panelOn: PlainDate },
): Promise<void> {
  await tx.db.updateTable('panelItem').set({ panelOn }).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('id', '=', (eb) => eb.selectFrom('panelItem').select('id').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
      .where('question', '=', question).where('advice', '=', advice).where('panelOn', '=', was).orderBy('recordedAt').limit(1)).execute()
}
