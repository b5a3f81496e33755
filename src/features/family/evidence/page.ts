import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { checkUpload, listDocuments, mayOpenPaper, uploadRefusalWords } from '../../../casebook/papers/documents.ts'
import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { copiesForViewer, documentsGiven } from '../../../casebook/access/redacted-copies.ts'
import type { Seal } from '../../../casebook/access/seal-rows.ts'
import { listSeals } from '../../../casebook/access/seal-rows.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { addEvidence, shares } from './add-evidence.ts'
import { view } from './view.tsx'

async function find(ask: Ask): Promise<{ caseFile: CaseFile; documents: KeptDocument[]; seals: Seal[] }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (mayAct('add-evidence', caseFile.parts, caseFile.stage) === 'not-your-part') throw new NotAllowed('add-evidence')
    const documents = documentsGiven(await copiesForViewer(tx, caseFile), await listDocuments(tx, caseFile))
    return { caseFile, documents: documents.filter((one) => mayOpenPaper(tx, caseFile, one)), seals: await listSeals(tx, caseFile) }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const title = ask.form.text('title')
  const share = shares.find((one) => one === ask.form.text('share'))
  const file = checkUpload(ask.form.files.find(({ field }) => field === 'file'))
  const errors: FieldError[] = [
    ...(file.ok ? [] : [{ field: 'file', message: uploadRefusalWords(file.refusal) }]),
    ...(title === '' ? [{ field: 'title', message: 'Enter what the document is' }] : title.length > 150 ? [{ field: 'title', message: 'This must be 150 characters or fewer' }] : []),
    ...(share === undefined ? [{ field: 'share', message: 'Select who may open it' }] : []),
  ]
  if (errors.length > 0 || !file.ok || share === undefined) {
    // A browser does not send a file back into a form: whoever chose one has to choose it again.
    return again(file.ok ? [...errors, { field: 'file', message: `Choose “${file.value.fileName}” again` }] : errors)
  }
  const added = await addEvidence(ask, caseKeyOf(ask), { file: file.value, title, share })
  if (!added.ok) return again([{ field: 'file', message: 'The case is closed, so nothing can be added now' }])
  return redirect(paths.caseEvidence(found.caseFile.key, { done: 'evidence-added' }))
}
