// When something late may be chased again, as lists ask it; and what the worker asks before it chases by itself: whether the area
// wants that, whether it is time, and whether whoever owes it has had a message about this child today.

import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { addDays } from '../../domain/calendar/plain-date.ts'
import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { chaseAgainAfterDays } from '../../domain/case-file/work-reasons.ts'
import type { LocalAreaId } from '../../domain/ids.ts'
import type { ChaseKind } from '../../domain/reminders/chasing.ts'
import { isChaseDue, mostAutomaticChases } from '../../domain/reminders/chasing.ts'
import type { Addressee } from '../sending/letters.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

/** Whether the area lets the worker chase this kind by itself; it does until a manager switches it off. */
export async function isChasedByItself(tx: Tx, localAreaId: LocalAreaId, kind: ChaseKind): Promise<boolean> {
  const newest = await tx.db.selectFrom('automaticChase').select('isOn').where('localAreaId', '=', localAreaId).where('kind', '=', kind)
    .orderBy('changedAt', 'desc').limit(1).executeTakeFirst()
  return newest?.isOn ?? true
}

/** The same as a condition of a list: `area` is the column with the local area. */
export const chasedByItself = (area: string, kind: ChaseKind) => sql<boolean>`coalesce(
  (select k.is_on from automatic_chase k where k.local_area_id = ${sql.ref(area)} and k.kind = ${kind} order by k.changed_at desc limit 1), true)`

/** The last chase of a row that keeps its chases in `chased_at`; null when there was none. */
export const lastChaseOf = (alias: string): RawBuilder<unknown> => sql`${sql.ref(`${alias}.chased_at`)}[cardinality(${sql.ref(`${alias}.chased_at`)})]`

/** Whether the last chase, a moment or null, is so many London days ago that it is time for another: `isChaseDue` as a condition. */
export const isTimeToChase = (today: PlainDate, last: RawBuilder<unknown>) =>
  sql<boolean>`coalesce((${last} at time zone 'Europe/London')::date, '-infinity') <= ${addDays(today, -chaseAgainAfterDays)}`

/** The same for the worker, which does not go on for ever. */
export const isTimeToChaseByItself = (today: PlainDate, alias: string) =>
  sql<boolean>`(cardinality(${sql.ref(`${alias}.chased_at`)}) < ${mostAutomaticChases} and ${isTimeToChase(today, lastChaseOf(alias))})`

/** Whether this person or body has had an e-mail or text about this child today: nobody gets more than one a day from the program. */
export async function wasAlertedToday(tx: Tx, caseFile: CaseFile, { personId, organisationId }: Pick<Addressee, 'personId' | 'organisationId'>): Promise<boolean> {
  const found = await tx.db.selectFrom('outgoing').select('id')
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('channel', 'in', ['email', 'text']).where('state', '<>', 'cancelled')
    .where((eb) => (personId === undefined ? eb('toOrganisationId', '=', organisationId ?? null) : eb('toPersonId', '=', personId)))
    .where(sql<boolean>`(queued_at at time zone 'Europe/London')::date = ${tx.today}`).limit(1).executeTakeFirst()
  return found !== undefined
}

export interface Late {
  readonly dueOn: PlainDate
  readonly chasedAt: readonly Instant[]
}

/** Those of whoever owes it that the worker may chase now; none when it is not time or the area does not want it. */
export async function toChaseNow(tx: Tx, caseFile: CaseFile, kind: ChaseKind, { dueOn, chasedAt }: Late, owing: readonly Addressee[]): Promise<Addressee[]> {
  if (!isChaseDue({ dueOn, chasedOn: chasedAt.map(londonDateOf) }, tx.today) || !await isChasedByItself(tx, caseFile.localAreaId, kind)) return []
  const free: Addressee[] = []
  for (const to of owing) if (!await wasAlertedToday(tx, caseFile, to)) free.push(to)
  return free
}
