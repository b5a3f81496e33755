// The clocks of a case as lists read them: folded from its facts by the one engine (domain/clocks) and kept as rows, once at the
// end of the transaction that recorded the facts, with the next step that the case row shows. What depends on today is never
// kept; lists compare days themselves.

import { z } from 'zod'
import { calendarOfArea } from '../../domain/calendar/england.ts'
import type { Calendar } from '../../domain/calendar/calendar.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { clockEventsOf } from '../../domain/case-file/clock-events.ts'
import type { RecordedFact } from '../../domain/case-file/facts.ts'
import type { Target } from '../../domain/clocks/clock.ts'
import { keyOf } from '../../domain/clocks/clock.ts'
import { dateOf } from '../../domain/clocks/day-arithmetic.ts'
import type { FactRefusal } from '../../domain/clocks/contradictions.ts'
import type { ClockEvent } from '../../domain/clocks/events.ts'
import { foldClocks } from '../../domain/clocks/fold-clocks.ts'
import type { ClockReading, DatedTarget, Targets, UsedFact } from '../../domain/clocks/reading.ts'
import type { CaseId, LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { nextStepOf } from '../../domain/timeline/next-step.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import type { Tx } from '../tx.ts'

/** The case whose clocks are folded: its ledger is whole. */
export interface CaseToFold {
  readonly localAreaId: LocalAreaId
  readonly areaCode: string
  readonly id: CaseId
  readonly bornOn: PlainDate
  readonly facts: readonly RecordedFact[]
}

/** Why the clocks cannot be told: which facts contradict each other, and how. */
export interface RefusedFact {
  readonly kind: FactRefusal['kind']
  /** Places in the ledger; -1 is the day of birth. */
  readonly seq: number
  readonly otherSeq?: number
  readonly why: string
}

/** A clock as its row has it, but for the case that it belongs to. */
export interface ClockRow {
  readonly clockId: string
  readonly about: string
  readonly run: number
  readonly scope: string
  readonly nature: string
  readonly standing: string
  readonly owedBy: string
  readonly owedOrganisationId: OrganisationId | null
  readonly owedPersonId: PersonId | null
  readonly startedOn: PlainDate
  readonly startedBy: number
  readonly targetOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly metOn: PlainDate | null
  readonly metBy: number | null
  readonly overtakenOn: PlainDate | null
  readonly overtakenBy: number | null
  readonly excusedBy: string | null
  readonly wasLate: boolean
  readonly lateBeforeCorrection: boolean
}

/** The clocks of a case on a day, as its area's calendar and targets give them. For pages that explain; lists read the rows. */
export async function readClocks(tx: Tx, subject: CaseToFold): Promise<Outcome<readonly ClockReading[], readonly RefusedFact[]>> {
  return foldCaseClocks(subject, tx.today, await targetsOf(tx, subject.localAreaId))
}

function foldCaseClocks({ areaCode, facts, bornOn }: CaseToFold, today: PlainDate, targets: Targets): Outcome<readonly ClockReading[], readonly RefusedFact[]> {
  const events = clockEventsOf(facts, bornOn)
  const folded = foldClocks(events, calendarFor(areaCode), today, { targets })
  return folded.ok ? ok(folded.value) : refused(folded.refusal.map((refusal) => refusedFact(refusal, events)))
}

const seqAt = (events: readonly ClockEvent[], index: number): number => events[index]?.seq ?? -1

const refusedFact = ({ kind, fact, other, why }: FactRefusal, events: readonly ClockEvent[]): RefusedFact =>
  ({ kind, seq: seqAt(events, fact), ...(other === undefined ? {} : { otherSeq: seqAt(events, other) }), why })

/** England's published bank holidays; with the terms of the area when they were loaded. */
function calendarFor(areaCode: string): Calendar {
  const known = calendars.get(areaCode)
  if (known !== undefined) return known
  const calendar = calendarOfArea(areaCode)
  calendars.set(areaCode, calendar)
  return calendar
}
// The published calendars are part of the program: they do not change while it runs.
const calendars = new Map<string, Calendar>()

/** An area's targets with the days from which they hold, by clock. */
async function targetsOf(tx: Tx, localAreaId: LocalAreaId): Promise<Targets> {
  const rows = await tx.db.selectFrom('clockTarget').select(['clockId', 'fromOn', 'kind', 'count']).where('localAreaId', '=', localAreaId).execute()
  const targets: Record<string, DatedTarget[]> = {}
  for (const { clockId, fromOn, kind, count } of rows) (targets[clockId] ??= []).push({ ...targetOf(kind, count ?? 0), from: fromOn })
  return targets
}

function targetOf(kind: string, count: number): Target {
  if (kind === 'working-day') return { kind }
  if (kind === 'days-before' || kind === 'days-after-start') return { kind, count }
  throw new Error(`no target is of the kind ${kind}`)
}

export interface KeptClocks {
  /** Clocks whose rows, and columns of the case row, that differed from what the facts fold to. */
  readonly different: readonly string[]
  readonly refused: readonly RefusedFact[]
}

/**
 * Folds the clocks of a case whose row this transaction holds and puts its rows right where they differ. Facts that the engine
 * refuses because they contradict each other are kept like any other: the last good clocks and step stay, and the case row says why
 * (docs/decisions/0009). `write: false` only compares.
 */
export async function keepClocks(tx: Tx, subject: CaseToFold, { write = true } = {}): Promise<KeptClocks> {
  const { localAreaId, id, facts } = subject
  const row = await tx.db.selectFrom('caseFile').select(['clocksSeq', 'clocksRefused', 'nextStep', 'nextDueOn', 'nextHolder']).where('localAreaId', '=', localAreaId).where('id', '=', id).executeTakeFirstOrThrow()
  const folded = clocksAsKept(subject, tx.today, { targets: await targetsOf(tx, localAreaId), holders: await holdersOf(tx, localAreaId, id) })
  const kept = await tx.db.selectFrom('clock').selectAll().where('localAreaId', '=', localAreaId).where('caseId', '=', id).execute()
  const before = new Map(kept.map(({ localAreaId: _area, caseId: _case, isOpen: _open, ...rest }) => [nameOf(rest), rest]))
  const now = folded.ok ? folded.value.clocks : [...before.values()]
  const different = [
    ...now.filter((clock) => !isSame(before.get(nameOf(clock)), clock)).map(nameOf),
    ...[...before.keys()].filter((name) => !now.some((clock) => nameOf(clock) === name)),
  ]
  const refusals = folded.ok ? [] : folded.refusal
  const seq = facts.at(-1)?.seq ?? 0
  const next: NextColumns = folded.ok ? folded.value.next : { nextStep: row.nextStep, nextDueOn: row.nextDueOn, nextHolder: row.nextHolder }
  const wrongNext = (['nextStep', 'nextDueOn', 'nextHolder'] as const).filter((column) => row[column] !== next[column])
  const saysSo = textOf(refusedFactsIn(row.clocksRefused)) === textOf(refusals)
  if (write && different.length > 0) {
    await tx.db.deleteFrom('clock').where('localAreaId', '=', localAreaId).where('caseId', '=', id).execute()
    if (now.length > 0) await tx.db.insertInto('clock').values(now.map((clock) => ({ ...clock, localAreaId, caseId: id }))).execute()
  }
  if (write && (row.clocksSeq !== seq || !saysSo || wrongNext.length > 0)) {
    await tx.db.updateTable('caseFile').set({ ...next, clocksSeq: seq, clocksRefused: refusals.length === 0 ? null : JSON.stringify(refusals) })
      .where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
  }
  return { different: [...different, ...wrongNext, ...(row.clocksSeq === seq ? [] : ['clocksSeq']), ...(saysSo ? [] : ['clocksRefused'])], refused: refusals }
}

/** What the case waits for next, as its row has it. */
interface NextColumns { readonly nextStep: string | null; readonly nextDueOn: PlainDate | null; readonly nextHolder: string | null }

/**
 * The rows that are kept for a case: of its facts, its area's targets and whom it asked, and of nothing else. For whoever has the facts in hand
 * and no transaction: the loader of a population writes what this answers, and `rebuild-tracks` compares with it.
 */
export function clocksAsKept(subject: CaseToFold, today: PlainDate, { targets, holders }: { readonly targets: Targets; readonly holders: Holders }): Outcome<{ readonly clocks: readonly ClockRow[]; readonly next: NextColumns }, readonly RefusedFact[]> {
  const folded = foldCaseClocks(subject, today, targets)
  return folded.ok ? ok({ clocks: rowsOf(folded.value, holders), next: nextColumns(folded.value) }) : folded
}

function nextColumns(readings: readonly ClockReading[]): NextColumns {
  const next = nextStepOf(readings)
  return { nextStep: next?.step ?? null, nextDueOn: next?.dueOn ?? null, nextHolder: next?.whoHolds ?? null }
}

const keptRefusals = z.array(z.object({ kind: z.string(), seq: z.number(), otherSeq: z.number().optional(), why: z.string() }))

/** What the case row says of facts that the engine refused. */
export const refusedFactsIn = (clocksRefused: unknown): readonly z.infer<typeof keptRefusals>[number][] => (clocksRefused === null ? [] : keptRefusals.parse(clocksRefused))

const textOf = (refusals: readonly { kind: string; seq: number; otherSeq?: number | undefined; why: string }[]): string =>
  JSON.stringify(refusals.map(({ kind, seq, otherSeq, why }) => [kind, seq, otherSeq ?? null, why]))

const nameOf = ({ clockId, about, run }: Pick<ClockRow, 'clockId' | 'about' | 'run'>): string => `${clockId} ${about} ${run}`

const isSame = (before: ClockRow | undefined, now: ClockRow): boolean =>
  before !== undefined && (Object.keys(now) as (keyof ClockRow)[]).every((column) => before[column] === now[column])

/** Who was asked, by the id of the advice request or consultation. */
export type Holders = ReadonlyMap<string, { readonly organisationId: OrganisationId | null; readonly personId: PersonId | null }>

/** Who was asked, for what others owe: by the id of the advice request or consultation that the clock is about. */
async function holdersOf(tx: Tx, localAreaId: LocalAreaId, caseId: CaseId): Promise<Holders> {
  const [advice, consultations] = [
    await tx.db.selectFrom('adviceRequest').select(['id', 'askedOrganisationId', 'askedPersonId']).where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).execute(),
    await tx.db.selectFrom('consultation').select(['id', 'organisationId']).where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).execute(),
  ]
  return new Map([
    ...advice.map(({ id, askedOrganisationId, askedPersonId }) => [String(id), { organisationId: askedOrganisationId, personId: askedPersonId }] as const),
    ...consultations.map(({ id, organisationId }) => [String(id), { organisationId, personId: null }] as const),
  ])
}

/** Readings as rows; a clock that ran several times about one thing is numbered. */
function rowsOf(readings: readonly ClockReading[], holders: Holders): ClockRow[] {
  const runs = new Map<string, number>()
  return readings.map((reading) => {
    const { clock, about, startFact, state } = reading
    const clockId = keyOf(clock)
    const run = (runs.get(`${clockId} ${about}`) ?? 0) + 1
    runs.set(`${clockId} ${about}`, run)
    const holder = clock.owedBy === 'council' ? undefined : holders.get(about)
    const hasEnded = reading.metOn !== undefined || reading.overtakenFact !== undefined
    return {
      clockId, about, run, scope: clock.about, nature: clock.nature, standing: clock.standing, owedBy: clock.owedBy,
      owedOrganisationId: holder?.organisationId ?? null, owedPersonId: holder?.personId ?? null,
      startedOn: reading.startedOn ?? startFact.event.on, startedBy: seqOf(startFact) ?? -1, targetOn: reading.targetOn ?? null, dueOn: reading.dueOn ?? null,
      metOn: reading.metOn ?? null, metBy: seqOf(reading.metFact), overtakenOn: reading.overtakenFact === undefined ? null : dateOf(reading.overtakenDay), overtakenBy: seqOf(reading.overtakenFact),
      excusedBy: state === 'excused' ? reading.excuse?.reason ?? null : null,
      wasLate: state === 'met-late' || (state === 'breached' && hasEnded),
      lateBeforeCorrection: !reading.isBreach && reading.countsAsBreach,
    }
  })
}

const seqOf = (fact: UsedFact | undefined): number | null => (fact === undefined ? null : fact.event.seq ?? -1)
