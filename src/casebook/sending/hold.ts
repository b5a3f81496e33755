// The recall window: what an act of the staff sends waits for some minutes before it leaves or is seen by anybody outside the
// council's team, and until then one button takes it back. One row for each such act, made when it first sends something; it knows
// the facts of its act and everything that became visible. What it would leak is held back by the readers themselves (`isSeen`,
// `heldFacts`), so that nothing depends on a worker that has to come round.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Part } from '../../domain/access/parts.ts'
import { councilTeam } from '../../domain/access/parts.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { RecordedFact } from '../../domain/case-file/facts.ts'
import type { Stage } from '../../domain/case-file/tracks.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import type { HeldAct } from '../../domain/sending/what-comes-back.ts'
import { isHeldAct, usualRecallMinutes } from '../../domain/sending/what-comes-back.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import { momentInJson } from '../../platform/db/column-values.ts'
import type { CaseFile } from '../open-case-file.ts'
import { notHeld } from './seen.ts'
import { councilAreasOf } from '../access/sight.ts'
import type { Tx } from '../tx.ts'

interface Holding {
  readonly caseFile: CaseFile
  readonly act: HeldAct
  readonly by: PersonId
  readonly stageBefore: Stage
  made?: Promise<Held | undefined>
}

export interface Held {
  readonly id: string
  readonly until: Instant
}

const holdings = new WeakMap<Tx, Holding>()

/** Told by `act` before it runs: from now on what this transaction sends is held, when the act is one that is. */
export function holdWhatIsSent(tx: Tx, caseFile: CaseFile, act: string): void {
  if (tx.viewer.kind !== 'person' || !isHeldAct(act) || !caseFile.parts.some((part) => councilTeam.includes(part))) return
  holdings.set(tx, { caseFile, act, by: tx.viewer.personId, stageBefore: caseFile.stage })
}

/** The sending of this transaction; undefined when what it sends is not held. Made when it is first asked for. */
export async function heldSending(tx: Tx): Promise<Held | undefined> {
  const holding = holdings.get(tx)
  if (holding === undefined) return undefined
  holding.made ??= makeSending(tx, holding)
  return holding.made
}

async function makeSending(tx: Tx, { caseFile, act, by, stageBefore }: Holding): Promise<Held | undefined> {
  const { localAreaId, id: caseId } = caseFile
  const minutes = await recallMinutes(tx, localAreaId)
  if (minutes === 0) return undefined
  const held: Held = { id: tx.newId<string>(), until: instantAfter(tx.now, minutes * 60 * 1000) }
  const row = await tx.db.selectFrom('caseFile').select(['nextStep', 'nextDueOn', 'nextHolder']).where('localAreaId', '=', localAreaId).where('id', '=', caseId).executeTakeFirstOrThrow()
  await tx.db.insertInto('sending').values({
    localAreaId, id: held.id, caseId, act, sentBy: by, sentAt: tx.now, heldUntil: held.until, firstSeq: firstOf(caseFile, tx), lastSeq: lastOf(caseFile),
    before: JSON.stringify({ stage: stageBefore, ...row }),
  }).execute()
  // The act goes on recording: its last fact is known when it ends.
  tx.atEnd.set(`sending ${held.id}`, async () => {
    await tx.db.updateTable('sending').set({ firstSeq: firstOf(caseFile, tx), lastSeq: lastOf(caseFile) }).where('localAreaId', '=', localAreaId).where('id', '=', held.id).execute()
  })
  return held
}

const lastOf = ({ facts }: CaseFile): number => facts.at(-1)?.seq ?? 0
/** Facts of this very transaction share its moment. */
const firstOf = (caseFile: CaseFile, tx: Tx): number => caseFile.facts.find(({ recordedAt }) => recordedAt === tx.now)?.seq ?? lastOf(caseFile) + 1

/** For how long the area holds what its staff send. */
export async function recallMinutes(tx: Tx, localAreaId: LocalAreaId): Promise<number> {
  const row = await tx.db.selectFrom('areaSending').select('recallMinutes').where('localAreaId', '=', localAreaId).orderBy('changedAt', 'desc').limit(1).executeTakeFirst()
  return row?.recallMinutes ?? usualRecallMinutes
}

export type ThingKind = 'letter' | 'message' | 'part' | 'advice-request' | 'consultation' | 'delivery' | 'plan-version' | 'change-answer'

/** Notes that this row became visible with the sending, so that it is not seen before it leaves. */
export async function holdThing(tx: Tx, localAreaId: LocalAreaId, kind: ThingKind, thingId: string): Promise<void> {
  const held = await heldSending(tx)
  if (held !== undefined) await tx.db.insertInto('sentThing').values({ localAreaId, thingId, sendingId: held.id, kind }).execute()
}

/** True for rows that this viewer may see now: outside the council's team nothing that is held, and never what was taken back. */
export function isSeen(tx: Pick<Tx, 'viewer' | 'now'>, area: string, thing: string): RawBuilder<SqlBool> {
  if (tx.viewer.kind === 'system') return sql<SqlBool>`true`
  const own = councilAreasOf(tx.viewer)
  return own.length === 0 ? notHeld(tx.now, area, thing) : sql<SqlBool>`(${sql.ref(area)} = any(${own}::uuid[]) or ${notHeld(tx.now, area, thing)})`
}

export interface LiveSending {
  readonly id: string
  readonly act: HeldAct
  readonly until: Instant
  readonly by: string
  readonly to: readonly string[]
  readonly firstSeq: number
  readonly lastSeq: number
}

type SendingColumns = Omit<LiveSending, 'act'> & { readonly act: string }

/** What of a case waits now and can be taken back, the latest first, with the names of those to whom something of it goes: a column of the statement that opens it. */
export const heldNow = (tx: Tx, { localAreaId, id }: { localAreaId: LocalAreaId; id: CaseId }): RawBuilder<readonly SendingColumns[]> => sql<readonly SendingColumns[]>`(
    select coalesce(json_agg(json_build_object('id', s.id, 'act', s.act, 'until', ${momentInJson('s.heldUntil')}, 'by', p.full_name, 'firstSeq', s.first_seq, 'lastSeq', s.last_seq, 'to', array(
        select coalesce(g.full_name, o.name, split_part(w.to_address, E'\\n', 1)) from outgoing w left join person g on g.id = w.to_person_id left join organisation o on o.id = w.to_organisation_id
          where w.local_area_id = s.local_area_id and w.sending_id = s.id
        union select n.to_name from sent_thing t join notice n on n.local_area_id = t.local_area_id and n.id = t.thing_id where t.local_area_id = s.local_area_id and t.sending_id = s.id
        union select q.full_name from sent_thing t join message m on m.local_area_id = t.local_area_id and m.id = t.thing_id join person q on q.id = m.with_person_id
          where t.local_area_id = s.local_area_id and t.sending_id = s.id
        order by 1)) order by s.sent_at desc), '[]')
    from sending s join person p on p.id = s.sent_by
    where s.local_area_id = ${localAreaId} and s.case_id = ${id} and s.held_until > ${tx.now} and s.taken_back_at is null)`

export const liveSendings = (held: readonly SendingColumns[]): LiveSending[] => held.flatMap(({ act, ...row }) => (isHeldAct(act) ? [{ ...row, act }] : []))

/** The ledger for somebody outside the team: without what is held, and without what was taken back and that it was. */
export function seenFacts(ledger: readonly RecordedFact[], held: readonly LiveSending[]): RecordedFact[] {
  const back = new Set(ledger.flatMap((fact) => (fact.type === 'sending-taken-back' ? [fact.seq, ...(fact.corrects === undefined ? [] : [fact.corrects])] : [])))
  return ledger.filter(({ seq }) => !back.has(seq) && !held.some(({ firstSeq, lastSeq }) => seq >= firstSeq && seq <= lastSeq))
}

export const isOfTeam = (parts: readonly Part[]): boolean => parts.some((part) => councilTeam.includes(part))
