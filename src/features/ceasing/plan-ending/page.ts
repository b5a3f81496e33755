import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { latestOf, standingFacts } from '../../../domain/case-file/facts.ts'
import { ceasingsOf, endRefusal, keptUntil, openCeasing } from '../../../domain/ceasing/ceasing-of.ts'
import { reviewsOf } from '../../../domain/review/reviews-of.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { readCeasings } from '../ceasing-store.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'plan-endings')
    const kept = await readCeasings(tx, caseFile)
    const open = openCeasing(caseFile.facts)
    const until = open === undefined ? undefined : keptUntil(caseFile.facts, open)
    const wrong = open === undefined ? undefined : endRefusal(caseFile.facts, open, tx.today)
    const ended = latestOf(standingFacts(caseFile.facts), 'plan-ceased')
    // A review may have been decided so before anybody was consulted: that decision ends nothing by itself.
    const decided = reviewsOf(caseFile.facts).find(({ decision }) => decision !== undefined)?.decision
    const ofReview = decided?.outcome === 'cease' && !ceasingsOf(caseFile.facts).some(({ notified, dropped }) => (notified ?? dropped) !== undefined) ? decided.happenedOn : undefined
    return page(view({
      frame: ask.frame, caseFile, mayEnd: open?.notified !== undefined && wrong === undefined,
      ...(open === undefined ? {} : { open: { ceasing: open, kept: kept.get(open.id) } }), ...(until === undefined ? {} : { until }),
      ...(ended === undefined ? {} : { ended }), ...(ofReview === undefined ? {} : { decidedAtReviewOn: ofReview }),
      earlier: ceasingsOf(caseFile.facts).filter(({ id }) => id !== open?.id).map((ceasing) => ({ ceasing, kept: kept.get(ceasing.id) })),
    }))
  })
}
