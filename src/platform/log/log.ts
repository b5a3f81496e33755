// The log says what happened, by names and ids: never what anybody wrote, is called or needs. The type below lets nothing
// else in, so that a child's name in a log is a fault that does not compile.

import type { DestinationStream } from 'pino'
import pino from 'pino'
import type { Id } from '../../domain/ids.ts'
import { faultFields } from './fault-fields.ts'

declare const declared: unique symbol
/** A text that was found in a list written down in the program. */
export type DeclaredCode = string & { readonly [declared]: true }

/** The text when the list has it, else 'other'. For codes whose type is a plain string: names of routes and jobs. */
export function codeAmong(list: Iterable<string>, text: string): DeclaredCode | 'other' {
  for (const code of list) if (code === text) return code as DeclaredCode
  return 'other'
}

/** Whether a text type is made of literals: a branded or open one fits any key, a literal asks for its own. */
type IsLiteral<V extends string> = Record<never, never> extends Record<V, 1> ? false : true

/** The value's own type when it may be logged, else never. Dates are left out: a birthday is one. */
export type Loggable<V> =
  V extends number | boolean | undefined ? V
    : V extends DeclaredCode ? V
      : V extends string ? (V extends Id<string> ? V : IsLiteral<V> extends true ? V : never)
        : never

export type LogFields<F> = { readonly [Name in keyof F]: Loggable<F[Name]> }

/** An event's name, written where it is logged. */
export type LogName<N extends string> = IsLiteral<N> extends true ? N : never

export interface Log {
  readonly event: <const N extends string, const F extends object = Record<never, never>>(name: LogName<N>, fields?: LogFields<F>) => void
  /** Something broke: what kind of error, its code and where in the program. Never its message, which may quote a row or a form. */
  readonly fault: <const N extends string, const F extends object = Record<never, never>>(name: LogName<N>, error: unknown, fields?: LogFields<F>) => void
}

/** The log of one process ("web", "worker"), a JSON object a line, to the standard output unless told otherwise. */
export function openLog(process: 'web' | 'worker' | 'cli', destination?: DestinationStream): Log {
  const settings = { base: { process }, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' }
  const out = destination === undefined ? pino(settings) : pino(settings, destination)
  return {
    event: (name, fields) => { out.info({ ...fields }, String(name)) },
    fault: (name, error, fields) => { out.error({ ...fields, fault: faultFields(error) }, String(name)) },
  }
}
