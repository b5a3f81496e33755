import type { Ask } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import { read } from '../../../casebook/tx.ts'
import { csvType } from '../../../platform/export/csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { listMyCases } from '../export-store.ts'
import { readPurpose } from '../purpose.tsx'
import { myCasesFile, noteExport } from './export-my-cases.ts'
import { view } from './view.tsx'

async function find(ask: Ask) {
  if (councilAreasOf(ask.viewer).length === 0) throw new NotFound('export')
  return read(ask, async (tx) => ({ cases: await listMyCases(tx), today: tx.today }))
}

/** What is in the file, before anybody has it. */
export async function show(ask: Ask): Promise<Reply> {
  return page(viewOf(ask, await find(ask), []))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const form = readPurpose(ask.form)
  if ('errors' in form) return wrongForm(viewOf(ask, found, form.errors))
  const csv = myCasesFile(found.cases)
  const noted = await noteExport(ask, { purpose: form.value, cases: found.cases, csv })
  if (!noted.ok) throw new NotFound('export')
  return file(csv, csvType, `My cases ${found.today}.csv`)
}

const viewOf = (ask: Ask, { cases, today }: Awaited<ReturnType<typeof find>>, errors: readonly FieldError[]) =>
  view({ frame: ask.frame, count: cases.length, today, errors, values: ask.form.values() })
