// All SQL of returns that were made (table return_made).

import { sql } from 'kysely'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { WrittenReturn } from '../../casebook/return/write-return.ts'
import type { Tx } from '../../casebook/tx.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { ReturnAsked } from '../../domain/sen2/from-record/record-for-return.ts'
import type { ReturnYear } from '../../domain/sen2/return-years.ts'
import { returnYearOf } from '../../domain/sen2/return-years.ts'

/** Days for which the file can be taken away; the line stays. */
export const daysKept = 14

export interface ReturnMade {
  readonly id: string
  readonly year: ReturnYear
  readonly serial: number
  readonly surveyDay: PlainDate
  readonly askedAt: Instant
  /** Absent for the command. */
  readonly askedBy?: string
  readonly state: 'being-made' | 'made' | 'failed'
  readonly madeAt?: Instant
  readonly written?: WrittenReturn
  readonly hasFile: boolean
}

const columns = ['r.id', 'r.year', 'r.serial', 'r.surveyDay', 'r.askedAt', 'r.madeAt', 'r.failedAt', 'r.people', 'r.groups', 'r.errors', 'r.queries', 'r.rules', 'r.sha256', 'r.size', 'n.fullName'] as const
const rowsOf = (tx: Tx, area: LocalAreaId) => tx.db.selectFrom('returnMade as r').leftJoin('person as n', 'n.id', 'r.askedBy').select(columns).select(sql<boolean>`r.content is not null`.as('hasFile')).where('r.localAreaId', '=', area)

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

function toMade({ id, year, serial, surveyDay, askedAt, madeAt, failedAt, people, groups, errors, queries, rules, sha256, size, fullName, hasFile }: Row): ReturnMade {
  const known = returnYearOf(String(year))
  if (known === undefined) throw new Error('a return of a year that there is not')
  return {
    id, year: known, serial, surveyDay, askedAt, state: madeAt !== null ? 'made' : failedAt === null ? 'being-made' : 'failed', hasFile, ...(fullName === null ? {} : { askedBy: fullName }), ...(madeAt === null ? {} : { madeAt }),
    // The table says that a return which was made has all of these.
    ...(madeAt === null || sha256 === null ? {} : { written: { people: people ?? 0, groups: groups as WrittenReturn['groups'], errors: errors ?? 0, queries: queries ?? 0, rules: rules as WrittenReturn['rules'], sha256, size: size ?? 0 } }),
  }
}

/** The newest first. */
export const listReturns = async (tx: Tx, area: LocalAreaId): Promise<ReturnMade[]> => (await rowsOf(tx, area).orderBy('r.askedAt', 'desc').orderBy('r.id').limit(50).execute()).map(toMade)

export async function getReturn(tx: Tx, area: LocalAreaId, id: string): Promise<ReturnMade> {
  const row = isId(id) ? await rowsOf(tx, area).where('r.id', '=', id).executeTakeFirst() : undefined
  if (row === undefined) throw new NotFound('return')
  return toMade(row)
}

/** Begins a return with the next number of its area and year; two that are asked for at once get two numbers. */
export async function beginReturn(tx: Tx, area: LocalAreaId, { year, surveyDay }: Pick<ReturnAsked, 'year' | 'surveyDay'>, by: PersonId | undefined): Promise<{ readonly id: string; readonly serial: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`return ${area} ${year}`}, 0))`.execute(tx.db)
  const last = await tx.db.selectFrom('returnMade').select(({ fn }) => fn.max('serial').as('serial')).where('localAreaId', '=', area).where('year', '=', year).executeTakeFirst()
  const [id, serial] = [tx.newId<string>(), Number(last?.serial ?? 0) + 1]
  await tx.db.insertInto('returnMade').values({ localAreaId: area, id, year, serial, surveyDay, askedBy: by ?? null, askedAt: tx.now }).execute()
  return { id, serial }
}

/** `content`: the file, packed, where it is to be taken away later. */
export async function finishReturn(tx: Tx, area: LocalAreaId, id: string, { people, groups, errors, queries, rules, sha256, size }: WrittenReturn, content?: Uint8Array): Promise<void> {
  await tx.db.updateTable('returnMade').set({
    madeAt: tx.now, failedAt: null, people, groups: JSON.stringify(groups), errors, queries, rules: JSON.stringify(rules), sha256, size, content: content === undefined ? null : Buffer.from(content),
  }).where('localAreaId', '=', area).where('id', '=', id).execute()
}

export async function failReturn(tx: Tx, area: LocalAreaId, id: string): Promise<void> {
  await tx.db.updateTable('returnMade').set({ failedAt: tx.now }).where('localAreaId', '=', area).where('id', '=', id).execute()
}

/** The packed file; undefined once it is removed. */
export async function readContent(tx: Tx, area: LocalAreaId, id: string): Promise<Uint8Array | undefined> {
  const row = await tx.db.selectFrom('returnMade').select('content').where('localAreaId', '=', area).where('id', '=', id).executeTakeFirst()
  return row?.content ?? undefined
}

/** Files that nobody has taken away in time, of every area. */
export async function removeOldContents(tx: Tx): Promise<void> {
  await tx.db.updateTable('returnMade').set({ content: null, contentRemovedAt: tx.now }).where('content', 'is not', null).where('madeAt', '<', instantAfter(tx.now, -daysKept * 86_400_000)).execute()
}
