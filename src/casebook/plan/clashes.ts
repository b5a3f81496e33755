// All SQL of clashes: what somebody typed on a line that had moved on meanwhile, kept beside the other text until a person
// settles it. Kept texts are never deleted; settling writes down how, by whom and with which revision.

import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { LineId, PersonId, PlanId } from '../../domain/ids.ts'
import type { Attempt, Choice, Clash, LineHistory, Revision, SavedHow } from '../../domain/plan/clash.ts'
import type { LineFields } from '../../domain/plan/line.ts'
import { isSameValue } from '../../domain/plan/same-value.ts'
import type { Section } from '../../domain/plan/sections.ts'
import type { Tx } from '../tx.ts'
import type { InArea } from './revision-row.ts'
import { toRevision } from './revision-row.ts'

interface KeptRow {
  readonly id: string
  readonly clashNo: number
  readonly baseN: number
  readonly section: string
  readonly text: string
  readonly fields: unknown
  readonly isRemoved: boolean
  readonly how: string
  readonly authorId: PersonId
  readonly keptAt: Instant
  readonly settledAt: Instant | null
  readonly settledAs: string | null
  readonly settledBy: PersonId | null
  readonly settledN: number | null
}

const toAttempt = (row: KeptRow): Attempt => ({
  base: row.baseN, by: row.authorId, how: row.how as SavedHow, isRemoved: row.isRemoved,
  wording: { section: row.section as Section, text: row.text, fields: row.fields as LineFields },
})

const readKept = (tx: Tx, caseFile: InArea, lineId: LineId): Promise<KeptRow[]> =>
  tx.db.selectFrom('keptText').selectAll().where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', lineId)
    .orderBy('clashNo').orderBy('keptAt').orderBy('id').execute()

/** Keeps a text: in the person's open clash from the same revision, or in a new one. The line's row is held. */
export async function keepAttempt(tx: Tx, caseFile: InArea, lineId: LineId, attempt: Attempt): Promise<{ clashNo: number; keptId: string }> {
  const kept = await readKept(tx, caseFile, lineId)
  const mine = kept.filter((row) => row.settledAt === null && row.authorId === attempt.by && row.baseN === attempt.base)
  const clashNo = mine[0]?.clashNo ?? Math.max(0, ...kept.map((row) => row.clashNo)) + 1
  const own = kept.filter((row) => row.clashNo === clashNo)
  const last = own.at(-1)
  // The same words again are kept already: autosaving leaves no trail of copies.
  if (last !== undefined && isSameValue(toAttempt(last).wording, attempt.wording) && last.isRemoved === attempt.isRemoved) {
    return { clashNo, keptId: own[0]?.id ?? last.id }
  }
  const id = await insertKept(tx, caseFile, lineId, clashNo, attempt)
  return { clashNo, keptId: own[0]?.id ?? id }
}

export async function insertKept(tx: Tx, caseFile: InArea, lineId: LineId, clashNo: number, attempt: Attempt): Promise<string> {
  const id = tx.newId<string>()
  const { wording } = attempt
  await tx.db.insertInto('keptText').values({
    localAreaId: caseFile.localAreaId, id, lineId, clashNo, baseN: attempt.base, section: wording.section, text: wording.text,
    fields: JSON.stringify(wording.fields), isRemoved: attempt.isRemoved, how: attempt.how, authorId: attempt.by, keptAt: tx.now,
  }).execute()
  return id
}

export async function settleKept(
  tx: Tx, caseFile: InArea, lineId: LineId, clashNo: number, { as, by, revision }: { as: Choice; by: PersonId; revision: number },
): Promise<void> {
  await tx.db.updateTable('keptText').set({ settledAt: tx.now, settledAs: as, settledBy: by, settledN: revision })
    .where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', lineId).where('clashNo', '=', clashNo).where('settledAt', 'is', null).execute()
}

/** Every revision of a line and every clash on it, as the rules of a clash read them. */
export async function readLineHistory(tx: Tx, caseFile: InArea, lineId: LineId): Promise<LineHistory> {
  const rows = await tx.db.selectFrom('planLineRevision').selectAll()
    .where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', lineId).orderBy('n').execute()
  const [first, ...others] = rows.map(toRevision)
  if (first === undefined) throw new Error('a line without a revision')
  const revisions: [Revision, ...Revision[]] = [first, ...others]
  return { revisions, clashes: clashesOf(await readKept(tx, caseFile, lineId)) }
}

function clashesOf(kept: readonly KeptRow[]): Clash[] {
  const numbers = [...new Set(kept.map((row) => row.clashNo))]
  return numbers.flatMap((number): Clash[] => {
    const rows = kept.filter((row) => row.clashNo === number)
    const [head] = rows
    const [first, ...others] = rows.map(toAttempt)
    if (head === undefined || first === undefined) return []
    const settled = head.settledAs === null || head.settledBy === null || head.settledN === null ? undefined
      : { as: head.settledAs as Choice, by: head.settledBy, revision: head.settledN }
    return [{ number, by: head.authorId, base: head.baseN, attempts: [first, ...others], ...(settled && { settled }) }]
  })
}

/** Which clash a URL means; undefined when nothing of that line is kept under the id. */
export async function findClashNo(tx: Tx, caseFile: InArea, lineId: LineId, keptId: string): Promise<number | undefined> {
  const row = await tx.db.selectFrom('keptText').select('clashNo').where('localAreaId', '=', caseFile.localAreaId)
    .where('lineId', '=', lineId).where('id', '=', keptId).executeTakeFirst()
  return row?.clashNo
}

export interface OpenClash {
  readonly keptId: string
  readonly lineId: LineId
  readonly by: PersonId
  readonly byName: string
  readonly keptAt: Instant
  readonly text: string
}

/** What waits to be settled in a plan, oldest first: one entry a clash, with the words typed last. */
export async function listOpenClashes(tx: Tx, caseFile: InArea, planId: PlanId): Promise<OpenClash[]> {
  const rows = await tx.db.selectFrom('keptText as k')
    .innerJoin('planLine as l', (join) => join.onRef('l.localAreaId', '=', 'k.localAreaId').onRef('l.id', '=', 'k.lineId'))
    .innerJoin('person as n', 'n.id', 'k.authorId')
    .select(['k.id', 'k.lineId', 'k.clashNo', 'k.authorId', 'k.keptAt', 'k.text', 'n.fullName'])
    .where('k.localAreaId', '=', caseFile.localAreaId).where('l.planId', '=', planId).where('k.settledAt', 'is', null)
    .orderBy('k.keptAt').orderBy('k.id').execute()
  const clashes = new Map<string, OpenClash>()
  for (const row of rows) {
    const key = `${row.lineId} ${row.clashNo}`
    const first = clashes.get(key)
    clashes.set(key, { keptId: first?.keptId ?? row.id, lineId: row.lineId, by: first?.by ?? row.authorId, byName: first?.byName ?? row.fullName, keptAt: first?.keptAt ?? row.keptAt, text: row.text })
  }
  return [...clashes.values()]
}
