// How values leave PostgreSQL. Dates stay text: `pg` by itself makes a `Date` at local midnight, a day off elsewhere.

import { sql, type RawBuilder } from 'kysely'
import { types, type CustomTypesConfig } from 'pg'
import { readMoment } from '../clock/system-clock.ts'

const oid = { int8: 20, date: 1082, timestamptz: 1184, textArray: 1009, int8Array: 1016, dateArray: 1182, timestamptzArray: 1185 }

const instantShape = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00(?::?00)?$/

/** "2026-03-03 14:32:00.123456+00" as "2026-03-03T14:32:00.123Z": UTC, milliseconds, later digits cut. */
export function readInstant(text: string): string {
  const utc = instantShape.exec(text)
  if (utc) return `${utc[1]}T${utc[2]}.${(utc[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
  const moment = readMoment(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  if (moment === undefined) throw new Error('a moment from the database cannot be read')
  return moment
}

/** The same for a column that goes into JSON, past the readers below. */
export const momentInJson = (column: string): RawBuilder<string> => sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A count or sum. Throws rather than round where JavaScript's numbers are too coarse. */
export function readInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('a number from the database is too large for JavaScript')
  return value
}

const readTextArray = types.getTypeParser(oid.textArray) as (text: string) => (string | null)[]
const arrayOf = <T>(read: (text: string) => T) => (text: string): (T | null)[] =>
  readTextArray(text).map((element) => (element === null ? null : read(element)))

const readers = new Map<number, (text: string) => unknown>([
  [oid.int8, readInt8],
  [oid.date, (text) => text],
  [oid.timestamptz, readInstant],
  [oid.int8Array, arrayOf(readInt8)],
  [oid.dateArray, arrayOf((text) => text)],
  [oid.timestamptzArray, arrayOf(readInstant)],
])

/** For `pg`: our readers first, its own for all other types. */
export const columnValues: CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : readers.get(type)) ?? types.getTypeParser(type, format),
}
