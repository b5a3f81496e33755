// A rule or an act answers with a value: either what was asked for, or a typed refusal that the page puts into words.
// Faults (a broken database, a bug) are thrown and never travel this road.

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refused<R> = { readonly ok: false; readonly refusal: R }
export type Outcome<T, R> = Ok<T> | Refused<R>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const refused = <R>(refusal: R): Refused<R> => ({ ok: false, refusal })
