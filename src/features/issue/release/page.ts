import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { settingsAsked } from '../../../casebook/plan/plan-under-check.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { ReviewId } from '../../../domain/ids.ts'
import { planStatuses } from '../../../domain/plan/checks/plan-under-check.ts'
import { planChecks } from '../../../domain/plan/checks/plan-checks.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { amendedPlan, firstPlan } from '../issue-final/issuing.ts'
import { keptPlacement } from '../issue-final/kept-placement.ts'
import { placementFields, readPlacement } from '../issue-final/placement-form.ts'
import { listNameableSettings } from '../people-store.ts'
import { stageWords } from '../stage-words.ts'
import { readRelease } from './form.ts'
import type { Held } from './release-check.ts'
import { findHeld, releaseCheck } from './release-check.ts'
import { view } from './view.tsx'

/** Which finding: named in the address, with section I as chosen when it was read on the page of issue. */
async function heldOf(ask: Ask, tx: Tx, caseFile: CaseFile): Promise<Held> {
  const checkId = param(ask, 'checkId')
  const check = planChecks.find(({ id }) => id === checkId)
  if (check === undefined || check.release === 'never') throw new NotFound('check')
  const status = planStatuses.find((one) => one === ask.query.text('for')) ?? 'final'
  const reviewId = ask.query.text('reviewId')
  const kept = reviewId === '' ? undefined : await keptPlacement(tx, caseFile, amendedPlan(reviewId as ReviewId))
  const given = ask.query.has('placement')
    ? readPlacement(ask.query, await listNameableSettings(tx, caseFile), await settingsAsked(tx, caseFile), kept)
    : { errors: [] }
  return { checkId, about: ask.query.text('about'), status, ...('value' in given && given.value.isKept !== true ? { placement: given.value.placement } : {}) }
}

/** Back to where the finding was read, with what was chosen there. */
function wayBack(ask: Ask, more: Record<string, string> = {}): string {
  const chosen = Object.fromEntries(placementFields.filter((name) => ask.query.has(name)).map((name) => [name, ask.query.text(name)]))
  const issuing = ask.query.has('reviewId') ? amendedPlan(ask.query.text('reviewId') as ReviewId) : firstPlan
  return ask.query.has('placement')
    ? issuing.href(caseKeyOf(ask), { ...chosen, ...more })
    : paths.planCheck(caseKeyOf(ask), { for: ask.query.text('for') || 'final', ...more })
}

async function shown(ask: Ask, errors: FormErrors): Promise<Reply> {
  const props = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile, finding: await findHeld(tx, caseFile, await heldOf(ask, tx, caseFile)) }
  })
  const document = view({ frame: ask.frame, ...props, back: wayBack(ask), errors, values: ask.form.values() })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const form = readRelease(ask.form)
  if ('errors' in form) return shown(ask, form.errors)
  const held = await read(ask, async (tx) => heldOf(ask, tx, await openCaseFile(tx, caseKeyOf(ask))))
  const done = await releaseCheck(ask, caseKeyOf(ask), { ...held, ...form.value })
  if (done.ok) return redirect(wayBack(ask, { done: 'recorded' }))
  return shown(ask, [{
    field: 'reason', message: done.refusal.kind === 'not-held-any-more' ? 'The plan has changed: this no longer holds it as it did' : stageWords(done.refusal),
  }])
}
