import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { mustHoldInArea } from '../../../casebook/access/office.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { findReturnHeader } from '../../../casebook/area-rows.ts'
import { read } from '../../../casebook/tx.ts'
import { returnYearOf } from '../../../domain/sen2/return-years.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { askForReturn } from '../make-return.ts'
import { listReturns } from '../return-store.ts'
import { view } from './view.tsx'

const list = (ask: Ask, errors: FormErrors): Promise<Reply> => read(ask, async (tx) => {
  const area = await openArea(tx, param(ask, 'area'))
  mustHoldInArea(tx, 'send-national-return', area.id)
  const document = view({ frame: ask.frame, area, today: tx.today, header: await findReturnHeader(tx, area.id), returns: await listReturns(tx, area.id), errors, values: ask.form.values() })
  return errors.length > 0 ? wrongForm(document) : page(document)
})

export const show = (ask: Ask): Promise<Reply> => list(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const area = param(ask, 'area')
  const chosen = ask.form.text('wanted')
  const wanted = chosen === 'today' ? chosen : returnYearOf(chosen)
  if (wanted === undefined) return list(ask, [{ field: 'wanted', message: 'Select which return' }])
  const asked = await askForReturn(ask, { area, wanted })
  if (!asked.ok) throw new NotFound('return')
  return redirect(paths.nationalReturnMade({ area, returnId: asked.value }))
}
