import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import { checkUpload, uploadRefusalWords, listDraftDocuments } from '../../../casebook/papers/documents.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isId } from '../../../domain/ids.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { draftDoor, eachTime, openDraft, toSent } from '../draft-door.ts'
import type { Draft } from '../draft-store.ts'
import { addEvidence, mostFiles, placeOf, removeEvidence } from './evidence-acts.ts'
import { removeView, view } from './view.tsx'


const open = (ask: Ask): Promise<{ draft: Draft; files: KeptDocument[] }> => read(ask, async (tx) => {
  const draft = await openDraft(tx, draftDoor(ask))
  return { draft, files: await listDraftDocuments(tx, placeOf(draft)) }
})

export async function show(ask: Ask): Promise<Reply> {
  const { draft, files } = await open(ask)
  return draft.sentAt === undefined ? page(view({ frame: ask.frame, draft, files, errors: [], values: {} })) : toSent(draftDoor(ask))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { draft, files } = await open(ask)
  const door = draftDoor(ask)
  const again = (errors: FieldError[]): Reply => wrongForm(view({ frame: ask.frame, draft, files, errors, values: ask.form.values() }))
  const goesOn = ask.form.text('then') === 'on'
  const chosen = ask.form.files.find(({ field }) => field === 'file')
  // A file that was chosen goes along with "Continue"; nothing has to be chosen.
  if (goesOn && chosen === undefined) return redirect(paths.requestTasks(draft.key))
  const title = ask.form.text('title').replaceAll(/\s+/g, ' ')
  if (title.length > 200) return again([{ field: 'title', message: 'What this is must be 200 characters or fewer' }, { field: 'file', message: 'Select the file again' }])
  const checked = checkUpload(chosen)
  if (!checked.ok) return again([{ field: 'file', message: uploadRefusalWords(checked.refusal) }])
  const added = await addEvidence(eachTime(ask), door, { file: checked.value, title })
  if (added.ok) return redirect((goesOn ? paths.requestTasks : paths.requestEvidence)(draft.key, { done: 'file-added' }))
  return added.refusal.kind === 'too-many' ? again([{ field: 'file', message: `You can add up to ${mostFiles} files here. Send the others to the SEND team` }]) : toSent(door)
}

async function openFile(ask: Ask): Promise<{ draft: Draft; file: KeptDocument }> {
  const { draft, files } = await open(ask)
  const file = files.find(({ id }) => id === param(ask, 'documentId'))
  if (file === undefined) throw new NotFound('document')
  return { draft, file }
}

export async function showRemove(ask: Ask): Promise<Reply> {
  return page(removeView({ frame: ask.frame, ...await openFile(ask) }))
}

export async function submitRemove(ask: Ask): Promise<Reply> {
  const documentId = param(ask, 'documentId')
  const door = draftDoor(ask)
  if (!isId(documentId)) throw new NotFound('document')
  // Taken out already (the form sent twice) is as good as taken out now.
  const removed = await removeEvidence(eachTime(ask), door, { documentId: documentId as DocumentId })
  return removed.ok ? redirect(paths.requestEvidence(door, { done: 'file-removed' })) : toSent(door)
}
