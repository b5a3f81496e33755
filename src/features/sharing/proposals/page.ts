import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { planIdOf, readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listProposals } from '../../../casebook/plan/proposals.ts'
import { readServedDraft } from '../served-draft.ts'
import { view } from './view.tsx'
import { mayAct } from '../../../domain/access/policy.ts'

/** Read at any stage once there is a plan: what was said of a draft stays readable when it is final. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (mayAct('answer-proposal', caseFile.parts, caseFile.stage) === 'not-your-part') throw new NotAllowed('answer-proposal')
    const planId = await planIdOf(tx, caseFile)
    const served = await readServedDraft(tx, caseFile)
    return page(view({
      frame: ask.frame, caseFile, content: await readPlanContent(tx, caseFile, planId), proposals: await listProposals(tx, caseFile, planId),
      ...(served === undefined ? {} : { served }),
    }))
  })
}
