import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask, Page } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { lineNumbers } from '../../../domain/plan/line-numbers.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { json, page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { closedWords } from '../one-review-words.ts'
import { openReview, readReviewed } from '../open-review.ts'
import { questionsFor } from '../questions.ts'
import { contributionValues, gapErrors, readContribution } from './form.ts'
import type { WritingRefusal } from './give-contribution.ts'
import { openToWrite, writeContribution } from './give-contribution.ts'
import { view } from './view.tsx'

async function around(ask: Ask) {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const open = await openReview(tx, caseFile, param(ask, 'reviewId'))
    const writing = await openToWrite(tx, caseFile, open, param(ask, 'invitationId'))
    const { invitation } = writing
    const { version, lines } = await readReviewed(tx, caseFile, open.arrangement)
    const isOwnVoice = (invitation.part === 'young-person' || invitation.part === 'child') && !writing.isForAnother && caseFile.parts.includes('young-person')
    const may = mayAct('contribute-to-review', caseFile.parts, caseFile.stage)
    const closed = may === 'not-at-this-stage' ? closedWords({ kind: may, act: 'contribute-to-review', stage: caseFile.stage })
      : open.review.isCalledOff ? 'The meeting was called off, so nothing more is sent to it' : open.review.reportOn === undefined ? undefined : 'The report of the meeting has been sent. What was sent for it stays as it is'
    return {
      caseFile, open, today: tx.today, ...writing, isOwnVoice, allLines: lines, lines: lines.filter(({ id }) => invitation.lineIds.includes(id)), numbers: lineNumbers(version.content),
      questions: questionsFor(invitation.part, isOwnVoice), ...(closed === undefined ? {} : { closed }),
    }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  const found = await around(ask)
  return page(view({
    frame: ask.frame, ...found, version: found.kept?.version ?? 0, isChanging: found.mayChange && ask.query.text('change') === 'yes', errors: [],
    values: found.kept === undefined ? {} : contributionValues(found.kept.content),
  }))
}

const readForm = (ask: Ask, { lines, questions, open }: Awaited<ReturnType<typeof around>>) => readContribution(ask.form, { lines, questions, others: open.invitations.map(({ id }) => id) })

export async function submit(ask: Ask): Promise<Reply> {
  const found = await around(ask)
  const { value, errors } = readForm(ask, found)
  const isChange = ask.form.text('change') === 'yes'
  const again = (wrong: readonly FieldError[], values: FormValues = ask.form.values(), version = value.version, newer?: typeof found.kept): Reply =>
    wrongForm(view({ frame: ask.frame, ...found, version, isChanging: isChange, errors: wrong, values, ...(newer === undefined ? {} : { newer }) }))
  if (errors.length > 0) return again(errors)
  const isGiving = ask.form.text('next') !== 'save'
  const key = caseKeyOf(ask)
  const done = await writeContribution(ask, key, { reviewId: found.open.review.id, invitationId: found.invitation.id, ...value, give: isGiving, isChange })
  const first = found.questions[0] === undefined ? 'how' : `view-${found.questions[0].key}`
  if (!done.ok) return again(done.refusal.kind === 'gaps' ? gapErrors(done.refusal.gaps, found.numbers, first) : [{ field: first, message: refusalWords(done.refusal) }])
  if (done.value.kind === 'kept-aside') {
    const now = (await around(ask)).kept
    return again([{ field: first, message: 'Somebody saved this part after you opened it. Nothing was overwritten: what they saved is shown below, your words are in the form. Send again to put yours in its place' }], ask.form.values(), done.value.version, now)
  }
  const to = { ...key, reviewId: found.open.review.id }
  if (done.value.kind !== 'saved') return redirect(paths.review(to, { done: done.value.kind === 'given' ? 'part-given' : 'part-changed' }))
  return redirect(paths.reviewContribute({ ...to, invitationId: found.invitation.id }, { done: 'saved' }))
}

/** Saves while somebody writes, by script. The mark of the form is left alone: the form itself is still to be sent once. */
export const autosave: Page = async (ask) => {
  const found = await around(ask)
  const { once: _once, ...occasion } = ask
  const done = await writeContribution(occasion, caseKeyOf(ask), { reviewId: found.open.review.id, invitationId: found.invitation.id, ...readForm(ask, found).value, give: false })
  if (!done.ok) return json({ kind: 'refused' }, 409)
  return json(done.value, done.value.kind === 'saved' ? 200 : 409)
}

function refusalWords(refusal: Exclude<WritingRefusal, { kind: 'gaps' }> | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'given-already': return 'This part was sent already. Your words are still on this page: copy them, open the part again, and choose to change it'
    case 'nothing-changed': return 'Nothing is different from what you sent before'
    case 'review-is-over': return 'The report has been sent, or the meeting was called off: what was sent to this review stays as it is'
    case 'not-at-this-stage': return closedWords(refusal)
  }
}
