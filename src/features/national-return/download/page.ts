import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { mustHoldInArea } from '../../../casebook/access/office.ts'
import { actOutsideCase } from '../../../casebook/act.ts'
import { insertExport } from '../../../casebook/exports-made.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { ok } from '../../../domain/outcome.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { isTryOut } from '../make-return.ts'
import { getReturn, readContent } from '../return-store.ts'
import { isPurpose, longestPurpose, view, type Purpose } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const area = await openArea(tx, param(ask, 'area'))
  mustHoldInArea(tx, 'send-national-return', area.id)
  const made = await getReturn(tx, area.id, param(ask, 'returnId'))
  if (made.written === undefined || !made.hasFile) throw new NotFound('file')
  return { area, made, written: made.written }
})

/** What is in the file, before anybody has it. */
export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: ask.form.values() }))
}

interface Taking { readonly area: string; readonly returnId: string; readonly purpose: Purpose; readonly purposeWords?: string }

/** Leaves a line of who took the file, for what, how many people are in it, and its hash. */
const takeReturn = actOutsideCase('take-national-return', async (tx, { area: code, returnId, purpose, purposeWords }: Taking) => {
  const area = await openArea(tx, code)
  const { personId } = mustHoldInArea(tx, 'send-national-return', area.id)
  const { written } = await getReturn(tx, area.id, returnId)
  if (written === undefined) throw new NotFound('file')
  await insertExport(tx, { name: 'national-return', purpose, purposeWords, sha256: written.sha256, rows: new Map([[area.id, written.people]]) }, personId)
  return ok(null)
})

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const { area, made } = found
  const purpose = ask.form.text('purpose')
  const words = ask.form.text('words')
  const errors: FieldError[] = [
    ...(isPurpose(purpose) ? [] : [{ field: 'purpose', message: 'Select what the file is for' }]),
    ...(purpose === 'other' && words === '' ? [{ field: 'words', message: 'Enter what the file is for' }] : []),
    ...(words.length > longestPurpose ? [{ field: 'words', message: 'What the file is for must be 300 characters or fewer' }] : []),
  ]
  if (errors.length > 0 || !isPurpose(purpose)) return wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const taken = await takeReturn(ask, { area: area.code, returnId: made.id, purpose, ...(purpose === 'other' ? { purposeWords: words } : {}) })
  if (!taken.ok) throw new NotFound('file')
  const content = await read(ask, (tx) => readContent(tx, area.id, made.id))
  if (content === undefined) throw new NotFound('file')
  return file(await promisify(gunzip)(content), 'application/xml', `SEN2 ${made.year}${isTryOut(made) ? ' tried out' : ''} ${String(made.serial).padStart(3, '0')}.xml`)
}
