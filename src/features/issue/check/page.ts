import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { checkCasePlan, listCheckRuns } from '../../../casebook/plan/plan-checking.ts'
import { read } from '../../../casebook/tx.ts'
import type { Stage } from '../../../domain/case-file/tracks.ts'
import { isInForce } from '../../../domain/case-file/tracks.ts'
import type { PlanStatus } from '../../../domain/plan/checks/plan-under-check.ts'
import { planStatuses } from '../../../domain/plan/checks/plan-under-check.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { stageWords } from '../stage-words.ts'
import { runCheck } from './run-check.ts'
import { view } from './view.tsx'

/** Before the draft is out it is the draft that is checked; after that, what would be issued; with a plan in force, the amended one. */
const statusOf = (ask: Ask, stage?: Stage): PlanStatus => {
  const wanted = planStatuses.find((one) => one === ask.query.text('for'))
  return wanted ?? (stage !== undefined && isInForce(stage) ? 'amended' : stage === 'draft-out' ? 'final' : 'draft')
}

async function shown(ask: Ask, errors: FormErrors): Promise<Reply> {
  const props = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'checks')
    const status = statusOf(ask, caseFile.stage)
    return { caseFile, status, checked: await checkCasePlan(tx, caseFile, status), runs: await listCheckRuns(tx, caseFile) }
  })
  const document = view({ frame: ask.frame, ...props, errors })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const status = statusOf(ask)
  const done = await runCheck(ask, caseKeyOf(ask), { status })
  if (!done.ok) return shown(ask, [{ field: 'main-content', message: stageWords(done.refusal) }])
  return redirect(paths.planCheck(caseKeyOf(ask), { for: status, done: 'recorded' }))
}
