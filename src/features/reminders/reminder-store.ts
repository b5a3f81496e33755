// What is due to be reminded, found from the clocks by their index, and what was: tables reminder and reminder_step.

import { sql } from 'kysely'
import { batchSize } from '../../casebook/in-batches.ts'
import { stillStands } from '../../casebook/limits/limits-to-tell.ts'
import type { CaseFile, CaseKey } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { councilOwes } from '../../domain/case-file/work-reasons.ts'
import type { CaseId, LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { furthestStep, passedLookBackDays, passedStep, schedule } from '../../domain/reminders/schedule.ts'

/** A clock at whose newest step somebody may have to be told. */
export interface DueClock {
  readonly clockId: string
  readonly about: string
  readonly run: number
  readonly dueOn: PlainDate
  /** A legal limit of the council that passed and has no recorded reason: for its managers. */
  readonly hasPassed: boolean
}

const steps = schedule.flatMap(({ clocks, steps: days }) => clocks.flatMap((clock) => days.map((step) => ({ clock, step }))))

/** A limit of the law that the council owes and that passed lately without a reason being recorded (alias cl). */
export const isUnexplained = (today: PlainDate) => sql`cl.nature = 'limit' and cl.standing = 'law' and cl.owed_by = any(${[...councilOwes]}::text[]) and cl.due_on < ${today}
  and not exists (select 1 from fact f where f.local_area_id = cl.local_area_id and f.case_id = cl.case_id and f.type = 'delay-explained'
    and f.data ->> 'clock' = cl.clock_id and f.data ->> 'about' = cl.about and f.happened_on >= cl.started_on and ${stillStands('f')})`

/** No step of the clock that is as near or nearer was settled: an older one is never sent after a newer one, whatever the clock on the wall does. */
const isUnsettled = (newest: ReturnType<typeof sql>) => sql`not exists (select 1 from reminder_step r where r.local_area_id = cl.local_area_id and r.case_id = cl.case_id
  and r.clock_id = cl.clock_id and r.about = cl.about and r.run = cl.run and r.step <= ${newest})`

/** Clocks of live cases whose newest step has come and is not settled. A case whose facts contradict each other is left: its dates may be wrong. */
const due = ({ today }: Tx) => sql`
  select cl.local_area_id, cl.case_id, cl.clock_id, cl.about, cl.run, cl.due_on, false as has_passed
    from local_area a join clock cl on cl.local_area_id = a.id and cl.is_open and cl.due_on between ${today}::date and ${today}::date + ${furthestStep}::int
    join lateral (select min(s.step) as step from unnest(${steps.map(({ clock }) => clock)}::text[], ${steps.map(({ step }) => step)}::int[]) as s (clock, step)
      where s.clock = cl.clock_id and s.step >= cl.due_on - ${today}::date) newest on newest.step is not null
    where ${isUnsettled(sql`newest.step`)}
  union all
  select cl.local_area_id, cl.case_id, cl.clock_id, cl.about, cl.run, cl.due_on, true
    from local_area a join clock cl on cl.local_area_id = a.id and cl.is_open and cl.due_on between ${today}::date - ${passedLookBackDays}::int and ${today}::date - 1
    where ${isUnexplained(today)} and ${isUnsettled(sql`${passedStep}::int`)}`

export interface DueCase {
  readonly key: CaseKey
  readonly localAreaId: LocalAreaId
  readonly caseId: CaseId
}

/** Cases in which somebody has to be told something, a batch after the one given. */
export async function listDueCases(tx: Tx, after: DueCase | undefined): Promise<DueCase[]> {
  const found = await sql<{ localAreaId: LocalAreaId; caseId: CaseId; code: string }>`
    select d.local_area_id, d.case_id, a.code from (${due(tx)}) d
    join case_file c on c.local_area_id = d.local_area_id and c.id = d.case_id and c.clocks_refused is null and c.stage not in ('closed', 'exported')
    join local_area a on a.id = d.local_area_id
    ${after === undefined ? sql`` : sql`where (d.local_area_id, d.case_id) > (${after.localAreaId}, ${after.caseId})`}
    group by d.local_area_id, d.case_id, a.code order by d.local_area_id, d.case_id limit ${batchSize}`.execute(tx.db)
  return found.rows.map(({ localAreaId, caseId, code }) => ({ localAreaId, caseId, key: { area: code, caseId } }))
}

/** The same of one case, whose row this transaction holds. */
export async function listDueClocks(tx: Tx, { localAreaId, id }: CaseFile): Promise<DueClock[]> {
  const found = await sql<DueClock>`
    select d.clock_id, d.about, d.run, d.due_on, d.has_passed from (${due(tx)}) d
    join case_file c on c.local_area_id = d.local_area_id and c.id = d.case_id and c.clocks_refused is null and c.stage not in ('closed', 'exported')
    where d.local_area_id = ${localAreaId} and d.case_id = ${id} order by d.due_on, d.clock_id, d.about, d.run`.execute(tx.db)
  return [...found.rows]
}

type Recipient = { readonly personId?: PersonId | undefined; readonly organisationId?: OrganisationId | undefined }
/** Whom a reminder is for, in its key; a young person without an account is known by the child's id. */
export const recipientId = ({ child }: CaseFile, { personId, organisationId }: Recipient): string => personId ?? organisationId ?? child.id

const nameOf = ({ clockId, about, run }: Pick<DueClock, 'clockId' | 'about' | 'run'>, recipient: string): string => `${clockId} ${about} ${run} ${recipient}`

/** Whether a recipient was reminded of a clock at this step, or at one nearer to the day. */
export async function remindedBefore(tx: Tx, caseFile: CaseFile): Promise<(clock: DueClock, to: Recipient, step: number) => boolean> {
  const rows = await tx.db.selectFrom('reminder').select(['clockId', 'about', 'run', 'recipientId', 'step']).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).execute()
  const nearest = new Map<string, number>()
  for (const row of rows) {
    const name = nameOf(row, row.recipientId)
    nearest.set(name, Math.min(row.step, nearest.get(name) ?? row.step))
  }
  return (clock, to, step) => (nearest.get(nameOf(clock, recipientId(caseFile, to))) ?? Number.POSITIVE_INFINITY) <= step
}

export interface NewReminder {
  readonly clock: DueClock
  readonly to: Recipient
  readonly step: number
  readonly outgoingId?: string
  readonly notSentBecause?: 'not-wanted' | 'no-way' | 'in-digest'
}

/** Records reminders. The key refuses a second one of the same step: then the whole transaction, with its message, is undone. */
export async function insertReminders(tx: Tx, caseFile: CaseFile, reminders: readonly NewReminder[]): Promise<void> {
  if (reminders.length === 0) return
  await tx.db.insertInto('reminder').values(reminders.map(({ clock, to, step, outgoingId, notSentBecause }) => ({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, clockId: clock.clockId, about: clock.about, run: clock.run, recipientId: recipientId(caseFile, to), step,
    personId: to.personId ?? null, organisationId: to.personId === undefined ? to.organisationId ?? null : null,
    dueOn: clock.dueOn, recordedAt: tx.now, outgoingId: outgoingId ?? null, notSentBecause: notSentBecause ?? null,
  }))).execute()
}

/** Everybody who should be was told at this step: the clock is not found again before its next. */
export async function settleStep(tx: Tx, { localAreaId, id }: CaseFile, { clockId, about, run }: DueClock, step: number): Promise<void> {
  await tx.db.insertInto('reminderStep').values({ localAreaId, caseId: id, clockId, about, run, step, settledAt: tx.now }).onConflict((conflict) => conflict.doNothing()).execute()
}

/** The managers of an area today. */
export async function listManagers(tx: Tx, localAreaId: LocalAreaId): Promise<PersonId[]> {
  const rows = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').select('m.personId').distinct()
    .where('o.kind', '=', 'council').where('o.localAreaId', '=', localAreaId).where('m.role', '=', 'decision-maker')
    .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).orderBy('m.personId').execute()
  return rows.map(({ personId }) => personId)
}
