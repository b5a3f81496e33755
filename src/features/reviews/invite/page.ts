import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { AdulthoodPathway } from '../../../domain/plan/line.ts'
import { adulthoodPathways } from '../../../domain/plan/line.ts'
import type { AdulthoodNeeds } from '../../../domain/review/invitees.ts'
import { namedByLawAndMissing } from '../../../domain/review/invitees.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { listAddable } from '../around-store.ts'
import { closedWords, pathwayWords } from '../one-review-words.ts'
import { openToRun } from '../open-review.ts'
import type { InviteRefusal } from './invite.ts'
import { addInvitee, sendInvitations, takeOffList } from './invite.ts'
import { view } from './view.tsx'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const open = await openToRun(tx, caseFile, param(ask, 'reviewId'))
    const isOver = open.review.heldOn !== undefined || open.review.isCalledOff
    const document = view({
      frame: ask.frame, caseFile, open, errors, values, today: tx.today, addable: isOver ? [] : await listAddable(tx, caseFile),
      missing: isOver ? [] : namedByLawAndMissing(open.invitations, { hasSetting: open.arrangement.convenor !== undefined }),
      ...(isOver ? { closed: open.review.isCalledOff ? 'The meeting was called off' : 'The meeting has been held' } : {}),
    })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const [key, reviewId] = [caseKeyOf(ask), param(ask, 'reviewId')]
  const again = (errors: FieldError[]): Promise<Reply> => form(ask, errors, ask.form.values())
  if (ask.form.text('do') === 'add') {
    const [value, name] = [ask.form.text('who'), ask.form.text('name')]
    if (value === '' && name === '') return again([{ field: 'who', message: 'Choose a service or somebody in it, or enter a name' }])
    if (name.length > 120) return again([{ field: 'name', message: 'Use 120 characters or fewer' }])
    const pathway = adulthoodPathways.find((one): one is AdulthoodPathway => one === ask.form.text('pathway'))
    const added = await addInvitee(ask, key, { reviewId, ...(value === '' ? { name } : { value }), ...(pathway === undefined ? {} : { pathway }) })
    return added.ok ? redirect(paths.reviewInvite({ ...key, reviewId }, { done: 'saved' })) : again(errorsFor(added.refusal, value === '' ? 'name' : 'who'))
  }
  const needs: AdulthoodNeeds = Object.fromEntries(adulthoodPathways.flatMap((pathway) => {
    const said = ask.form.text(`need-${pathway}`)
    return said === 'yes' || said === 'no' ? [[pathway, said]] : []
  }))
  const sent = await sendInvitations(ask, key, { reviewId, needs })
  return sent.ok ? redirect(paths.review({ ...key, reviewId }, { done: 'invitations-sent' })) : again(errorsFor(sent.refusal, 'who'))
}

export async function takeOff(ask: Ask): Promise<Reply> {
  const key = { ...caseKeyOf(ask), reviewId: param(ask, 'reviewId') }
  const done = await takeOffList(ask, caseKeyOf(ask), { reviewId: key.reviewId, invitationId: param(ask, 'invitationId') })
  return done.ok ? redirect(paths.reviewInvite(key, { done: 'saved' })) : form(ask, errorsFor(done.refusal, 'who'), {})
}

function errorsFor(refusal: InviteRefusal | NotAtThisStage, field: string): FieldError[] {
  switch (refusal.kind) {
    case 'on-the-list': return [{ field, message: 'They are on the list already' }]
    case 'not-known': return [{ field, message: 'Choose somebody from the list' }]
    case 'must-be-invited': return [{ field, message: 'They cannot be taken off: the law names them, or their invitation has gone' }]
    case 'nobody-new': return [{ field, message: 'Everybody on the list has their invitation already' }]
    case 'review-is-over': return [{ field, message: 'The meeting was held or called off' }]
    case 'adulthood': return refusal.gaps.map(({ kind, pathway }) => ({
      field: `need-${pathway}`,
      message: kind === 'not-asked' ? `Say whether somebody is needed for: ${pathwayWords[pathway].toLowerCase()}` : `Add who is needed for: ${pathwayWords[pathway].toLowerCase()}, or say no`,
    }))
    case 'notice-incomplete': return [{ field, message: 'The invitation lacks something that the law asks for. Check the day, time and place of the meeting' }]
    case 'not-at-this-stage': return [{ field, message: closedWords(refusal) }]
  }
}
