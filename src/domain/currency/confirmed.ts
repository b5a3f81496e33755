// When a line of the plan in force was last confirmed, and by what. Nothing here knows what day it is: a line's day depends on the
// record alone, and reading it changes nothing.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { AdviceId, LineId, ReviewId } from '../ids.ts'
import type { LineFields, PlanLine, Source } from '../plan/line.ts'
import { isSameValue } from '../plan/same-value.ts'
import type { Section } from '../plan/sections.ts'

/** From the one that says most to the one that says least, for two of one day. */
export const confirmedBy = ['still-right', 'changed', 'written', 'supported', 'said', 'brought-in'] as const
/**
 * still-right: the council looked at the line at a review and said so. changed, written: it stands like this since the version
 * issued on that day. supported: the newest report it rests on. said: somebody said it on that day. brought-in: it came with an older plan, whose date is all that is known.
 */
export type ConfirmedBy = (typeof confirmedBy)[number]

export interface Confirmation {
  readonly on: PlainDate
  readonly by: ConfirmedBy
  /** Who said it. */
  readonly who?: string
  readonly adviceId?: AdviceId
  readonly reviewId?: ReviewId
  /** The number of the version in which it was written or changed. */
  readonly versionNo?: number
}

/** A version that was issued as final and not taken back. */
export interface IssuedLines {
  readonly no: number
  /** The day of the plan itself: of an older plan that was brought in, its own. */
  readonly on: PlainDate
  readonly wasBroughtIn: boolean
  readonly lines: readonly PlanLine[]
}

/** The council's word that a line is still right, and the wording of which it was said. */
export interface StillRight {
  readonly lineId: LineId
  readonly on: PlainDate
  readonly reviewId?: ReviewId
  readonly section: Section
  readonly text: string
  readonly fields: LineFields
}

export interface PlanRecord {
  /** From the first to the one in force. */
  readonly versions: readonly IssuedLines[]
  readonly stillRight: readonly StillRight[]
  /** The day of a report; undefined where it has none. */
  readonly adviceDay: (id: AdviceId) => PlainDate | undefined
}

export interface ConfirmedLine {
  readonly line: PlanLine
  /** The one that counts: the newest. */
  readonly last: Confirmation
  /** Every other, the newest first. */
  readonly before: readonly Confirmation[]
}

/** The live lines, which are those of the version in force, each with its confirmations. None while no version was issued. */
export function confirmedLines({ versions, stillRight, adviceDay }: PlanRecord): ConfirmedLine[] {
  const inForce = versions.at(-1)
  return (inForce?.lines ?? []).map((line) => {
    const [last, ...before] = inNewestOrder([
      writtenIn(versions, line), ...line.sources.flatMap((source) => supportOf(source, adviceDay)), ...saidOfNothing(line),
      ...stillRight.filter((said) => said.lineId === line.id && isSameWording(said, line)).map(({ on, reviewId }): Confirmation => ({ on, by: 'still-right', ...(reviewId === undefined ? {} : { reviewId }) })),
    ].map((confirmation) => notAfter(confirmation, inForce?.on)))
    if (last === undefined) throw new Error('a line was written in no version')
    return { line, last, before }
  })
}

type Wording = Pick<PlanLine, 'section' | 'text' | 'fields'>
const wordingOf = ({ section, text, fields }: Wording): Wording => ({ section, text, fields })
const isSameWording = (one: Wording, other: Wording): boolean => isSameValue(wordingOf(one), wordingOf(other))

/** The version since which the line stands as it does. That a plan is issued again with the same line confirms nothing. */
function writtenIn(versions: readonly IssuedLines[], line: PlanLine): Confirmation {
  const older = versions.toReversed()
  const changedBefore = older.findIndex(({ lines }) => !lines.some((one) => one.id === line.id && isSameWording(one, line)))
  const since = older[changedBefore === -1 ? older.length - 1 : Math.max(0, changedBefore - 1)]
  if (since === undefined) throw new Error('a line was written in no version')
  const wasThere = changedBefore !== -1 && older[changedBefore]?.lines.some(({ id }) => id === line.id) === true
  return { on: since.on, by: since.wasBroughtIn ? 'brought-in' : wasThere ? 'changed' : 'written', versionNo: since.no }
}

function supportOf(source: Source, adviceDay: PlanRecord['adviceDay']): Confirmation[] {
  if (source.kind === 'said') return [{ on: source.on, by: 'said', who: source.by }]
  const on = adviceDay(source.adviceId)
  return on === undefined ? [] : [{ on, by: 'supported', adviceId: source.adviceId }]
}

/** A section is never silently blank: who says that nothing is needed, and when, is dated too. */
const saidOfNothing = ({ kind, fields: { on, source } }: PlanLine): Confirmation[] =>
  (kind === 'none-identified' && on !== undefined ? [{ on, by: 'said', ...(source === undefined ? {} : { who: source }) }] : [])

/** What a version rests on cannot be newer than the version: a report dated next century makes nothing look fresh. */
const notAfter = (confirmation: Confirmation, issuedOn: PlainDate | undefined): Confirmation =>
  (issuedOn === undefined || confirmation.by === 'still-right' || confirmation.on <= issuedOn ? confirmation : { ...confirmation, on: issuedOn })

const inNewestOrder = (all: readonly Confirmation[]): Confirmation[] =>
  all.toSorted((a, b) => b.on.localeCompare(a.on) || confirmedBy.indexOf(a.by) - confirmedBy.indexOf(b.by))
