import type { ColumnType } from 'kysely'

/** A jsonb column: written as JSON text, read as unknown until its store has parsed it. */
export type JsonColumn = ColumnType<unknown, string, string>
export type NullableJsonColumn = ColumnType<unknown, string | null | undefined, string | null>
/** One whose default the database fills in when a row is written without it. */
export type DefaultedJsonColumn = ColumnType<unknown, string | undefined, string>
