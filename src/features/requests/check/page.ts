import type { Ask } from '../../../casebook/ask.ts'
import { listDraftDocuments } from '../../../casebook/papers/documents.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { draftDoor, openDraft, toSent } from '../draft-door.ts'
import { missingFrom } from '../journey/journey.ts'
import { textIn } from '../journey/question.ts'
import { findOrganisationName } from '../request-store.ts'
import { makeRequest } from '../send/make-request.ts'
import { view } from './view.tsx'

const open = (ask: Ask) => read(ask, async (tx) => {
  const draft = await openDraft(tx, draftDoor(ask))
  const settingId = textIn(draft.answers['which-setting'], 'settingId')
  const settingName = settingId === '' || settingId === 'none' ? undefined : await findOrganisationName(tx, settingId)
  const files = await listDraftDocuments(tx, { localAreaId: draft.localAreaId, requestDraftId: draft.id })
  return { draft, files, found: settingName === undefined ? [] : [{ value: settingId, text: settingName }] }
})

export async function show(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  return opened.draft.sentAt === undefined ? page(view({ frame: ask.frame, ...opened, errors: [], values: {} })) : toSent(draftDoor(ask))
}

export async function submit(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  const door = draftDoor(ask)
  if (opened.draft.sentAt !== undefined) return toSent(door)
  const errors = [
    ...missingFrom(opened.draft).map(({ question, message }) => ({ field: question.id, message })),
    ...(ask.form.text('declared') === 'yes' ? [] : [{ field: 'declared', message: 'Confirm that this is right as far as you know' }]),
  ]
  const again = (): Reply => wrongForm(view({ frame: ask.frame, ...opened, errors, values: ask.form.values() }))
  if (errors.length > 0) return again()
  const sent = await makeRequest(ask, door, {})
  // Changed in another window between the check and the sending: look once more.
  if (!sent.ok && sent.refusal.kind === 'missing-answers') return redirect(paths.requestCheck(opened.draft.key))
  return toSent(door)
}
