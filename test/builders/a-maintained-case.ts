// A case whose plan is in force, with the reviews that a test needs: made from the facts that the acts write, on any days.

import { recordFact } from '../../src/casebook/ledger.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { Fact, ReviewOutcome } from '../../src/domain/case-file/facts.ts'
import type { PlanVersionId, ReviewId } from '../../src/domain/ids.ts'
import type { Hub } from '../harness/hub.ts'
import type { CaseWishes } from './a-case.ts'
import { aCase } from './a-case.ts'

/** The days of a review, as "2026-03-03". */
export interface ReviewDays {
  readonly meeting: string
  readonly report?: string
  readonly decision?: readonly [outcome: ReviewOutcome, on: string]
  readonly notice?: string
  readonly amendedFinal?: string
  readonly notAmending?: string
}

export interface MaintainedWishes extends Omit<CaseWishes, 'at'> {
  /** The day on which the plan was made; two weeks after the request when left out. */
  readonly planOn?: string
  readonly reviews?: readonly ReviewDays[]
}

export async function aMaintainedCase(hub: Hub, { planOn, reviews = [], receivedOn = '2025-01-06', ...wishes }: MaintainedWishes = {}): Promise<CaseKey> {
  const key = await aCase(hub, { ...wishes, receivedOn, at: 'drafting' })
  await onCase(hub, key, async (record, newId) => {
    const versionId = newId<PlanVersionId>()
    await record({ type: 'draft-served', versionId, channel: 'hub', windowLastDay: plainDateOf(receivedOn) }, receivedOn)
    await record({ type: 'final-issued', versionId, sha256: '0' }, planOn ?? receivedOn)
    for (const days of reviews) {
      const reviewId = newId<ReviewId>()
      await record({ type: 'review-meeting-held', reviewId, noInstitution: false }, days.meeting)
      if (days.report !== undefined) await record({ type: 'review-report-sent', reviewId }, days.report)
      if (days.decision !== undefined) await record({ type: 'review-decision-notified', reviewId, outcome: days.decision[0] }, days.decision[1])
      if (days.notice !== undefined) await record({ type: 'amendment-notice-sent', reviewId, channel: 'hub' }, days.notice)
      if (days.amendedFinal !== undefined) await record({ type: 'amended-final-issued', reviewId }, days.amendedFinal)
      if (days.notAmending !== undefined) await record({ type: 'not-amending-notified', reviewId }, days.notAmending)
    }
  })
  return key
}

type Record = (fact: Fact, on: string) => Promise<void>

/** Records facts on a case, in one transaction. */
export async function onCase(hub: Hub, key: CaseKey, run: (record: Record, newId: <T extends string>() => T) => Promise<void>): Promise<void> {
  await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    await run(async (fact, on) => { await recordFact(tx, caseFile, fact, { happenedOn: plainDateOf(on) }) }, tx.newId)
  })
}
