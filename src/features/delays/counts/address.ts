// What the figures are of, as the address says it, so that a link shows a colleague the same.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { addDays, addMonths, parsePlainDate } from '../../../domain/calendar/plain-date.ts'
import { isPlainReason, plainReasons, type DelayReason } from '../../../domain/case-file/delay-reasons.ts'
import { limitsToldOf } from '../../../domain/case-file/delays.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'

export const spans = ['3', '12', '24', 'all'] as const
export type Span = (typeof spans)[number]
export const spanWords: Record<Span, string> = { 3: 'The last 3 months', 12: 'The last 12 months', 24: 'The last 2 years', all: 'All that is recorded' }

export const excuses = ['A', 'B', 'C', 'D', 'O', 'V'] as const
export const reasonChoices = ['plain', 'legal', ...plainReasons, ...excuses] as const
export type ReasonChoice = (typeof reasonChoices)[number]

export interface CountsAddress {
  readonly span: Span
  /** "2026-11": that month alone. */
  readonly month?: string
  readonly limit?: string
  readonly reason?: ReasonChoice
}

export interface CountsWanted {
  readonly from?: PlainDate
  readonly to?: PlainDate
  readonly limit?: string
  readonly because?: readonly DelayReason[]
}

export function readCountsAddress(query: FormBody): CountsAddress {
  const span = spans.find((one) => one === query.text('span')) ?? '12'
  const month = query.text('month')
  const limit = limitsToldOf.find((one) => one === query.text('limit'))
  const reason = reasonChoices.find((one) => one === query.text('reason'))
  return { span, ...(firstOf(month) === undefined ? {} : { month }), ...(limit === undefined ? {} : { limit }), ...(reason === undefined ? {} : { reason }) }
}

const firstOf = (month: string): PlainDate | undefined => (/^\d{4}-\d{2}$/.test(month) ? parsePlainDate(`${month}-01`) : undefined)

export function wantedOf({ span, month, limit, reason }: CountsAddress, today: PlainDate): CountsWanted {
  const first = month === undefined ? undefined : firstOf(month)
  const when = first !== undefined ? { from: first, to: addDays(addMonths(first, 1), -1) } : span === 'all' ? {} : { from: addMonths(today, -Number(span)) }
  return { ...when, ...(limit === undefined ? {} : { limit }), ...(reason === undefined ? {} : { because: reasonsOf(reason) }) }
}

const reasonsOf = (reason: ReasonChoice): readonly DelayReason[] =>
  (reason === 'plain' ? plainReasons : reason === 'legal' ? excuses : isPlainReason(reason) ? [reason] : [reason])

type Change = { readonly [K in keyof CountsAddress]?: CountsAddress[K] | undefined }

/** The address of the same figures with something changed. */
export function countsAddress(address: CountsAddress, change: Change = {}): string {
  const { span, month, limit, reason } = { ...address, ...change }
  return paths.delays({ span: span === '12' ? undefined : span, month, limit, reason })
}

/** The same figures as a file. */
export const countsFileAddress = ({ span, month, limit, reason }: CountsAddress): string => paths.delaysFile({ span: span === '12' ? undefined : span, month, limit, reason })
