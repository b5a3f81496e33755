import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { noticeWindow } from '../../../casebook/plan/served.ts'
import { read } from '../../../casebook/tx.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import { underWay } from '../../../domain/review/amendments.ts'
import { reviewsOf } from '../../../domain/review/reviews-of.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { beginAmendment } from '../begin/begin-amendment.ts'
import { begunHere, closedWords } from '../words.ts'
import { view } from './view.tsx'

async function shown(ask: Ask, errors: FormErrors): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'reviews')
    const open = underWay(standingFacts(caseFile.facts))
    const document = view({
      frame: ask.frame, caseFile, errors, values: ask.form.values(), today: tx.today, open: open.map((one) => ({ ...one, window: noticeWindow(caseFile, one.id) })),
      ended: reviewsOf(caseFile.facts).filter(({ id }) => !open.some((one) => one.id === id)),
    })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

/** The way on from the case: straight to the one that can be worked on, where there is one alone. */
export async function show(ask: Ask): Promise<Reply> {
  if (ask.query.text('go') !== 'on') return shown(ask, [])
  const held = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'reviews')
    return underWay(standingFacts(caseFile.facts)).filter(({ isHeld }) => isHeld)
  })
  const [one] = held
  return held.length === 1 && one !== undefined ? redirect(paths.amendment({ ...caseKeyOf(ask), reviewId: one.id })) : shown(ask, [])
}

export async function submit(ask: Ask): Promise<Reply> {
  const because = begunHere.find((one) => one === ask.form.text('because'))
  if (because === undefined) return shown(ask, [{ field: 'because', message: 'Select why the plan is amended' }])
  const done = await beginAmendment(ask, caseKeyOf(ask), { because })
  if (done.ok) return redirect(paths.amendment({ ...caseKeyOf(ask), reviewId: done.value }, { done: 'amendment-begun' }))
  return shown(ask, [{ field: 'because', message: done.refusal.kind === 'open-already' ? 'An amendment is open already: go on with that one' : closedWords(done.refusal) }])
}
