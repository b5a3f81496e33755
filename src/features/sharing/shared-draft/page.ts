import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { paths } from '../../../paths.ts'
import { proposalsBefore, wishesBefore } from '../answers-before.ts'
import { listProposals } from '../../../casebook/plan/proposals.ts'
import { readServedDraft } from '../served-draft.ts'
import { listWishes } from '../wish-store.ts'
import { closedView } from '../closed.tsx'
import { finishedOn } from '../finish/finish-commenting.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'shared-draft')
    const served = await readServedDraft(tx, caseFile)
    if (served === undefined) {
      return page(closedView({ frame: ask.frame, caseFile, title: 'The draft plan', why: 'No draft plan has been sent to the family yet.' }))
    }
    // Proposed changes of a plan in force have a page of their own.
    if (served.reviewId !== undefined) return redirect(paths.amendmentNotice({ ...caseFile.key, reviewId: served.reviewId }, { done: ask.query.text('done') || undefined }))
    const me = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
    const finished = me === undefined ? undefined : finishedOn(caseFile, me)
    return page(view({
      frame: ask.frame, caseFile, served, today: tx.today,
      viewerName: tx.viewer.kind === 'person' ? tx.viewer.name : '',
      proposals: proposalsBefore(await listProposals(tx, caseFile, await planIdOf(tx, caseFile)), caseFile.onlyBefore),
      wishes: wishesBefore(await listWishes(tx, caseFile), caseFile.onlyBefore),
      ...(finished === undefined ? {} : { finishedOn: finished }),
    }))
  })
}
