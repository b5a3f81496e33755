import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { readClocks } from '../../../casebook/keep-clocks.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { explain } from '../../../domain/clocks/explain.ts'
import { reviewsOf } from '../../../domain/review/reviews-of.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { dutiesAbout } from './duties.ts'
import { view } from './view.tsx'

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
    return page(view({
      frame: ask.frame, caseFile, today: tx.today,
      reviews: reviewsOf(facts).map((review) => ({ review, duties: dutiesAbout(review.id, readings) })),
      ...(next?.dueOn === undefined ? {} : { next: { dueOn: next.dueOn, targetOn: next.targetOn, why: explain(next), hasStarted: next.id === 'REV-02' } }),
      refused: folded.ok ? [] : folded.refusal.map(({ why }) => why),
    }))
  })
}
