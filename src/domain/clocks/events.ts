// An event as a value: its type, its London day, what it is about, and its own fields. The types follow from the one table
// in event-kinds.ts.

import type { PlainDate } from '../calendar/plain-date.ts'
import { eventKinds, type EventType, type FieldKind } from './event-kinds.ts'

type ValueOf<K> = K extends 'date' ? PlainDate
  : K extends 'flag' ? boolean
  : K extends 'text' ? string
  : K extends 'number' ? number
  : K extends readonly (infer Word)[] ? Word
  : never

type FieldsOf<T extends EventType> = (typeof eventKinds)[T] extends { readonly fields: infer F } ? F : Record<never, FieldKind>

type Required<F> = { readonly [K in keyof F as K extends `${string}?` ? never : K]: ValueOf<F[K]> }
type Optional<F> = { readonly [K in keyof F as K extends `${infer Name}?` ? Name : never]?: ValueOf<F[K]> }

/** What every event can say beside its own fields. */
export interface EventFrame {
  /** The civil date in London on which it happened. */
  readonly on: PlainDate
  /** The thing that it is about, by a name that the facts agree on; the newest of its kind when absent. */
  readonly about?: string
  /** For an event that begins something of its own: what that stands within (the request of a draft). */
  readonly within?: string
  /** The name of the notice that it sends, where it sends one that can be appealed. */
  readonly notice?: string
  /** The fact's number in its record; its place in the list when absent. */
  readonly seq?: number
  /** The London date on which it was written down; the day it happened when absent. */
  readonly recordedOn?: PlainDate
  /** The number of the fact that this one puts right and takes the place of. */
  readonly corrects?: number
}

export type ClockEvent = { [T in EventType]: { readonly type: T } & EventFrame & Required<FieldsOf<T>> & Optional<FieldsOf<T>> }[EventType]

export type EventOf<T extends EventType> = Extract<ClockEvent, { type: T }>
