import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { lookAtEach, type LookedAtOne } from '../../../casebook/papers/uploads.ts'
import { checkUpload } from '../../../casebook/papers/documents.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { bringIn } from './bring-in.ts'
import { filesInZip, isZipFile, zipRefusalWords } from './files-in.ts'
import { view } from './view.tsx'

const openFor = (ask: Ask) => read(ask, (tx) => openAreaFor(tx, param(ask, 'area'), 'place-older-plan'))

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, area: await openFor(ask), errors: [] }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const area = await openFor(ask)
  const again = (message: string): Reply => wrongForm(view({ frame: ask.frame, area, errors: [{ field: 'files', message }] satisfies FieldError[] }))
  const files: LookedAtOne[] = []
  const refused: { fileName: string; why: string }[] = []
  for (const file of ask.form.files) {
    if (!isZipFile(file)) {
      files.push({ fileName: file.fileName, looked: checkUpload(file) })
      continue
    }
    const inside = filesInZip(file)
    if (typeof inside === 'string') refused.push({ fileName: file.fileName, why: zipRefusalWords[inside] })
    else for await (const looked of lookAtEach(ask.house, inside)) files.push(looked)
  }
  const done = await bringIn(ask, { area: area.code, files, refused })
  if (!done.ok) return again('Select one or more Word files, or a zip of them')
  return redirect(paths.olderPlanBatch({ area: area.code, batchId: done.value.batchId }, { done: 'older-plans-taken' }))
}
