import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { readClocks } from '../../../casebook/limits/keep-clocks.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil, isOfFamily } from '../../../domain/access/parts.ts'
import { explain } from '../../../domain/clocks/explain.ts'
import { arrangedReviewsOf } from '../../../domain/review/arranged-reviews.ts'
import { reviewsOf } from '../../../domain/review/reviews-of.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listArrangements } from '../review-store.ts'
import type { Arranged } from './arranged-list.tsx'
import { readerView } from './arranged-list.tsx'
import { dutiesAbout } from './duties.ts'
import { view } from './view.tsx'

async function arrangedWithPlace(tx: Tx, caseFile: CaseFile): Promise<Arranged[]> {
  const kept = await listArrangements(tx, caseFile)
  return arrangedReviewsOf(caseFile.facts).flatMap((review): Arranged[] => {
    const arrangement = kept.find(({ reviewId }) => reviewId === review.id)
    return arrangement === undefined ? [] : [{ review, arrangement }]
  })
}

/** Every review of the plan: what was recorded, and what the law asks for by when, with its reasoning. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'reviews')
    const { localAreaId, id, key, child, facts } = caseFile
    const folded = await readClocks(tx, { localAreaId, areaCode: key.area, id, bornOn: child.bornOn, facts })
    const readings = folded.ok ? folded.value : []
    // The review that falls due by itself: the year since the plan was made or last reviewed (CFA 2014 s.44(1)).
    const next = readings.findLast((reading) => (reading.id === 'REV-01' || reading.id === 'REV-02') && reading.metOn === undefined && reading.overtakenBy === undefined)
    const arranged = await arrangedWithPlace(tx, caseFile)
    const mayArrange = caseFile.open.includes('arrange-review')
    if (!isOfCouncil(caseFile.parts)) {
      const isFamily = isOfFamily(caseFile.parts)
      return page(readerView({ frame: ask.frame, caseFile, today: tx.today, arranged, isFamily, mayArrange, held: reviewsOf(facts), ...(next?.dueOn === undefined ? {} : { nextDueOn: next.dueOn }) }))
    }
    return page(view({
      frame: ask.frame, caseFile, today: tx.today, arranged, mayArrange,
      reviews: reviewsOf(facts).map((review) => ({ review, duties: dutiesAbout(review.id, readings) })),
      ...(next?.dueOn === undefined ? {} : { next: { dueOn: next.dueOn, targetOn: next.targetOn, why: explain(next), hasStarted: next.id === 'REV-02' } }),
      refused: folded.ok ? [] : folded.refusal.map(({ why }) => why),
    }))
  })
}
