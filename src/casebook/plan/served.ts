// What the family was served last: the draft of a first plan, or the proposed changes of a plan in force. Which version, on what day,
// until when they may answer (SEND Regulations 2014, regs 13(1), 22(2)).

import { addDays, type PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Channel, Fact, NoticeChannel, RecordedFact } from '../../domain/case-file/facts.ts'
import { allOf, latestOf } from '../../domain/case-file/facts.ts'
import { currentProcess } from '../../domain/case-file/tracks.ts'
import type { PlanVersionId, ReviewId } from '../../domain/ids.ts'
import type { DraftWindow } from '../../domain/timeline/draft-window.ts'
import { amendmentWindow } from '../../domain/timeline/draft-window.ts'
import { servedOn } from '../../domain/timeline/served-on.ts'
import type { CaseFile } from '../open-case-file.ts'

export interface Served {
  readonly versionId: PlanVersionId
  readonly servedOn: PlainDate
  readonly channel: Channel
  readonly windowLastDay: PlainDate
  /** The number of the fact: what came after it was said of it. */
  readonly seq: number
  /** The review or amendment whose changes these are; absent for the draft of a first plan. */
  readonly reviewId?: ReviewId
}

type NoticeFact = RecordedFact<Extract<Fact, { type: 'amendment-notice-sent' }>>

/** What was served last in the process that is running; undefined before anything was. */
export function findServed({ facts }: Pick<CaseFile, 'facts'>): Served | undefined {
  const running = currentProcess(facts)
  const draft = latestOf(running, 'draft-served')
  const notice = allOf(running, 'amendment-notice-sent').findLast(({ versionId }) => versionId !== undefined)
  if (notice?.versionId !== undefined) return { versionId: notice.versionId, seq: notice.seq, reviewId: notice.reviewId, channel: notice.channel, ...servedBy(notice) }
  return draft === undefined ? undefined
    : { versionId: draft.versionId, servedOn: draft.happenedOn, channel: draft.channel, windowLastDay: draft.windowLastDay, seq: draft.seq }
}

const ways = { hub: 'online', email: 'email', letter: 'post', 'in-person': 'by-hand' } as const satisfies Record<NoticeChannel, string>

/** When a notice that was sent on a day counts as served, and the last day of the family's time. */
function servedBy({ channel, happenedOn }: Pick<NoticeFact, 'channel' | 'happenedOn'>): Pick<Served, 'servedOn' | 'windowLastDay'> {
  const day = servedOn({ channel: ways[channel], sentOn: happenedOn })
  return { servedOn: day, windowLastDay: amendmentWindow(day).lastDay }
}

/** The family's time on the notice of one review or amendment, also where it was sent outside the hub; undefined before it was. */
export function noticeWindow({ facts }: Pick<CaseFile, 'facts'>, reviewId: ReviewId): DraftWindow | undefined {
  const notice = allOf(currentProcess(facts), 'amendment-notice-sent').findLast((fact) => fact.reviewId === reviewId)
  if (notice === undefined) return undefined
  const { servedOn: firstDay, windowLastDay: lastDay } = servedBy(notice)
  return { firstDay, lastDay, mayFinaliseFrom: addDays(lastDay, 1) }
}
